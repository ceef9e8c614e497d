import { drawsOf } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta, logGamma } from '../../src/sweep/beta.ts';
import { clopperPearson, confidenceSequence, type Interval } from '../../src/sweep/intervals.ts';

describe('the beta distribution', () => {
  it('log Γ: factorials, and Γ(½) = √π', () => {
    let factorial = 1;
    for (let n = 1; n < 100; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });

  it('for whole a and b it is a binomial tail', () => {
    for (const [a, b] of [
      [1, 1],
      [3, 8],
      [40, 12],
      [150, 151],
    ] as const)
      for (const x of [0.001, 0.2, 0.5, 0.77, 0.999]) {
        // I_x(a, b) = P(at least a of a + b − 1), summed term by term.
        const n = a + b - 1;
        let tail = 0;
        for (let k = a; k <= n; k++) {
          const choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
          tail += Math.exp(choose + k * Math.log(x) + (n - k) * Math.log1p(-x));
        }
        expect(incompleteBeta(x, a, b)).toBeCloseTo(tail, 11);
      }
  });

  it('the quantile is its inverse', () => {
    for (const [p, a, b] of [
      [0.025, 3, 8],
      [0.5, 0.5, 0.5],
      [0.975, 1200, 801],
    ] as const)
      expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 12);
  });
});

describe('Clopper and Pearson', () => {
  // The ends are where a binomial tail is 2.5 %: found here by halving on the sum itself.
  const tail = (p: number, n: number, from: number, to: number) => {
    let sum = 0;
    for (let k = from; k <= to; k++) {
      const choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
      sum += Math.exp(choose + k * Math.log(p) + (n - k) * Math.log1p(-p));
    }
    return sum;
  };

  it.each([
    [1, 10],
    [5, 10],
    [8, 29],
    [200, 1000],
    [999, 1000],
  ])('%i of %i', (count, samples) => {
    const { low, high } = clopperPearson(count, samples);
    expect(tail(low, samples, count, samples)).toBeCloseTo(0.025, 9);
    expect(tail(high, samples, 0, count)).toBeCloseTo(0.025, 9);
  });

  it('none and all: the rule of the one-sided power', () => {
    expect(clopperPearson(0, 20)).toEqual({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 20), 12) });
    expect(clopperPearson(20, 20)).toEqual({ low: expect.closeTo(0.025 ** (1 / 20), 12), high: 1 });
    expect(clopperPearson(0, 1)).toEqual({ low: 0, high: expect.closeTo(0.975, 12) });
  });

  it('covers every share with at least 95 %, by exact sums', () => {
    const n = 25;
    const intervals = Array.from({ length: n + 1 }, (_, k) => clopperPearson(k, n));
    for (let p = 0.005; p < 1; p += 0.005) {
      let covered = 0;
      intervals.forEach(({ low, high }, k) => {
        if (low <= p && p <= high) covered += tail(p, n, k, k);
      });
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-9);
    }
  });
});

describe('the confidence sequence', () => {
  it('holds the share seen, and narrows', () => {
    expect(confidenceSequence(0, 0)).toEqual({ low: 0, high: 1 });
    let width = 1;
    for (const n of [10, 100, 1000, 10_000]) {
      const { low, high } = confidenceSequence(0.3 * n, n);
      expect(low).toBeLessThan(0.3);
      expect(high).toBeGreaterThan(0.3);
      expect(high - low).toBeLessThan(width);
      width = high - low;
      const mirrored = confidenceSequence(0.7 * n, n);
      expect(mirrored.low).toBeCloseTo(1 - high, 12);
      const fixed = clopperPearson(0.3 * n, n);
      expect(high - low).toBeGreaterThan(fixed.high - fixed.low);
    }
    expect(confidenceSequence(0, 50).low).toBe(0);
    expect(confidenceSequence(50, 50).high).toBe(1);
  });

  it('covers at every moment at once, where intervals for a fixed number do not', () => {
    const paths = 300;
    const known = new Map<string, Interval>();
    const kept = (of: (count: number, n: number) => Interval, count: number, n: number) => {
      const key = `${of.name} ${count}/${n}`;
      const made = known.get(key) ?? of(count, n);
      known.set(key, made);
      return made;
    };
    for (const [p, seed] of [
      [0.5, 1],
      [0.1, 2],
    ] as const) {
      let left = 0;
      let fixedLeft = 0;
      for (let path = 0; path < paths; path++) {
        const draws = drawsOf(seed, path);
        let count = 0;
        let out = false;
        let fixedOut = false;
        for (let n = 1; n <= 1000; n++) {
          if (draws.uniform() < p) count++;
          // Looked at ten at a time: a finer look is what coverage at every moment also covers.
          if (n % 10 > 0) continue;
          const whole = kept(confidenceSequence, count, n);
          if (p < whole.low || p > whole.high) out = true;
          const fixed = kept(clopperPearson, count, n);
          if (p < fixed.low || p > fixed.high) fixedOut = true;
        }
        if (out) left++;
        if (fixedOut) fixedLeft++;
      }
      expect(left / paths).toBeLessThanOrEqual(0.05);
      expect(fixedLeft / paths).toBeGreaterThan(0.1);
    }
  });
});
