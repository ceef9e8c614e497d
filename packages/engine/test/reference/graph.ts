import type { Program } from '../../src/program.ts';
import type { Conflict } from './conflict.ts';
import { reach } from './moves.ts';
import { truth } from './truth.ts';

/** A conflict in graph form: states are numbers, R_i(s) is what `moves[i]` lists. `ranks[actor][state]`. */
export function graphConflict(
  states: readonly number[],
  moves: readonly (readonly (readonly [number, number])[])[],
  ranks: readonly ArrayLike<number>[],
): Conflict {
  const position = new Map(states.map((code, at) => [code, at]));
  return {
    model: { actors: moves.length, options: [], impossible: [] },
    actors: [...moves.keys()],
    states,
    feasible: (code) => position.has(code),
    rank: (actor, code) => ranks[actor]![position.get(code)!]!,
    legal: () => false,
    arcs: (actor, code) => new Set(moves[actor]!.filter(([from]) => from === code).map(([, to]) => to)),
    kept: new Map(),
  };
}

/** Sets of states that are one: for each program all that satisfy it, joined where they have a state in common. */
export function classesOf(
  states: readonly number[],
  same: readonly Program[],
): readonly ReadonlySet<number>[] {
  let classes = states.map((state) => new Set([state]));
  for (const program of same) {
    const holds = truth(program);
    const touched = classes.filter((one) => [...one].some(holds));
    const joined = new Set(
      touched
        .flatMap((one) => [...one].filter(holds))
        .flatMap((state) => [...classes.find((one) => one.has(state))!]),
    );
    if (joined.size > 0) classes = [...classes.filter((one) => !touched.includes(one)), joined];
  }
  return classes;
}

/** The conflict with each class as one state, called by the least of its members: arcs are the union of theirs, without loops. */
export function coalescedConflict(conflict: Conflict, classes: readonly ReadonlySet<number>[]): Conflict {
  const classOf = (state: number) => classes.find((one) => one.has(state))!;
  const name = (one: ReadonlySet<number>) => Math.min(...one);
  return {
    ...conflict,
    coalesced: {
      single: { ...conflict, kept: new Map() },
      parts: (code) => [...classOf(code)],
      whole: (code) => name(classOf(code)),
    },
    states: classes.map(name).sort((a, b) => a - b),
    arcs: (actor, code) => {
      const ends = [...classOf(code)].flatMap((state) => [...reach(conflict, actor, state)]);
      return new Set(ends.map((end) => name(classOf(end))).filter((end) => end !== code));
    },
    kept: new Map(),
  };
}
