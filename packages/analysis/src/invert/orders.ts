import type { Compiled, Reading } from '@demarche/case';
import { positionOf, rankByPriorities, type Structure } from '@demarche/engine';

/** Ranks by (actor, reading) of a changed case; equal orders of one actor are one array, so that what follows from them is shared. */
export type Orders = {
  readonly ranks: (actor: number, reading: Reading, structure: Structure) => Uint32Array;
  /** A number for each distinct order, as long as it is kept. */
  readonly name: (ranks: Uint32Array) => number;
};

/** Bytes of ranks that are kept. */
const room = 2 ** 27;

/**
 * Orders are worked out over the states of the case as it is. A given option leaves fewer states in the same order, and that is
 * all that any concept asks of ranks.
 */
export function ordersOf(base: Compiled): Orders {
  const { structure: all, program } = base;
  const original = base.case.readings;
  let byReading = new Map<Reading, Uint32Array>();
  let byContent = new Map<string, Uint32Array>();
  let fewer = new WeakMap<Structure, Map<Uint32Array, Uint32Array>>();
  let names = new WeakMap<Uint32Array, number>();
  let named = 0;
  let used = 0;

  const canonical = (actor: number, made: Uint32Array): Uint32Array => {
    const content = `${actor}:${made.join()}`;
    const known = byContent.get(content);
    if (known) return known;
    used += made.byteLength + content.length;
    byContent.set(content, made);
    return made;
  };
  const make = (actor: number, reading: Reading): Uint32Array => {
    if (original[actor]!.includes(reading)) return base.ranks(actor, reading.id);
    if (reading.order.kind !== 'prefers') throw new Error('only priorities are reordered');
    return rankByPriorities(
      all,
      reading.order.priorities.map(({ that }) => ({ that: that.map(program) })),
    );
  };
  const full = (actor: number, reading: Reading): Uint32Array => {
    const known = byReading.get(reading);
    if (known) return known;
    if (used > room) {
      byReading = new Map();
      byContent = new Map();
      fewer = new WeakMap();
      names = new WeakMap();
      used = 0;
    }
    const found = canonical(actor, make(actor, reading));
    byReading.set(reading, found);
    return found;
  };
  return {
    ranks: (actor, reading, structure) => {
      const found = full(actor, reading);
      if (structure.codes.length === all.codes.length) return found;
      const kept = fewer.get(structure) ?? new Map<Uint32Array, Uint32Array>();
      fewer.set(structure, kept);
      const known = kept.get(found);
      if (known) return known;
      const left = Uint32Array.from(structure.codes, (code) => found[positionOf(all, code)]!);
      kept.set(found, left);
      return left;
    },
    name: (ranks) => {
      const known = names.get(ranks);
      if (known !== undefined) return known;
      names.set(ranks, named);
      return named++;
    },
  };
}
