import { type Conflict, flips, isOn, once, owns } from './conflict.ts';

/** Feasible states that agree with s on every option that i does not own. */
export function cell(conflict: Conflict, i: number, s: number): readonly number[] {
  const { model, states } = conflict;
  return once(conflict, `cell ${i} ${s}`, () =>
    states.filter((t) => flips(model, s, t).every((k) => owns(model.options[k]!, i))),
  );
}

/** Single moves of i from s: to another state of its cell, legal, switching no joint (`all`) option on. */
export function singleMoves(conflict: Conflict, i: number, s: number): readonly number[] {
  const { model } = conflict;
  const turnsJointOn = (t: number) =>
    flips(model, s, t).some((k) => isOn(t, k) && model.options[k]!.mode === 'all');
  return once(conflict, `single ${i} ${s}`, () =>
    cell(conflict, i, s).filter((t) => t !== s && conflict.legal(s, t) && !turnsJointOn(t)),
  );
}

/** R_i(s): the closure of i's single moves, or its arcs. The start is left out: it is no move to stay. */
export function reach(conflict: Conflict, i: number, s: number): ReadonlySet<number> {
  if (conflict.arcs) return conflict.arcs(i, s);
  return once(conflict, `reach ${i} ${s}`, () => {
    const reached = new Set(singleMoves(conflict, i, s));
    for (const t of reached) for (const u of singleMoves(conflict, i, t)) reached.add(u);
    reached.delete(s);
    return reached;
  });
}

/** R⁺_i(s): what i can move to and prefers. */
export function improvements(conflict: Conflict, i: number, s: number): ReadonlySet<number> {
  return once(
    conflict,
    `improvements ${i} ${s}`,
    () => new Set([...reach(conflict, i, s)].filter((t) => conflict.rank(i, t) > conflict.rank(i, s))),
  );
}
