import { byWeightOnce } from './by-weight.ts';
import type { Cells } from './cells.ts';
import { leastByLastMovers } from './last-movers.ts';
import type { Structure } from './structure.ts';

/**
 * For every state t the least weight that the `movers` can bring about from t by a legal sequence of moves, t itself
 * included. With transitive moves the rule that nobody moves twice in a row changes nothing, so the closure is plain
 * reachability; sources are taken in increasing weight, each group of an opponent is opened once: linear. A conflict given by
 * its arcs takes the rule itself.
 */
export function leastByMoves(
  structure: Structure,
  movers: readonly number[],
  weight: Uint32Array,
): Uint32Array {
  if (structure.arcs) return leastByLastMovers(structure.arcs, movers, weight);
  return flood(
    weight,
    movers.map((j) => ({ cells: structure.cells[j]!, opened: new Uint8Array(structure.cells[j]!.groups) })),
    openGroups,
  );
}

/**
 * The same with every step an improvement of its mover. Labelled predecessors within a group are always a prefix of its members
 * in the mover's order, so one pointer a group suffices. `ranks` are everybody's as the judging actor sees them.
 */
export function leastByImprovements(
  structure: Structure,
  movers: readonly number[],
  ranks: readonly Uint32Array[],
  weight: Uint32Array,
): Uint32Array {
  if (structure.arcs) return leastByLastMovers(structure.arcs, movers, weight, ranks);
  return flood(
    weight,
    movers.map((j) => {
      const cells = structure.cells[j]!;
      return {
        cells,
        rank: ranks[j]!,
        ...worstFirst(cells, ranks[j]!),
        pointer: cells.start.slice(0, cells.groups),
        threshold: new Uint32Array(cells.before.to.length > 0 ? cells.groups : 0),
      };
    }),
    passWorse,
  );
}

/** The states that are found, in that order, and 1 for each that is not. */
type Found = { readonly queue: Int32Array; readonly fresh: Uint8Array; readonly waiting: number[] };

/**
 * Labels every state with the least weight whose source it leads to. `spread` finds what leads to the states `queue[at]` …
 * `queue[end - 1]` by one mover, puts it at the end of the queue, and says where that is now. Whether a state is fresh cannot be
 * foreseen, and is not branched on: it is put at the end in any case, and stays where the end moves past it.
 */
function flood<Mover>(
  weight: Uint32Array,
  movers: readonly Mover[],
  spread: (mover: Mover, found: Found, at: number, end: number) => number,
): Uint32Array {
  const order = byWeightOnce(weight);
  const states = order.length;
  const least = new Uint32Array(states);
  const found = roomFor(states);
  const { queue, fresh } = found;
  const done = new Int32Array(movers.length);
  let end = 0;
  for (let k = 0; end < states; k++) {
    const source = order[k]!;
    if (fresh[source] === 0) continue;
    const first = end;
    fresh[source] = 0;
    queue[end++] = source;
    for (let idle = 0, j = 0; idle < movers.length; j = j + 1 === movers.length ? 0 : j + 1) {
      const before = end;
      if (done[j]! < end) end = spread(movers[j]!, found, done[j]!, end);
      done[j] = end;
      idle = end > before ? 1 : idle + 1;
    }
    const label = weight[source]!;
    for (let at = first; at < end; at++) least[queue[at]!] = label;
  }
  return least;
}

/** Floods do not overlap: those of small conflicts, of which there are many, share what they need on the way. */
let shared: Found | undefined;
const mostShared = 1 << 16;

function roomFor(states: number): Found {
  const make = (size: number): Found => ({
    queue: new Int32Array(size + 1),
    fresh: new Uint8Array(size),
    waiting: [],
  });
  if (states <= mostShared && !(shared && shared.fresh.length >= states)) shared = make(states);
  const room = states <= mostShared ? shared! : make(states);
  room.fresh.fill(1, 0, states);
  return room;
}

type Opening = { readonly cells: Cells; readonly opened: Uint8Array };

function openGroups(
  { cells, opened }: Opening,
  { queue, fresh, waiting }: Found,
  from: number,
  to: number,
): number {
  const { group, members, start, before } = cells;
  const linked = before.to.length > 0;
  let end = to;
  for (let at = from; at < end; at++) {
    let g: number | undefined = group[queue[at]!]!;
    if (opened[g] === 1) continue;
    opened[g] = 1;
    for (; g !== undefined; g = waiting.pop()) {
      for (let m = start[g]!; m < start[g + 1]!; m++) {
        const member = members[m]!;
        queue[end] = member;
        end += fresh[member]!;
        fresh[member] = 0;
      }
      if (!linked) break;
      for (let m = before.start[g]!; m < before.start[g + 1]!; m++) {
        const earlier = before.to[m]!;
        if (opened[earlier] === 1) continue;
        opened[earlier] = 1;
        waiting.push(earlier);
      }
    }
  }
  return end;
}

type Passing = Within & {
  readonly cells: Cells;
  readonly rank: Uint32Array;
  /** Per group, up to where it has been passed. */
  readonly pointer: Int32Array;
  /** Per group, the rank up to which it and all groups before it have been passed; empty where groups do not lead to each other. */
  readonly threshold: Uint32Array;
};

function passWorse(mover: Passing, found: Found, from: number, to: number): number {
  if (mover.threshold.length > 0) return passWorseBefore(mover, found, from, to);
  const { sorted, worse, pointer } = mover;
  const { group } = mover.cells;
  const { queue, fresh } = found;
  let end = to;
  for (let at = from; at < end; at++) {
    const state = queue[at]!;
    const g = group[state]!;
    const stop = worse[state]!;
    let next = pointer[g]!;
    if (next >= stop) continue;
    do {
      const member = sorted[next++]!;
      queue[end] = member;
      end += fresh[member]!;
      fresh[member] = 0;
    } while (next < stop);
    pointer[g] = next;
  }
  return end;
}

function passWorseBefore(mover: Passing, found: Found, from: number, to: number): number {
  const { sorted, pointer, threshold, rank } = mover;
  const { group, start, before } = mover.cells;
  const { queue, fresh, waiting } = found;
  let end = to;
  for (let at = from; at < end; at++) {
    const reached = rank[queue[at]!]!;
    for (let g: number | undefined = group[queue[at]!]!; g !== undefined; g = waiting.pop()) {
      if (threshold[g]! >= reached) continue;
      threshold[g] = reached;
      const stop = start[g + 1]!;
      let next = pointer[g]!;
      for (; next < stop && rank[sorted[next]!]! < reached; next++) {
        const member = sorted[next]!;
        queue[end] = member;
        end += fresh[member]!;
        fresh[member] = 0;
      }
      pointer[g] = next;
      for (let m = before.start[g]!; m < before.start[g + 1]!; m++) waiting.push(before.to[m]!);
    }
  }
  return end;
}

/** Everybody but the actor: N − i. */
export function othersThan(structure: Structure, actor: number): readonly number[] {
  return Array.from({ length: structure.actors }, (_, j) => j).filter((j) => j !== actor);
}

/** An actor's order within its groups. */
export type Within = {
  /** The members of each group, worst first. */
  readonly sorted: Int32Array;
  /** Per state, where in `sorted` those end that are worse and of its group. */
  readonly worse: Int32Array;
};

const orders = new WeakMap<Cells, WeakMap<Uint32Array, Within>>();

/** Kept for as long as the ranks are, since every opponent of j asks for the same. */
export function worstFirst(cells: Cells, ranks: Uint32Array): Within {
  let known = orders.get(cells);
  if (!known) {
    known = new WeakMap();
    orders.set(cells, known);
  }
  const found = known.get(ranks);
  if (found) return found;
  const { group, start } = cells;
  const sorted = new Int32Array(ranks.length);
  const worse = new Int32Array(ranks.length);
  const fill = start.slice();
  const order = byWeightOnce(ranks);
  for (let k = 0; k < order.length; k++) {
    const state = order[k]!;
    const g = group[state]!;
    const at = fill[g]!++;
    sorted[at] = state;
    const before = at > start[g]! ? sorted[at - 1]! : -1;
    worse[state] = before !== -1 && ranks[before] === ranks[state] ? worse[before]! : at;
  }
  const made = { sorted, worse };
  known.set(ranks, made);
  return made;
}
