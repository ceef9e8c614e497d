import { type Arrival, legalWalk, stepsTo } from './legal-walk.ts';
import { improvementsFrom, movesFrom } from './moves.ts';
import type { Ranks } from './solver.ts';
import type { Structure } from './structure.ts';

/** One step of a path: who moved, and to which state. */
export type Step = { readonly actor: number; readonly to: number };

/** Who and which state comes first where several would do. Default: as numbered. */
export type TieOrder = {
  readonly actors?: readonly number[];
  readonly before?: (one: number, other: number) => number;
};

/** What can be reached from a state by sequences of single actors' moves, with shortest ways. */
export type Reach = {
  readonly from: number;
  /** Number of moves from `from`, or -1 where it cannot be reached. */
  readonly distance: Int32Array;
  /** The shortest way to a state, empty for `from`; undefined where there is none. Ties go to the earlier actor and state. */
  readonly path: (state: number) => readonly Step[] | undefined;
};

/**
 * R_N(from) by breadth first search: by all moves, or, with `ranks`, by improvements of whoever moves. `actors` limits who moves;
 * they and `before` decide ties.
 * Nobody moves twice in a row, which matters only where moves are not transitive.
 */
export function reachFrom(
  structure: Structure,
  from: number,
  options: TieOrder & { readonly ranks?: Ranks } = {},
): Reach {
  const { ranks } = options;
  const movers = options.actors ?? Array.from({ length: structure.actors }, (_, actor) => actor);
  const moves = (actor: number, state: number) =>
    news(actor, state)
      ? ranks
        ? improvementsFrom(structure, ranks[actor]!, actor, state)
        : movesFrom(structure, actor, state)
      : [];
  const news = newsIn(structure, ranks);
  const distance = new Int32Array(structure.codes.length).fill(-1);
  const arrivals = new Map<number, Arrival>();
  distance[from] = 0;
  for (const arrival of legalWalk(from, movers, moves, { before: options.before })) {
    distance[arrival.state] = arrival.moves;
    arrivals.set(arrival.state, arrival);
  }
  const path = (state: number) => {
    if (state === from) return [];
    const arrival = arrivals.get(state);
    return arrival && stepsTo(arrival);
  };
  return { from, distance, path };
}

/**
 * Whether a mover may find from a state what it has not found before. Where moves are transitive it does not, once it went from a state
 * of the same group that it likes no better: what it reaches, or likes better, from here it did from there.
 */
function newsIn(
  { arcs, cells }: Structure,
  ranks: Ranks | undefined,
): (actor: number, state: number) => boolean {
  if (arcs) return () => true;
  const least = cells.map(({ start }) => new Float64Array(start.length).fill(Number.POSITIVE_INFINITY));
  return (actor, state) => {
    const group = cells[actor]!.group[state]!;
    const rank = ranks ? ranks[actor]![state]! : 0;
    if (least[actor]![group]! <= rank) return false;
    least[actor]![group] = rank;
    return true;
  };
}
