import type { Verdict } from '../answer/result.ts';
import type { AnswerGrid } from './grid.ts';
import { mostProbable, probabilities, type Weights } from './probable.ts';
import type { TippingWeight } from './result.ts';

/**
 * Per reading, the least change of its weight, the others in proportion, at which another answer is the most probable. The
 * chance of an answer is linear in the weight, so the crossings are exact.
 */
export function tippingOf(grid: AnswerGrid, weights: Weights): readonly TippingWeight[] {
  const now = mostProbable(probabilities(grid, weights));
  return grid.factors.flatMap((factor, axis) => {
    if (factor.actor === undefined) return [];
    return factor.values.flatMap((value, v): TippingWeight[] => {
      const from = weights[axis]![v]!;
      if (from >= 1) return [];
      const withIt = probabilities(grid, with_(weights, axis, only(v, factor.values.length)));
      const without = probabilities(grid, with_(weights, axis, others(weights[axis]!, v)));
      const tip = nearestCrossing(now, from, withIt, without);
      if (!tip) return [];
      return [{ reading: `${factor.actor}.${value}`, from, to: tip.at, answer: now, instead: tip.answer }];
    });
  });
}

function nearestCrossing(
  now: Verdict,
  from: number,
  withIt: ReadonlyMap<Verdict, number>,
  without: ReadonlyMap<Verdict, number>,
): { readonly at: number; readonly answer: Verdict } | undefined {
  const lead = (answer: Verdict, chances: ReadonlyMap<Verdict, number>) =>
    (chances.get(answer) ?? 0) - (chances.get(now) ?? 0);
  let best: { at: number; answer: Verdict } | undefined;
  for (const answer of ['yes', 'no', 'unsettled', 'depends'] as const) {
    if (answer === now) continue;
    const low = lead(answer, without);
    const high = lead(answer, withIt);
    if (low <= 1e-12 && high <= 1e-12) continue;
    const at = -low / (high - low);
    const reachable = at >= -1e-12 && at <= 1 + 1e-12;
    if (!reachable) continue;
    if (!best || Math.abs(at - from) < Math.abs(best.at - from) - 1e-12) best = { at, answer };
  }
  return best;
}

function only(value: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, v) => (v === value ? 1 : 0));
}

function others(weights: readonly number[], value: number): readonly number[] {
  const rest = 1 - weights[value]!;
  return weights.map((weight, v) => (v === value ? 0 : rest > 0 ? weight / rest : 1 / (weights.length - 1)));
}

function with_(weights: Weights, axis: number, changed: readonly number[]): Weights {
  return weights.map((one, a) => (a === axis ? changed : one));
}

/**
 * The weight before the evidence that comes to a weight after it: evidence multiplies the odds of a reading against the rest, whose
 * proportions stay, by one number, whatever the odds were.
 */
export function beforeEvidence(tip: TippingWeight, prior: number): TippingWeight {
  if (!(prior > 0 && prior < 1 && tip.from > 0)) return tip;
  const ratio = (tip.from / (1 - tip.from)) * ((1 - prior) / prior);
  if (Math.abs(ratio - 1) < 1e-9) return tip;
  return { ...tip, prior: { from: prior, to: tip.to / (tip.to + ratio * (1 - tip.to)) } };
}
