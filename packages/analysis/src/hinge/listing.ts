import type { AnswerGrid } from './grid.ts';
import { mostProbable, probabilities, type Weights } from './probable.ts';
import type { Hinge } from './result.ts';
import { shapleyEffects } from './shapley.ts';

/**
 * Naming one reading twice is a hidden vote. Shares and the most probable answer are computed again with every reading counted
 * two and three times; what is returned is where the leading factor or the more probable answer changes.
 */
export function listingOf(grid: AnswerGrid, weights: Weights): Hinge['listing'] {
  const sizes = grid.factors.map((factor) => factor.values.length);
  const even = sizes.map((size) => new Array<number>(size).fill(1 / size));
  const leading = (axes: Weights) => {
    const effects = shapleyEffects(sizes, grid.answers, axes);
    return effects ? grid.factors[leader(effects)]!.name : undefined;
  };
  const before = { leading: leading(even), probable: mostProbable(probabilities(grid, weights)) };
  return grid.factors.flatMap((factor, axis) =>
    factor.actor === undefined
      ? []
      : factor.values.flatMap((value, v) =>
          ([2, 3] as const).flatMap((times) => {
            const counted = (axes: Weights) =>
              axes.map((one, a) => (a === axis ? repeated(one, v, times) : one));
            const now = leading(counted(even));
            const probable = mostProbable(probabilities(grid, counted(weights)));
            if (now === before.leading && probable === before.probable) return [];
            return [
              {
                reading: `${factor.actor}.${value}`,
                times,
                ...(now !== undefined && before.leading !== undefined && now !== before.leading
                  ? { leading: { from: before.leading, to: now } }
                  : {}),
                ...(probable === before.probable
                  ? {}
                  : { probable: { from: before.probable, to: probable } }),
              },
            ];
          }),
        ),
  );
}

/** Position of the largest effect; near ties go to the first. */
export function leader(effects: readonly number[]): number {
  return effects.reduce((best, effect, at) => (effect > effects[best]! + 1e-9 ? at : best), 0);
}

function repeated(weights: readonly number[], value: number, times: number): readonly number[] {
  const raw = weights.map((weight, v) => (v === value ? weight * times : weight));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}
