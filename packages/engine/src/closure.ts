import { byWeight } from './by-weight.ts';
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
  const opponents = movers.map((j) => structure.cells[j]!);
  const opened = opponents.map((cells) => new Uint8Array(cells.groups));
  return flood(weight, (state, label) => {
    opponents.forEach((cells, j) => {
      open(cells, opened[j]!, cells.group[state]!, label);
    });
  });
}

function open(cells: Cells, opened: Uint8Array, first: number, label: (state: number) => void): void {
  if (opened[first]) return;
  opened[first] = 1;
  const waiting = [first];
  for (let g = waiting.pop(); g !== undefined; g = waiting.pop()) {
    for (let k = cells.start[g]!; k < cells.start[g + 1]!; k++) label(cells.members[k]!);
    for (let k = cells.before.start[g]!; k < cells.before.start[g + 1]!; k++) {
      const earlier = cells.before.to[k]!;
      if (opened[earlier]) continue;
      opened[earlier] = 1;
      waiting.push(earlier);
    }
  }
}

/**
 * The same with every step an improvement of its mover. Labelled predecessors within a group are always a prefix of its members
 * in the mover's order, so one pointer a group suffices; a group's threshold says up to which rank it and all groups before it
 * have been passed. `ranks` are everybody's as the judging actor sees
 * them.
 */
export function leastByImprovements(
  structure: Structure,
  movers: readonly number[],
  ranks: readonly Uint32Array[],
  weight: Uint32Array,
): Uint32Array {
  if (structure.arcs) return leastByLastMovers(structure.arcs, movers, weight, ranks);
  const opponents = movers.map((j) => {
    const cells = structure.cells[j]!;
    return {
      cells,
      rank: ranks[j]!,
      sorted: ascending(cells, ranks[j]!),
      pointer: cells.start.slice(0, cells.groups),
      threshold: new Uint32Array(cells.groups),
    };
  });
  const waiting: number[] = [];
  return flood(weight, (state, label) => {
    for (const { cells, rank, sorted, pointer, threshold } of opponents) {
      const reached = rank[state]!;
      waiting.push(cells.group[state]!);
      for (let g = waiting.pop(); g !== undefined; g = waiting.pop()) {
        if (threshold[g]! >= reached) continue;
        threshold[g] = reached;
        const end = cells.start[g + 1]!;
        let at = pointer[g]!;
        while (at < end && rank[sorted[at]!]! < reached) label(sorted[at++]!);
        pointer[g] = at;
        for (let k = cells.before.start[g]!; k < cells.before.start[g + 1]!; k++)
          waiting.push(cells.before.to[k]!);
      }
    }
  });
}

/** Labels every state with the least weight whose source it leads to; `spread` names the states that lead to a labelled one. */
function flood(
  weight: Uint32Array,
  spread: (state: number, label: (state: number) => void) => void,
): Uint32Array {
  const least = new Uint32Array(weight.length);
  const stack = new Int32Array(weight.length);
  let top = 0;
  let current = 0;
  const label = (state: number) => {
    if (least[state] !== 0) return;
    least[state] = current;
    stack[top++] = state;
  };
  for (const source of byWeight(weight)) {
    if (least[source] !== 0) continue;
    current = weight[source]!;
    label(source);
    while (top > 0) spread(stack[--top]!, label);
  }
  return least;
}

/** Everybody but the actor: N − i. */
export function othersThan(structure: Structure, actor: number): readonly number[] {
  return Array.from({ length: structure.actors }, (_, j) => j).filter((j) => j !== actor);
}

const orders = new WeakMap<Cells, WeakMap<Uint32Array, Int32Array>>();

/** The members of each group, worst first. Kept for as long as the ranks are, since every opponent of j asks for the same. */
function ascending(cells: Cells, ranks: Uint32Array): Int32Array {
  let known = orders.get(cells);
  if (!known) {
    known = new WeakMap();
    orders.set(cells, known);
  }
  const found = known.get(ranks);
  if (found) return found;
  const sorted = new Int32Array(ranks.length);
  const fill = cells.start.slice();
  for (const state of byWeight(ranks)) sorted[fill[cells.group[state]!]!++] = state;
  known.set(ranks, sorted);
  return sorted;
}
