import { sharesAmong, type Weighing } from '../weigh/index.ts';
import type { AnswerGrid } from './grid.ts';
import type { Weights } from './probable.ts';
import type { TippingWeight } from './result.ts';
import { beforeEvidence, tippingOf } from './tipping.ts';

/** Tipping weights, each with what it comes to before the evidence. */
export function tippingWithPriors(
  grid: AnswerGrid,
  weights: Weights,
  actors: readonly Weighing[],
): readonly TippingWeight[] {
  return tippingOf(grid, weights).map((tip) => {
    for (const { actor, values } of grid.factors) {
      if (actor === undefined || !tip.reading.startsWith(`${actor}.`)) continue;
      const { prior } = actors.find(({ standing }) => standing.actor === actor)!.standing;
      const points = Object.fromEntries(
        Object.entries(prior).map(([id, point]) => [id, { low: point, point, high: point }]),
      );
      const shares = sharesAmong(points, values as readonly string[]);
      return beforeEvidence(tip, shares[values.indexOf(tip.reading.slice(actor.length + 1))]!);
    }
    return tip;
  });
}
