import { byId, middleOf } from './range.ts';
import type { ByReading, Estimate, Range } from './result.ts';

/** P(e | h) = ρ L + (1 − ρ)/2: with ρ the report has to do with the matter, with the rest it would have come anyway. */
export function chanceOf(strength: number, likelihood: number): number {
  return strength * likelihood + (1 - strength) / 2;
}

/** The range of P(e | h): it rises with L, and is linear in ρ, so that the ends of both ranges give its ends. */
export function chanceRange(strength: Range, likelihood: Range): Range {
  return {
    low: Math.min(chanceOf(strength.low, likelihood.low), chanceOf(strength.high, likelihood.low)),
    high: Math.max(chanceOf(strength.low, likelihood.high), chanceOf(strength.high, likelihood.high)),
  };
}

/** The range of P(e | h) with the value at the middles of what was stated. */
export function chanceEstimate(strength: Range, likelihood: Range): Estimate {
  return {
    ...chanceRange(strength, likelihood),
    point: chanceOf(middleOf(strength), middleOf(likelihood)),
  };
}

/** A statement as the posterior needs it: likelihoods by position of the hypothesis. */
export type StatementItem = {
  readonly id: string;
  readonly group: string;
  readonly strength: Range;
  readonly likelihood: readonly Range[];
};

/** The geometric mean of the chances of a group's members. */
export function groupChance(ids: readonly string[], members: readonly StatementItem[]): ByReading<Estimate> {
  const mean = (values: readonly number[]) =>
    values.some((value) => value === 0)
      ? 0
      : Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  return byId(ids, (at) => {
    const all = members.map(({ strength, likelihood }) => chanceEstimate(strength, likelihood[at]!));
    return {
      low: mean(all.map(({ low }) => low)),
      point: mean(all.map(({ point }) => point)),
      high: mean(all.map(({ high }) => high)),
    };
  });
}
