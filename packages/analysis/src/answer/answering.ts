import type { Cells, Ranks, Structure } from '@demarche/engine';

/** What those outside a coalition can do to one of its movers. */
export type Answering = {
  /** Per state t, the least that they can leave the mover with from t. */
  readonly leastLeft: () => Uint32Array;
  /** Whether that is no more than `most`. */
  readonly canLeave: (to: number, most: number) => boolean;
};

/**
 * Where few deals are asked about, what outsiders can bring about is looked for from each of them, and ends at the first state that
 * does harm. When that has taken as long as the levels of all states would, these are worked out, and answer from then on. `glad` are
 * everybody's ranks as the mover takes them to be, where outsiders only make improvements.
 */
export function answeringBy(
  structure: Structure,
  outside: readonly number[],
  glad: Ranks | undefined,
  weight: Uint32Array,
  all: () => Uint32Array,
): Answering {
  let levels: Uint32Array | undefined;
  const leastLeft = () => {
    levels ??= all();
    return levels;
  };
  let patience = structure.arcs ? 0 : 1 + outside.length * weight.length;
  const near = (to: number, most: number): boolean => {
    if (weight[to]! <= most) return true;
    const scratch = scratchOf(structure);
    const { seen, queue } = scratch;
    const stamp = ++scratch.stamp;
    seen[to] = stamp;
    queue[0] = to;
    let end = 1;
    for (let at = 0; at < end; at++) {
      const state = queue[at]!;
      for (const j of outside) {
        const { group, members, start, after } = structure.cells[j]!;
        const rank = glad?.[j];
        const here = rank ? rank[state]! : 0;
        for (const g of groupsFrom(group[state]!, after)) {
          patience -= start[g + 1]! - start[g]!;
          for (let m = start[g]!; m < start[g + 1]!; m++) {
            const next = members[m]!;
            if (seen[next] === stamp || (rank && rank[next]! <= here)) continue;
            if (weight[next]! <= most) return true;
            seen[next] = stamp;
            queue[end++] = next;
          }
        }
      }
    }
    return false;
  };
  return {
    leastLeft,
    canLeave: (to, most) => (!levels && patience > 0 ? near(to, most) : leastLeft()[to]! <= most),
  };
}

/** By the levels of all states at once. */
export function answeringAt(all: () => Uint32Array): Answering {
  let levels: Uint32Array | undefined;
  const leastLeft = () => {
    levels ??= all();
    return levels;
  };
  return { leastLeft, canLeave: (to, most) => leastLeft()[to]! <= most };
}

/** A group and all that are after it, each once. */
function groupsFrom(first: number, after: Cells['after']): Iterable<number> {
  if (after.start[first] === after.start[first + 1]) return [first];
  const groups = new Set([first]);
  for (const g of groups)
    for (let m = after.start[g]!; m < after.start[g + 1]!; m++) groups.add(after.to[m]!);
  return groups;
}

type Scratch = { stamp: number; readonly seen: Float64Array; readonly queue: Int32Array };

const scratches = new WeakMap<Structure, Scratch>();

function scratchOf(structure: Structure): Scratch {
  const known = scratches.get(structure);
  if (known) return known;
  const states = structure.codes.length;
  const made = { stamp: 0, seen: new Float64Array(states), queue: new Int32Array(states) };
  scratches.set(structure, made);
  return made;
}
