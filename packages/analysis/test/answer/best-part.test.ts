import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestParts, byPairs, byParts } from '../../src/answer/best-part.ts';

const bits = [1, 4, 2 ** 9, 2 ** 30, -(2 ** 31)];
const sets = fc.uniqueArray(
  fc.subarray(bits).map((some) => some.reduce((all, bit) => all | bit, 0)),
  { maxLength: 32 },
);

test('by parts as by pairs: the best value of a proper part', () => {
  fc.assert(
    fc.property(
      sets,
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 32, maxLength: 32 }),
      (some, values) => {
        const definition = some.map((whole) =>
          some.reduce(
            (best, part, k) =>
              part !== whole && (part & whole) === part ? Math.max(best, values[k]!) : best,
            Number.NEGATIVE_INFINITY,
          ),
        );
        for (const way of [bestParts, byPairs]) expect([...way(some, values)]).toEqual(definition);
        expect([...byParts(some, values, bits)]).toEqual(definition);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});
