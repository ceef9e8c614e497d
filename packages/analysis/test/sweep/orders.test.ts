import { drawsOf } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { expectedSwaps, mallows } from '../../src/sweep/mallows.ts';
import { plackettLuce } from '../../src/sweep/plackett-luce.ts';

function permutations(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}

function inversions(order: readonly number[]): number {
  let count = 0;
  for (let a = 0; a < order.length; a++)
    for (let b = a + 1; b < order.length; b++) if (order[a]! > order[b]!) count++;
  return count;
}

/** Straight from the definition: φ to the number of pairs the other way round. */
function mallowsChance(order: readonly number[], dispersion: number): number {
  const weight = (one: readonly number[]) => dispersion ** inversions(one);
  return weight(order) / permutations(order.length).reduce((sum, one) => sum + weight(one), 0);
}

/** Straight from the definition: one item after the other, each by its weight among those left. */
function plackettLuceChance(order: readonly number[], dispersion: number): number {
  return order.reduce((chance, item, at) => {
    const left = order.slice(at).reduce((sum, one) => sum + dispersion ** one, 0);
    return (chance * dispersion ** item) / left;
  }, 1);
}

/** The 99.9th percentile of chi-square, by Wilson and Hilferty's approximation. */
function limit(freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + 3.09 * Math.sqrt(part)) ** 3;
}

describe.each([
  ['mallows', mallows, mallowsChance],
  ['plackett-luce', plackettLuce, plackettLuceChance],
] as const)('%s', (_, draw, chance) => {
  it.each([
    [2, 0.3],
    [3, 0.5],
    [4, 0.2],
    [4, 0.8],
    [4, 1],
    [5, 0.6],
  ])('%i items, dispersion %f: chi-square against the exact chances', (n, dispersion) => {
    const all = permutations(n);
    const counts = new Map(all.map((one) => [one.join(), 0]));
    const samples = 20_000;
    for (let k = 0; k < samples; k++) {
      const key = draw(n, dispersion, drawsOf(5, k)).join();
      counts.set(key, counts.get(key)! + 1);
    }
    expect(counts.size).toBe(all.length);
    // Classes too rare for the test are put together.
    let rare = { seen: 0, expected: 0 };
    let chi = 0;
    let classes = 0;
    let sum = 0;
    for (const one of all) {
      const expected = samples * chance(one, dispersion);
      sum += expected;
      const seen = counts.get(one.join())!;
      if (expected < 8) rare = { seen: rare.seen + seen, expected: rare.expected + expected };
      else {
        chi += (seen - expected) ** 2 / expected;
        classes++;
      }
    }
    expect(sum).toBeCloseTo(samples, 6);
    if (rare.expected > 0) {
      chi += (rare.seen - rare.expected) ** 2 / rare.expected;
      classes++;
    }
    expect(chi).toBeLessThan(limit(classes - 1));
  });

  it('does not stray at dispersion 0, and gives an order of all items', () => {
    expect(draw(6, 0, drawsOf(1, 0))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(draw(0, 0.5, drawsOf(1, 0))).toEqual([]);
    for (let k = 0; k < 50; k++)
      expect(draw(40, 0.9, drawsOf(2, k)).toSorted((a, b) => a - b)).toEqual([...Array(40).keys()]);
  });
});

it('the mean number of swaps is the mean over all orders', () => {
  for (const [n, dispersion] of [
    [1, 0.5],
    [4, 0.2],
    [5, 1],
    [6, 0.7],
  ] as const) {
    const mean = permutations(n).reduce(
      (sum, one) => sum + inversions(one) * mallowsChance(one, dispersion),
      0,
    );
    expect(expectedSwaps(n, dispersion)).toBeCloseTo(mean, 9);
  }
});
