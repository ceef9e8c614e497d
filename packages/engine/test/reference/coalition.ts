import { type Conflict, once } from './conflict.ts';
import { improvements, reach } from './moves.ts';
import { afterTurns } from './rules.ts';

/** One step of one member of a coalition. */
type Step = (conflict: Conflict, member: number, from: number) => ReadonlySet<number>;

/**
 * States reached from s by one or more steps of members of H in which no member moves twice in a row (Fang, Hipel & Kilgour
 * 1993): with each reached state goes the set of last movers, and a step by j extends a sequence unless j is its only last mover.
 */
function sequences(
  conflict: Conflict,
  members: readonly number[],
  s: number,
  step: Step,
): ReadonlySet<number> {
  const from = (j: number, at: number) => step(conflict, j, at);
  if (conflict.rule === 'once') return afterTurns(from, members, s);
  if (conflict.rule === 'single') return new Set(members.flatMap((j) => [...from(j, s)]));
  const lastMovers = new Map<number, Set<number>>();
  const changed: number[] = [];
  const arrive = (t: number, by: number) => {
    const movers = lastMovers.get(t) ?? new Set();
    if (movers.has(by)) return;
    lastMovers.set(t, movers.add(by));
    changed.push(t);
  };
  for (const j of members) for (const t of step(conflict, j, s)) arrive(t, j);
  while (changed.length > 0) {
    const t = changed.pop()!;
    const movers = lastMovers.get(t)!;
    for (const j of members) {
      if (movers.size === 1 && movers.has(j)) continue;
      for (const u of step(conflict, j, t)) arrive(u, j);
    }
  }
  return new Set(lastMovers.keys());
}

/** R_H(s): by moves. Empty for an empty H. */
export function coalitionReach(
  conflict: Conflict,
  members: readonly number[],
  s: number,
): ReadonlySet<number> {
  return once(conflict, `R ${members} ${s}`, () => sequences(conflict, members, s, reach));
}

/** R⁺_H(s): every step an improvement of its mover. */
export function coalitionImprovements(
  conflict: Conflict,
  members: readonly number[],
  s: number,
): ReadonlySet<number> {
  return once(conflict, `R+ ${members} ${s}`, () => sequences(conflict, members, s, improvements));
}

/** N−i, or N−M */
export function others(conflict: Conflict, ...left: readonly number[]): readonly number[] {
  return conflict.actors.filter((j) => !left.includes(j));
}
