import type { AnswerGrid } from './grid.ts';
import { mostProbable, probabilities, type Weights } from './probable.ts';
import type { Hinge } from './result.ts';
import { shapleyEffects } from './shapley.ts';

/**
 * Naming one reading twice is a hidden vote. Shares and the most probable answer are computed again with every reading counted
 * two and three times; what is returned is where a factor leads that did not and none that did still does, or where the more
 * probable answer changes.
 */
export function listingOf(grid: AnswerGrid, weights: Weights): Hinge['listing'] {
  const sizes = grid.factors.map((factor) => factor.values.length);
  const even = sizes.map((size) => new Array<number>(size).fill(1 / size));
  const leading = (axes: Weights) =>
    leaders(shapleyEffects(sizes, grid.answers, axes) ?? []).map((at) => grid.factors[at]!.name);
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
            const otherLeads = !now.some((one) => before.leading.includes(one));
            if (!otherLeads && probable === before.probable) return [];
            return [
              {
                reading: `${factor.actor}.${value}`,
                times,
                ...(otherLeads ? { leading: { from: before.leading[0]!, to: now[0]! } } : {}),
                ...(probable === before.probable
                  ? {}
                  : { probable: { from: before.probable, to: probable } }),
              },
            ];
          }),
        ),
  );
}

/** Positions of the largest effect; near ties share the lead, so that it does not hang on the order of the file. */
function leaders(effects: readonly number[]): readonly number[] {
  const most = Math.max(...effects);
  return effects.flatMap((effect, at) => (effect > most - 1e-9 ? [at] : []));
}

function repeated(weights: readonly number[], value: number, times: number): readonly number[] {
  const raw = weights.map((weight, v) => (v === value ? weight * times : weight));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}
