import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  denseRanks,
  type Program,
  rankByClasses,
  rankByPriorities,
  rankByScores,
  type States,
} from '../../src/index.ts';
import { expressions, programOf } from '../random-expression.ts';
import { runs } from '../runs.ts';
import { ranksBy, truths } from './naive.ts';

/** What the ranks read: all states of so many options or those that a share leaves, also more than one block of them. */
const statesOf: fc.Arbitrary<States> = fc
  .record({
    options: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 13, max: 15 })),
    wide: fc.boolean(),
    few: fc.boolean(),
    share: fc.integer({ min: 1, max: 9 }),
    seed: fc.nat(),
  })
  .map(({ options, wide, few, share, seed }) => {
    const stride = wide ? 2 ** (31 - options) - 1 : 1;
    const codes = Array.from({ length: 2 ** options }, (_, k) => k).filter(
      (k) => !few || (Math.imul(k + seed, 0x9e3779b1) >>> 0) % 10 >= share,
    );
    return { options: wide ? 31 : options, codes: Uint32Array.from(codes, (k) => k * stride) };
  });

const programs = (states: States, written: readonly Parameters<typeof programOf>[0][]): Program[] =>
  written.map((one) => programOf(one, states.options));

const few = fc.array(expressions, { minLength: 1, maxLength: 4 });

describe('as when worked out state by state', () => {
  test('ranks by priorities, the first that tells two states apart', () => {
    fc.assert(
      fc.property(statesOf, fc.array(few, { maxLength: 24 }), (states, written) => {
        const lines = written.map((one) => programs(states, one));
        const held = lines.map((one) => truths(one, states.codes).map((row) => row.filter(Boolean).length));
        // Lines compare like the digits of a number.
        const scores = Array.from(states.codes, (_, s) =>
          held.reduce((sum, line, k) => sum * BigInt(lines[k]!.length + 1) + BigInt(line[s]!), 0n),
        );
        const place = new Map(
          [...new Set(scores)].sort((a, b) => (a < b ? -1 : 1)).map((x, k) => [x, k + 1]),
        );
        expect([
          ...rankByPriorities(
            states,
            lines.map((that) => ({ that })),
          ),
        ]).toEqual(scores.map((one) => place.get(one)));
      }),
      runs(50, 43),
    );
  });

  test('ranks by classes, the first that holds', () => {
    fc.assert(
      fc.property(statesOf, fc.array(few, { maxLength: 20 }), (states, written) => {
        const classes = written.map((one) => programs(states, one));
        const held = classes.map((one) => truths(one, states.codes).map((row) => row.includes(true)));
        const worth = Array.from(states.codes, (_, s) => {
          const at = held.findIndex((one) => one[s]);
          return at === -1 ? 0 : classes.length - at;
        });
        const expected = denseRanks(Float64Array.from(worth));
        expect([...rankByClasses(states, classes)]).toEqual([...expected]);
      }),
      runs(50, 44),
    );
  });

  test('ranks by weighted scores, sums as they are on paper', () => {
    const weight = fc.oneof(
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    const terms = fc.array(fc.record({ weight, that: expressions }), { maxLength: 20 });
    fc.assert(
      fc.property(statesOf, terms, (states, written) => {
        const scores = written.map(({ weight: w, that }) => ({
          weight: w,
          that: programOf(that, states.options),
        }));
        const held = truths(
          scores.map(({ that }) => that),
          states.codes,
        );
        const sums = held.map((row) =>
          Number(row.reduce((sum, holds, k) => sum + (holds ? scores[k]!.weight : 0), 0).toPrecision(12)),
        );
        const place = new Map([...new Set(sums)].sort((a, b) => a - b).map((x, k) => [x, k + 1]));
        expect([...rankByScores(states, scores)]).toEqual(sums.map((one) => place.get(one)));
      }),
      runs(50, 45),
    );
  });
});

test('ranks from many numbers are those from few', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(0, -0, 1, -1),
  );
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 40 }), (written) => {
      const many = Float64Array.from({ length: 5_000 }, (_, k) => written[k % written.length]!);
      const expected = ranksBy(written, (a, b) => a - b);
      expect([...denseRanks(many).subarray(0, written.length)]).toEqual(expected);
      expect([...denseRanks(Float64Array.from(written))]).toEqual(expected);
    }),
    runs(200, 46),
  );
});
