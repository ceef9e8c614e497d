import type { Estimate, Range } from './result.ts';

/** The middle of a range: what stands for it wherever one number is wanted. */
export function middleOf({ low, high }: Range): number {
  return (low + high) / 2;
}

export function estimateOf({ low, high }: Range): Estimate {
  return { low, point: middleOf({ low, high }), high };
}

export const exactly = (value: number): Range => ({ low: value, high: value });

/** log Σ exp, safe where every term is very small. */
export function logSum(terms: readonly number[]): number {
  const most = Math.max(...terms);
  if (most === -Infinity) return -Infinity;
  return most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
}

/** Weights given by their logarithms, scaled to sum to one; all zero where every weight is. */
export function sharesOf(logs: readonly number[]): number[] {
  const total = logSum(logs);
  return logs.map((log) => (log === -Infinity ? 0 : Math.exp(log - total)));
}

/** A record over the hypotheses, in their order. */
export function byId<T>(ids: readonly string[], value: (at: number) => T): Record<string, T> {
  return Object.fromEntries(ids.map((id, at) => [id, value(at)]));
}
