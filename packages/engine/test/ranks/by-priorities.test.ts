import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denseRanks, type Program, rankByPriorities, structureOf } from '../../src/index.ts';
import { conflicts } from '../random-conflict.ts';
import { expressions, programOf } from '../random-expression.ts';
import { truth } from '../reference/truth.ts';
import { runs } from '../runs.ts';

const lines = fc.array(fc.array(expressions, { minLength: 1, maxLength: 3 }), { maxLength: 5 });

/** Positive where s is better: by the first line of which more holds at one than at the other. */
function compare(priorities: readonly (readonly Program[])[], s: number, t: number): number {
  for (const that of priorities) {
    const held = (code: number) => that.filter((program) => truth(program)(code)).length;
    if (held(s) !== held(t)) return held(s) - held(t);
  }
  return 0;
}

test('the first priority that tells two states apart decides', () => {
  fc.assert(
    fc.property(conflicts({ options: { max: 5 } }), lines, ({ model }, written) => {
      const structure = structureOf(model);
      const priorities = written.map((that) => that.map((part) => programOf(part, model.options.length)));
      const ranks = rankByPriorities(
        structure,
        priorities.map((that) => ({ that })),
      );
      const codes = [...structure.codes];
      for (const [a, s] of codes.slice(0, 12).entries())
        for (const [b, t] of codes.slice(0, 12).entries())
          expect(Math.sign(ranks[a]! - ranks[b]!)).toBe(Math.sign(compare(priorities, s, t)));
      if (codes.length > 0) expect(Math.min(...ranks)).toBe(1);
    }),
    runs(200, 41),
  );
});

test('ranks from numbers count the distinct ones from below', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }).map((n) => n + 0)), (numbers) => {
      const distinct = [...new Set(numbers)].sort((a, b) => a - b);
      expect([...denseRanks(Float64Array.from(numbers))]).toEqual(
        numbers.map((n) => distinct.indexOf(n) + 1),
      );
    }),
    runs(200, 42),
  );
});
