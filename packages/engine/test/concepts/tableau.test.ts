import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stabilityOf, structureOf } from '../../src/index.ts';
import { conflicts, type Shape } from '../random-conflict.ts';
import { deep } from '../runs.ts';

/** In how many of these three-actor conflicts fh says something else than “seq or sim” of some state and actor. */
function shareThatDiffers(shape: Shape): number {
  const drawn = fc
    .sample(conflicts({ ...shape, actors: { min: 3, max: 3 } }), { numRuns: deep ? 10_000 : 500, seed: 71 })
    .map(({ model, ranks }) => ({ structure: structureOf(model), ranks }))
    .filter(({ structure }) => structure.codes.length > 1);
  const differ = drawn.filter(({ structure, ranks }) => {
    const [seq, sim, fh] = (['seq', 'sim', 'fh'] as const).map(
      (concept) => stabilityOf(structure, ranks, concept).stable,
    );
    return fh!.some((flags, i) => flags.some((flag, s) => flag !== (seq![i]![s]! | sim![i]![s]!)));
  });
  return differ.length / drawn.length;
}

test.each([
  ['with everything that a model can have', {}, 0.19],
  ['all states feasible, ties', { plain: true }, 0.4],
  ['all states feasible, no ties', { plain: true, strict: true }, 0.66],
] as const)('fh is not “seq or sim”: %s', (_, shape, share) => {
  const measured = shareThatDiffers(shape);
  expect(measured).toBeGreaterThan(share - 0.06);
  expect(measured).toBeLessThan(share + 0.06);
});
