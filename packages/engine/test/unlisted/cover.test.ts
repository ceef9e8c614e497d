import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../src/program.ts';
import { coverOf } from '../../src/unlisted/cover.ts';
import { statesIn } from '../../src/unlisted/cube-solver.ts';
import { codesIn } from '../enumerated.ts';
import { expressions, programOf } from '../random-expression.ts';
import { runs } from '../runs.ts';

/** Random sets, and sets that an expression describes. */
const sets = fc.oneof(
  fc.record({ options: fc.constant(6), codes: fc.uniqueArray(fc.nat(63)) }),
  expressions.map((expression) => {
    const program = programOf(expression, 6);
    return { options: 8, codes: [...Array(256).keys()].filter((code) => holds(program, code)) };
  }),
);

test('the cubes are the set, no state twice', () => {
  fc.assert(
    fc.property(sets, ({ options, codes }) => {
      const sorted = Uint32Array.from(codes).sort();
      const cubes = coverOf(sorted, options, 256)!;
      expect(cubes.every((cube) => cube.length === options)).toBe(true);
      expect(cubes.flatMap(codesIn).sort((a, b) => a - b)).toEqual([...sorted]);
      expect(cubes.length).toBeLessThanOrEqual(sorted.length);
      if (cubes.length > 0) expect(coverOf(sorted, options, cubes.length - 1)).toBe(undefined);
    }),
    runs(300, 51),
  );
});

test('two million states that one option decides are one cube', () => {
  const codes = Uint32Array.from({ length: 2 ** 21 }, (_, at) => 2 * at + 1);
  const cubes = coverOf(codes, 22, 10)!;
  expect(cubes).toEqual([`1${'-'.repeat(21)}`]);
  expect(statesIn(cubes[0]!)).toBe(2n ** 21n);
  expect(coverOf(Uint32Array.from([2 ** 31, 2 ** 31 + 1]), 32, 10)).toEqual([`-${'0'.repeat(30)}1`]);
});
