import {
  type Closed,
  closedUnder,
  leastByImprovements,
  leastByMoves,
  leastIn,
  type Ranks,
  type Structure,
} from '@demarche/engine';

/**
 * For every state the least weight that the movers can bring about, by moves or, with `glad`, by improvements. `orders` names what of
 * `glad` bears on it.
 */
export type Closures = (
  movers: readonly number[],
  glad: Ranks | undefined,
  orders: string,
  weight: Uint32Array,
) => Uint32Array;

/** So many numbers are kept, whatever the size of the conflict. */
const room = 1 << 24;

/** Who leads where is worked out when it is asked for a second time: from then on a weight costs a few steps a state. */
export function closuresOf(structure: Structure): Closures {
  const asked = new Map<string, Closed | undefined>();
  let size = 0;
  return (movers, glad, orders, weight) => {
    const key = glad ? `${movers} by ${orders}` : `${movers}`;
    const known = asked.get(key);
    if (known) return leastIn(known, weight);
    if (structure.arcs || !asked.has(key)) {
      asked.set(key, undefined);
      return glad
        ? leastByImprovements(structure, movers, glad, weight)
        : leastByMoves(structure, movers, weight);
    }
    const closed = closedUnder(structure, movers, glad);
    size += 2 * structure.codes.length + 2 * closed.parts + closed.after.to.length;
    if (size > room) {
      asked.clear();
      size = 0;
    }
    asked.set(key, closed);
    return leastIn(closed, weight);
  };
}
