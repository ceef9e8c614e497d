import { betaQuantile, boundary, logBeta } from './beta.ts';

/** Ends of an interval for a share. */
export type Interval = { readonly low: number; readonly high: number };

/** How sure an interval is meant to be. */
export const level = 0.95;

/**
 * For a share of which `count` of `samples` were seen, the number of samples being fixed beforehand: covers the true share with a
 * chance of at least `level`, whatever it is (Clopper & Pearson 1934).
 */
export function clopperPearson(count: number, samples: number): Interval {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, samples - count + 1),
    high: count === samples ? 1 : betaQuantile(1 - tail, count + 1, samples - count),
  };
}

/**
 * The same where it is looked at again and again, and sampling stops on what is seen: with a chance of at least `level` it covers
 * the true share at *every* number of samples at once. The shares p at which the beta-binomial mixture
 * B(½ + k, ½ + n − k) / (B(½, ½) p^k (1 − p)^(n − k)) is below 1/(1 − level); that it ever exceeds it has a chance of at most
 * 1 − level (Ville 1939; Robbins 1970; Howard, Ramdas, McAuliffe & Sekhon 2021).
 */
export function confidenceSequence(count: number, samples: number): Interval {
  if (samples === 0) return { low: 0, high: 1 };
  const rest = samples - count;
  const mixture = logBeta(0.5 + count, 0.5 + rest) - logBeta(0.5, 0.5) + Math.log(1 - level);
  const excluded = (p: number) => mixture >= logPower(p, count) + logPower(1 - p, rest);
  const seen = count / samples;
  return {
    low: count === 0 ? 0 : boundary(0, seen, excluded),
    high: rest === 0 ? 1 : 1 - boundary(0, 1 - seen, (q) => excluded(1 - q)),
  };
}

/** log p^k, with 0^0 = 1. */
function logPower(p: number, k: number): number {
  return k === 0 ? 0 : k * Math.log(p);
}
