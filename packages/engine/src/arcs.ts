import type { Links } from './cells.ts';
import { TooLarge } from './feasible.ts';
import { movesFrom } from './moves.ts';
import type { Structure } from './structure.ts';

/** One actor's moves, state by state, both ways: s leads to `after.to[after.start[s]] … after.to[after.start[s + 1] - 1]`. */
export type Arcs = { readonly after: Links; readonly before: Links };

/** Who can move where by one move, whatever form the conflict was given in: R_i(s) is a row of `arcs[i].after`. */
export type MoveGraph = {
  readonly actors: number;
  readonly states: number;
  readonly arcs: readonly Arcs[];
};

/** Most arcs of all actors together that are ever listed. */
export const mostArcs = 2 ** 26;

/** Arcs of one actor from its rows, ascending within a row and each once; a row holds the states that s leads to. */
export function arcsByRow(states: number, row: (state: number) => Iterable<number>, limit = mostArcs): Arcs {
  const start = new Int32Array(states + 1);
  let to = new Int32Array(1024);
  let count = 0;
  for (let state = 0; state < states; state++) {
    const ends = distinct(row(state));
    if (count + ends.length > limit) throw tooManyArcs(count, state, states, limit);
    if (count + ends.length > to.length) {
      const larger = new Int32Array(Math.max(2 * to.length, count + ends.length));
      larger.set(to);
      to = larger;
    }
    to.set(ends, count);
    count += ends.length;
    start[state + 1] = count;
  }
  const after = { start, to: to.slice(0, count) };
  return { after, before: turned(after) };
}

/** Ascending, each once. */
function distinct(row: Iterable<number>): Int32Array {
  const ends = Int32Array.from(row).sort();
  let kept = 0;
  for (let k = 0; k < ends.length; k++) if (k === 0 || ends[k] !== ends[k - 1]) ends[kept++] = ends[k]!;
  return ends.subarray(0, kept);
}

function tooManyArcs(count: number, state: number, states: number, limit: number): TooLarge {
  const estimate = Math.round((count / Math.max(1, state)) * states);
  return new TooLarge(estimate, `more than ${limit} moves to list (about ${estimate})`);
}

/** The same arcs, read from their ends. */
export function turned({ start, to }: Links): Links {
  const states = start.length - 1;
  const back = new Int32Array(states + 1);
  for (const end of to) back[end + 1]!++;
  for (let state = 0; state < states; state++) back[state + 1]! += back[state]!;
  const from = new Int32Array(to.length);
  const fill = back.slice();
  for (let state = 0; state < states; state++)
    for (let k = start[state]!; k < start[state + 1]!; k++) from[fill[to[k]!]!++] = state;
  return { start: back, to: from };
}

const listed = new WeakMap<Structure, MoveGraph>();

/**
 * The moves of a conflict as arcs: those given in graph form, or in option form the moves themselves, listed once. Throws
 * `TooLarge` where there are more than `mostArcs` of them.
 */
export function moveGraphOf(structure: Structure): MoveGraph {
  const { actors, codes } = structure;
  const known = listed.get(structure);
  if (known) return known;
  let room = mostArcs;
  const arcs =
    structure.arcs ??
    Array.from({ length: actors }, (_, actor) => {
      const own = arcsByRow(codes.length, (state) => movesFrom(structure, actor, state), room);
      room -= own.after.to.length;
      return own;
    });
  const graph = { actors, states: codes.length, arcs };
  listed.set(structure, graph);
  return graph;
}
