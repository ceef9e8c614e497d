import type { Compiled, Reading } from '@demarche/case';
import { positionOf, type Structure } from '@demarche/engine';
import { type Patterns, patternsOf } from './patterns.ts';
import { representatives } from './within-cells.ts';

/** Ranks by (actor, reading) of a changed case; equal orders of one actor are one array, so that what follows from them is shared. */
export type Orders = {
  readonly ranks: (actor: number, reading: Reading, structure: Structure) => Uint32Array;
  /** Those that stand for all with the same order within the actor's cells; of ranks that this gave. */
  readonly representative: (actor: number, ranks: Uint32Array) => Uint32Array;
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
  const { structure: all } = base;
  const original = base.case.readings;
  let byReading = new Map<Reading, Uint32Array>();
  let byContent = new Map<string, Uint32Array>();
  let fewer = new WeakMap<Uint32Array, Map<Uint32Array, Uint32Array>>();
  let names = new WeakMap<Uint32Array, number>();
  const representative = representatives(all);
  /** From ranks over fewer states to those over all. */
  const whole = new WeakMap<Uint32Array, { readonly ranks: Uint32Array; readonly structure: Structure }>();
  let named = 0;
  let used = 0;

  const patterns = new Map<string, Patterns>();
  const make = (actor: number, reading: Reading): Uint32Array => {
    const written = original[actor]!.find(({ id }) => id === reading.id)!;
    if (reading.order.kind !== 'prefers' || written.order.kind !== 'prefers')
      return base.ranks(actor, reading.id);
    const name = `${actor} ${reading.id}`;
    const told = patterns.get(name) ?? patternsOf(base, written.order.priorities);
    patterns.set(name, told);
    const ranked = told.ranked(reading.order.priorities);
    const content = `${name} ${ranked.join()}`;
    const known = byContent.get(content);
    if (known) return known;
    const made = told.of.map((pattern) => ranked[pattern]!);
    used += made.byteLength + content.length;
    byContent.set(content, made);
    return made;
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
    const found = make(actor, reading);
    byReading.set(reading, found);
    return found;
  };
  const over = (structure: Structure, found: Uint32Array): Uint32Array => {
    const same = structure.codes.length === all.codes.length && !all.coalesced && !structure.coalesced;
    if (same || structure === all) return found;
    const kept = fewer.get(structure.codes) ?? new Map<Uint32Array, Uint32Array>();
    fewer.set(structure.codes, kept);
    const known = kept.get(found);
    if (known) return known;
    const left = Uint32Array.from(structure.codes, (code) => found[positionOf(all, code)]!);
    kept.set(found, left);
    whole.set(left, { ranks: found, structure });
    return left;
  };
  return {
    ranks: (actor, reading, structure) => over(structure, full(actor, reading)),
    representative: (actor, ranks) => {
      const from = whole.get(ranks);
      return from ? over(from.structure, representative(actor, from.ranks)) : representative(actor, ranks);
    },
    name: (ranks) => {
      const known = names.get(ranks);
      if (known !== undefined) return known;
      names.set(ranks, named);
      return named++;
    },
  };
}
