import { describe, expect, it } from 'vitest';
import { compileCase, lintCase, newCase, readCase } from '../src/index.ts';

describe('the starter case', () => {
  it.each(['A dispute', 'Who: "asks", and why?', 'yes', "don't", '2025', '# no', 'back\\slash'])(
    'titled %j loads, runs and gets no warning',
    (title) => {
      const { case: found, diagnostics, positions } = readCase(newCase({ title }));
      expect(diagnostics).toEqual([]);
      expect(lintCase(found!, positions!)).toEqual([]);
      expect(found).toMatchObject({ title, questions: [{ id: 'enough-water' }] });
      expect(compileCase(found!).now).toBeDefined();
    },
  );
});
