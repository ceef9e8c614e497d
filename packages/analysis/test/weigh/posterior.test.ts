import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../case/test/random.ts';
import { runs } from '../../../engine/test/runs.ts';
import { chanceOfConclusion } from '../../src/weigh/chance.ts';
import { type Matter, posteriorOf, posteriorPoint, precisionPosterior } from '../../src/weigh/posterior.ts';
import { exactly } from '../../src/weigh/range.ts';
import { randomMatter } from './random-matter.ts';
import { atMiddles, corners, posteriorBy, weightsBy } from './reference.ts';

const seeds = fc.nat(2 ** 24);

const close = (found: readonly number[], expected: readonly number[], digits = 10) => {
  expect(found.length).toBe(expected.length);
  found.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at]!, digits);
  });
};

describe('the posterior', () => {
  test('equals the definition at the middle of every range', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { ranges: 0.4, unknown: 0.4 });
        close(posteriorPoint(matter), posteriorBy(matter, atMiddles(matter)));
      }),
      runs(300, 1),
    );
  });

  test('does not depend on the order of items', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { ranges: 0.4, unknown: 0.4 });
        const random = randomFrom(seed);
        const shuffled: Matter = {
          ...matter,
          statements: random.shuffled(matter.statements),
          moves: random.shuffled(matter.moves),
          precision: random.shuffled(matter.precision),
        };
        const [one, other] = [posteriorOf(matter), posteriorOf(shuffled)];
        for (const end of ['low', 'point', 'high'] as const) {
          close(
            one.map((value) => value[end]),
            other.map((value) => value[end]),
          );
        }
      }),
      runs(200, 2),
    );
  });

  test('is left as it is by neutral items, whatever their strength, also within its bounds', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, likelihood) => {
        const matter = randomMatter(seed, { ranges: 0.4, unknown: 0.4 });
        const same = matter.ids.map(() => exactly(likelihood));
        const deaf = matter.ids.map((_, h) => exactly(h % 2));
        const flat = matter.ids.map(() => [0.3, 0.3, 0.3]);
        const more: Matter = {
          ...matter,
          statements: [
            ...matter.statements,
            { id: 'same', group: 'same', strength: { low: 0.2, high: 0.8 }, likelihood: same },
            { id: 'deaf', group: 'deaf', strength: exactly(0), likelihood: deaf },
          ],
          moves: [...matter.moves, { id: 'flat', chosen: 1, scores: flat }],
        };
        const [one, other] = [posteriorOf(matter), posteriorOf(more)];
        for (const end of ['low', 'point', 'high'] as const) {
          close(
            one.map((value) => value[end]),
            other.map((value) => value[end]),
          );
        }
      }),
      runs(200, 3),
    );
  });

  test('rises in each likelihood of its own and falls in each of another', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed);
        const random = randomFrom(seed + 1);
        const [e, h] = [random.below(matter.statements.length), random.below(matter.ids.length)];
        const raised: Matter = {
          ...matter,
          statements: matter.statements.map((item, at) =>
            at === e
              ? {
                  ...item,
                  likelihood: item.likelihood.map((one, k) => (k === h ? exactly((one.low + 1) / 2) : one)),
                }
              : item,
          ),
        };
        const [before, after] = [posteriorPoint(matter), posteriorPoint(raised)];
        after.forEach((value, k) => {
          if (k === h) expect(value).toBeGreaterThanOrEqual(before[k]! - 1e-12);
          else expect(value).toBeLessThanOrEqual(before[k]! + 1e-12);
        });
      }),
      runs(200, 4),
    );
  });

  test('is all zero where every reading is excluded, and without NaN', () => {
    const likelihood = [exactly(0), exactly(0)];
    const statements = [{ id: 'e', group: 'e', strength: exactly(1), likelihood }];
    const found = posteriorOf({ ids: ['a', 'b'], prior: [0.5, 0.5], statements, moves: [], precision: [1] });
    for (const { low, point, high } of found) {
      expect(point).toBe(0);
      expect(low).toBe(0);
      expect(Number.isNaN(high)).toBe(false);
    }
  });
});

/** Least and greatest of a function of the posterior over all corners. */
function ends(matter: Matter, value: (posterior: readonly number[]) => number): [number, number] {
  let [least, greatest] = [1, 0];
  for (const corner of corners(matter)) {
    const found = value(posteriorBy(matter, corner));
    least = Math.min(least, found);
    greatest = Math.max(greatest, found);
  }
  return [least, greatest];
}

describe('the bounds', () => {
  test('contain the point', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { low, point, high } of posteriorOf(randomMatter(seed, { ranges: 0.6, unknown: 0.6 }))) {
          expect(low).toBeLessThanOrEqual(point);
          expect(high).toBeGreaterThanOrEqual(point);
        }
      }),
      runs(300, 5),
    );
  });

  test.each([
    ['strengths known, three readings', { hypotheses: 3, statements: 3, ranges: 0.9 }],
    ['strengths unknown, two readings', { hypotheses: 2, statements: 4, ranges: 0.6, unknown: 0.8 }],
    [
      'one statement of unknown strength, no ranges, two readings',
      { hypotheses: 2, statements: 1, unknown: 1 },
    ],
  ])('are those of the corners: %s', (_, shape) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, shape);
        posteriorOf(matter).forEach(({ low, high }, h) => {
          close(
            [low, high],
            ends(matter, (posterior) => posterior[h]!),
          );
        });
      }),
      runs(40, 6),
    );
  });

  test('contain all corners where strengths are unknown and readings several', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { hypotheses: 3, statements: 3, ranges: 0.4, unknown: 0.8 });
        posteriorOf(matter).forEach(({ low, high }, h) => {
          const [least, greatest] = ends(matter, (posterior) => posterior[h]!);
          expect(low).toBeLessThanOrEqual(least + 1e-12);
          expect(high).toBeGreaterThanOrEqual(greatest - 1e-12);
        });
      }),
      runs(40, 7),
    );
  });

  test('of a conclusion are those of the corners', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { hypotheses: 3, statements: 3, ranges: 0.9 });
        const random = randomFrom(seed + 2);
        const holds = matter.ids.map(() => (random.chance(0.5) ? random.below(2) : random.next()));
        const { low, point, high } = chanceOfConclusion(matter, holds);
        const value = (posterior: readonly number[]) =>
          posterior.reduce((sum, p, h) => sum + p * holds[h]!, 0);
        close([low, high], ends(matter, value));
        expect(point).toBeCloseTo(value(posteriorBy(matter, atMiddles(matter))), 10);
      }),
      runs(40, 8),
    );
  });

  test('of a conclusion take it to be false and true under `other`', () => {
    const matter = randomMatter(11, { hypotheses: 3, statements: 2 });
    const posterior = posteriorPoint(matter);
    const { low, point, high, unexplained } = chanceOfConclusion(matter, [1, 0, undefined]);
    close([low, high, unexplained], [posterior[0]!, posterior[0]! + posterior[2]!, posterior[2]!]);
    expect(point).toBeCloseTo((low + high) / 2, 10);
  });
});

describe('the posterior of λ', () => {
  test('equals the definition', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { ranges: 0.4 });
        const weights = matter.precision.map((lambda) =>
          weightsBy({ ...matter, precision: [lambda] }, atMiddles(matter)).reduce((sum, one) => sum + one, 0),
        );
        const total = weights.reduce((sum, one) => sum + one, 0);
        close(
          precisionPosterior(matter, matter.ids.length),
          weights.map((one) => one / total),
        );
      }),
      runs(100, 9),
    );
  });
});
