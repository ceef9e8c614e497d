import { byWeightOnce, type Structure } from '@demarche/engine';

/**
 * Numbers for orders, one for all that agree within an actor's cells. Of an opponent's order a sanction reads only how states compare
 * that it can move between, and it never leaves its cell: most reorderings of its priorities change nothing there. Where arcs say who
 * can move where, every array of ranks has a number of its own.
 */
export type OrdersWithin = (actor: number, ranks: Uint32Array) => number;

/** So many numbers are kept of all orders; beyond it orders that were met before get a number of their own. */
const room = 1 << 23;

export function ordersWithin(structure: Structure): OrdersWithin {
  const actors = Array.from({ length: structure.actors }, (_, actor) => ({
    cells: structure.arcs ? undefined : cellsOf(structure, actor),
    known: new WeakMap<Uint32Array, number>(),
    byContent: new Map<number, { readonly within: Uint32Array; readonly number: number }[]>(),
  }));
  let numbers = 0;
  let size = 0;
  return (actor, ranks) => {
    const { cells, known, byContent } = actors[actor]!;
    const before = known.get(ranks);
    if (before !== undefined) return before;
    const number = (): number => {
      if (!cells) return numbers++;
      const within = orderWithin(cells, ranks);
      const hash = hashOf(within);
      const alike = byContent.get(hash) ?? [];
      byContent.set(hash, alike);
      const same = alike.find((one) => isEqual(one.within, within));
      if (same) return same.number;
      alike.push({ within, number: numbers });
      size += within.length;
      if (size > room) {
        for (const one of actors) one.byContent.clear();
        size = 0;
      }
      return numbers++;
    };
    const made = number();
    known.set(ranks, made);
    return made;
  };
}

export function hashOf(values: Uint32Array): number {
  let hash = 0;
  for (let k = 0; k < values.length; k++) hash = (Math.imul(hash, 0x01000193) ^ values[k]!) | 0;
  return hash;
}

export function isEqual(one: Uint32Array, other: Uint32Array): boolean {
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) return false;
  return one.length === other.length;
}

/** Per state, a number for the states that agree with it on all that the actor does not own. */
function cellsOf({ codes, mine }: Structure, actor: number): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(codes, (code) => {
    const rest = (code & ~mine[actor]!) >>> 0;
    const known = numbers.get(rest) ?? numbers.size;
    numbers.set(rest, known);
    return known;
  });
}

/** Per state, how many distinct ranks of its cell are below its own. */
function orderWithin(cells: Int32Array, ranks: Uint32Array): Uint32Array {
  const within = new Uint32Array(ranks.length);
  const level = new Uint32Array(ranks.length);
  const last = new Uint32Array(ranks.length);
  for (const state of byWeightOnce(ranks)) {
    const cell = cells[state]!;
    if (last[cell] !== ranks[state]) {
      if (last[cell] !== 0) level[cell]!++;
      last[cell] = ranks[state]!;
    }
    within[state] = level[cell]!;
  }
  return within;
}
