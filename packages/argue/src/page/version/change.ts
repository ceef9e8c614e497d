import type { Case } from '@demarche/case';
import type { Version } from './version.ts';

/** An option or fact is so now, or not; what comes to be as written is no change. */
export function withNow(found: Case, version: Version, id: string, holds: boolean): Version {
  const { [id]: _, ...now } = version.now;
  const written = found.now?.includes(id) === true;
  return { ...version, now: written === holds ? now : { ...now, [id]: holds } };
}

export function withState(found: Case, { state: _, ...version }: Version, id: string): Version {
  return found.now?.[0] === id ? version : { ...version, state: id };
}

/** The order of a reading's priorities, as positions of the lines as written. */
export function orderOf(found: Case, version: Version, actor: number, reading: number): readonly number[] {
  const { order } = found.readings[actor]![reading]!;
  const known = version.orders.find((one) => one.actor === actor && one.reading === reading);
  return known?.order ?? (order.kind === 'prefers' ? order.priorities.map((_, k) => k) : []);
}

/** A line of priorities one place up or down. */
export function withLineMoved(
  found: Case,
  version: Version,
  actor: number,
  reading: number,
  from: number,
  to: number,
): Version {
  const order = [...orderOf(found, version, actor, reading)];
  order.splice(to, 0, ...order.splice(from, 1));
  const others = version.orders.filter((one) => one.actor !== actor || one.reading !== reading);
  if (order.every((line, k) => line === k)) return { ...version, orders: others };
  const orders = [...others, { actor, reading, order }];
  return { ...version, orders: orders.sort((a, b) => a.actor - b.actor || a.reading - b.reading) };
}

/** What a party takes another to want, as written or as changed; null where the case says nothing. */
export function beliefOf(found: Case, version: Version, holder: number, about: number): string | null {
  const changed = version.beliefs.find((one) => one.holder === holder && one.about === about);
  return changed ? changed.reading : writtenBelief(found, holder, about);
}

export function writtenBelief(found: Case, holder: number, about: number): string | null {
  return (
    found.beliefs.find((one) => one.holder === holder && one.about === about && one.of === undefined)
      ?.reading ?? null
  );
}

export function withBelief(
  found: Case,
  version: Version,
  holder: number,
  about: number,
  reading: string | null,
): Version {
  const others = version.beliefs.filter((one) => one.holder !== holder || one.about !== about);
  if (writtenBelief(found, holder, about) === reading) return { ...version, beliefs: others };
  const beliefs = [...others, { holder, about, reading }];
  return { ...version, beliefs: beliefs.sort((a, b) => a.holder - b.holder || a.about - b.about) };
}
