import { improvementsFrom, movesFrom } from './moves.ts';
import type { Ranks } from './solver.ts';
import type { Structure } from './structure.ts';

/** One step of a path: who moved, and to which state. */
export type Step = { readonly actor: number; readonly to: number };

/** What can be reached from a state by sequences of single actors' moves, with shortest ways. */
export type Reach = {
  readonly from: number;
  /** Number of moves from `from`, or -1 where it cannot be reached. */
  readonly distance: Int32Array;
  /** The shortest way to a state, empty for `from`; undefined where there is none. Ties go to the earlier actor and state. */
  readonly path: (state: number) => readonly Step[] | undefined;
};

/**
 * R_N(from) by breadth first search: by all moves, or, with `ranks`, by improvements of whoever moves. `actors` limits who moves.
 */
export function reachFrom(
  structure: Structure,
  from: number,
  options: { readonly ranks?: Ranks; readonly actors?: readonly number[] } = {},
): Reach {
  const movers = options.actors ?? Array.from({ length: structure.actors }, (_, actor) => actor);
  const distance = new Int32Array(structure.codes.length).fill(-1);
  const mover = new Int32Array(structure.codes.length).fill(-1);
  const before = new Int32Array(structure.codes.length).fill(-1);
  const queue = [from];
  distance[from] = 0;
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!;
    for (const actor of movers) {
      const next = options.ranks
        ? improvementsFrom(structure, options.ranks[actor]!, actor, here)
        : movesFrom(structure, actor, here);
      for (const to of [...next].sort((a, b) => a - b)) {
        if (distance[to] !== -1) continue;
        distance[to] = distance[here]! + 1;
        mover[to] = actor;
        before[to] = here;
        queue.push(to);
      }
    }
  }
  const path = (state: number) => {
    if (distance[state] === -1) return undefined;
    const steps: Step[] = [];
    for (let at = state; at !== from; at = before[at]!) steps.unshift({ actor: mover[at]!, to: at });
    return steps;
  };
  return { from, distance, path };
}
