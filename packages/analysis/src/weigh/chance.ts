import type { Chance } from './conclusion-result.ts';
import { greatestOdds, type Matter, type Odds, posteriorPoint } from './posterior.ts';

/** In which share of profiles a conclusion holds, by hypothesis; undefined under `other`, which is in no cell of the grid. */
export type Indicator = readonly (number | undefined)[];

export const halfway = (indicator: Indicator): number[] => indicator.map((share) => share ?? 0.5);

/** P(c) = Σ p(h) c(h). */
export function expected(posterior: readonly number[], indicator: Indicator): number {
  return halfway(indicator).reduce((sum, share, h) => sum + posterior[h]! * share, 0);
}

/** P(c) with its bounds over all ranges and over what is true under `other`. */
export function chanceOfConclusion(matter: Matter, indicator: Indicator): Chance {
  const posterior = posteriorPoint(matter);
  const point = expected(posterior, indicator);
  const odds = greatestOdds(matter);
  const least =
    1 -
    greatestChance(
      odds,
      indicator.map((share) => 1 - (share ?? 0)),
    );
  const most = greatestChance(
    odds,
    indicator.map((share) => share ?? 1),
  );
  const unexplained = posterior.reduce((sum, p, h) => (indicator[h] === undefined ? sum + p : sum), 0);
  return { low: Math.min(least, point), point, high: Math.max(most, point), unexplained };
}

/**
 * The greatest Σ w(h) c(h) / Σ w(h) that the pairwise odds allow. It exceeds t exactly when Σ w(h) (c(h) − t) does 0, for which
 * readings above t stand at the top and those below at the bottom of their ranges; t is found by halving, to the last digit.
 */
export function greatestChance(odds: Odds, share: readonly number[]): number {
  let low = Math.min(...share);
  let high = Math.max(...share);
  while (true) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (reaches(odds, share, middle)) low = middle;
    else high = middle;
  }
}

function reaches(odds: Odds, share: readonly number[], t: number): boolean {
  let sum = 0;
  share.forEach((above, h) => {
    if (above <= t) return;
    let against = 0;
    share.forEach((below, k) => {
      if (below < t) against += (t - below) / odds[h]![k]!;
    });
    sum += (above - t) / against;
  });
  return sum >= 1;
}
