import type { Case } from '@demarche/case';

/** The hypothesis that none of the readings is true. */
export const otherReading = 'other';

export type Prior = {
  readonly ids: readonly string[];
  readonly shares: readonly number[];
  readonly stated: boolean;
};

/**
 * Prior over the readings of an actor: proportional to `weight` (1 where nobody stated one), the weight of a family being the
 * mean of its members', so that listing a reading twice is no vote. A reading without a family is one of its own. `other` takes
 * its share off the top.
 */
export function priorOf(found: Case, actor: number): Prior {
  const readings = found.readings[actor]!;
  const size = new Map<string, number>();
  for (const { family } of readings) if (family !== undefined) size.set(family, (size.get(family) ?? 0) + 1);
  const weights = readings.map(
    ({ family, weight = 1 }) => weight / (family === undefined ? 1 : size.get(family)!),
  );
  const total = weights.reduce((sum, one) => sum + one, 0);
  const other = found.weighing.other[found.actors[actor]!.id] ?? 0;
  const shares = weights.map((one) => (1 - other) * (total > 0 ? one / total : 1 / weights.length));
  const ids = readings.map(({ id }) => id);
  return {
    ids: other > 0 ? [...ids, otherReading] : ids,
    shares: other > 0 ? [...shares, other] : shares,
    stated: readings.some(({ weight }) => weight !== undefined),
  };
}
