import { type Compiled, LimitError } from '@demarche/case';
import { evaluate, movesFrom, positionOf, type Structure, stepsOf, substructureOf } from '@demarche/engine';

/**
 * How an actor sees the conflict that does not see all of it. Its own game has only the states that it perceives, with the
 * options that it is unaware of held as they are in `now`.
 */
export type Sight = {
  /** The conflict as it sees it: some of the states of the real one, and the moves that never leave them. */
  readonly structure: Structure;
  /** Per real state, how it looks to the actor: a state of `structure`, or -1 where that is none. */
  readonly view: Int32Array;
  /** Bit mask of the options that it is unaware of. */
  readonly blind: number;
  /** Values by real state for the states of `structure`; one array for one array. */
  readonly narrowed: (values: Uint32Array) => Uint32Array;
  /** Values by state of `structure` for the real states that look so; 0 where a state does not look like any. */
  readonly widened: (values: Uint32Array) => Uint32Array;
  /** Whether the actor sees a move of its own from one real state to another, and it is one: its flips are applied to both. */
  readonly isMove: (from: number, to: number) => boolean;
  /** The single moves by which it makes such a move. */
  readonly steps: (from: number, to: number) => readonly number[];
};

const kept = new WeakMap<Structure, Map<string, Sight>>();

/** The sight of an actor; undefined where it sees everything. Throws where the case has no `now` for an option to be held at. */
export function sightOf(compiled: Compiled, actor: number): Sight | undefined {
  const { case: found, structure, now } = compiled;
  const unaware = (found.unaware[actor] ?? []).map(({ option }) => option);
  const unperceived = found.unperceived[actor] ?? [];
  if (unaware.length + unperceived.length === 0) return undefined;
  if (now === undefined) throw new Error('the case says no `now`');
  const hidden = unperceived.map((formula) => compiled.program(formula).join(' '));
  const key = [actor, now, unaware.join(' '), ...hidden].join('\n');
  if (unaware.length > 0 && structure.coalesced)
    throw new LimitError('not-yet', '`unaware` is not computed with where states are coalesced');
  const known = kept.get(structure) ?? new Map<string, Sight>();
  kept.set(structure, known);
  const made = known.get(key) ?? makeSight(compiled, actor, now);
  known.set(key, made);
  return made;
}

function makeSight(compiled: Compiled, actor: number, now: number): Sight {
  const { case: found, structure: real } = compiled;
  const blind = (found.unaware[actor] ?? []).reduce((mask, { option }) => mask | (1 << option), 0);
  const hidden = (found.unperceived[actor] ?? []).map(compiled.program);
  const stack = new Uint8Array(1 + Math.max(0, ...hidden.map(({ length }) => length)));
  const perceives = (state: number) => {
    const code = real.codes[state]!;
    return ((code ^ now) & blind) === 0 && !hidden.some((program) => evaluate(program, code, stack));
  };
  const structure = substructureOf(real, perceives);
  const view = Int32Array.from(real.codes, (code) =>
    positionOf(structure, ((code & ~blind) | (now & blind)) >>> 0),
  );
  const narrow = new WeakMap<Uint32Array, Uint32Array>();
  const reached = new Map<number, Set<number>>();
  const reachedFrom = (seen: number) => {
    const found = reached.get(seen) ?? new Set(movesFrom(structure, actor, seen));
    reached.set(seen, found);
    return found;
  };
  const mayStep = (from: number, to: number) =>
    ((real.codes[from]! ^ real.codes[to]!) & blind) === 0 && view[to] !== -1;
  const steps = (from: number, to: number) => stepsOf(real, actor, from, to, mayStep);
  return {
    structure,
    view,
    blind: blind >>> 0,
    narrowed: (values) => {
      const known = narrow.get(values) ?? valuesIn(structure, real, values);
      narrow.set(values, known);
      return known;
    },
    widened: (values) => Uint32Array.from(view, (seen) => (seen === -1 ? 0 : values[seen]!)),
    isMove: (from, to) =>
      view[from] !== -1 &&
      mayStep(from, to) &&
      reachedFrom(view[from]!).has(view[to]!) &&
      steps(from, to).length > 0,
    steps,
  };
}

/** Values by state of `whole` for the states of a part of it. */
export function valuesIn(part: Structure, whole: Structure, values: Uint32Array): Uint32Array {
  return Uint32Array.from(part.codes, (code) => values[positionOf(whole, code)]!);
}
