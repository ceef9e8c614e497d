import { describe, expect, test } from 'vitest';
import { deep } from '../../../engine/test/runs.ts';
import { calibrationError, type World } from './simulation.ts';

const draws = deep ? 100_000 : 10_000;

describe('calibration by simulation', () => {
  test('what is said to be so likely comes so often', () => {
    expect(calibrationError({}, draws, 20250322)).toBeLessThan(0.02);
  });

  test.each<[string, World]>([
    ['λ lies outside the grid', { grid: [1, 2, 4, 8], lambda: 0.1 }],
    ['strengths are believed too high', { strength: (rho) => rho / 4 }],
    ['moves come by lot and λ = 0 is not in the grid', { grid: [4, 8, 16], choose: 'lot' }],
  ])('and not so where %s', (_, world) => {
    expect(calibrationError(world, draws, 7)).toBeGreaterThan(calibrationError({}, draws, 7) + 0.01);
  });
});
