import type { Case, Reading } from '@demarche/case';
import type { Factor } from './result.ts';

/** Prior weights of readings: as stated, split evenly over families and then within one; they sum to one. */
export function priorOf(readings: readonly Reading[]): readonly number[] {
  const families = new Map<string, Reading[]>();
  for (const reading of readings) {
    const family = reading.family === undefined ? `reading ${reading.id}` : `family ${reading.family}`;
    families.set(family, [...(families.get(family) ?? []), reading]);
  }
  const raw = readings.map((reading) => {
    const family = [...families.values()].find((members) => members.includes(reading))!;
    return (reading.weight ?? 1) / family.length;
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (total > 0 ? weight / total : 1 / readings.length));
}

/** Weights of each factor's values: readings by their prior, scenarios equally. */
export function weightsOf(found: Case, factors: readonly Factor[]): readonly (readonly number[])[] {
  return factors.map((factor) => {
    if (factor.actor === undefined) return factor.values.map(() => 1 / factor.values.length);
    const i = found.actors.findIndex((actor) => actor.id === factor.actor);
    return priorOf(found.readings[i]!.filter((reading) => factor.values.includes(reading.id)));
  });
}
