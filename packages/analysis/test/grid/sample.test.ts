import { expect, it } from 'vitest';
import { drawDistinct } from '../../src/grid/sample.ts';

it('distinct positions, ascending, the same for the same seed', () => {
  for (const [total, count] of [
    [10, 0],
    [10, 10],
    [1000, 40],
  ] as const) {
    const drawn = drawDistinct(total, count, 7);
    expect(drawn).toHaveLength(count);
    expect(new Set(drawn).size).toBe(count);
    expect(drawn.toSorted((a, b) => a - b)).toEqual(drawn);
    expect(drawn.every((at) => at >= 0 && at < total)).toBe(true);
    expect(drawDistinct(total, count, 7)).toEqual(drawn);
  }
  expect(drawDistinct(1000, 40, 8)).not.toEqual(drawDistinct(1000, 40, 7));
});

it('every set as often as another: chi-square over the ten pairs of five', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 5000; seed++) {
    const key = drawDistinct(5, 2, seed).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(counts.size).toBe(10);
  const chi = [...counts.values()].reduce((sum, seen) => sum + (seen - 500) ** 2 / 500, 0);
  // The 99.9th percentile for 9 degrees of freedom.
  expect(chi).toBeLessThan(27.9);
});
