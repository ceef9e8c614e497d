import { answerCell, gamesOf } from '@demarche/analysis';
import fc from 'fast-check';
import { test } from 'vitest';
import { conflictOf } from '../../../engine/test/reference/conflict.ts';
import { deep } from '../../../engine/test/runs.ts';
import { answerCell as referenceCell } from './answer.ts';
import { asCase, onlyProfile } from './as-case.ts';
import { expectAnswers, expectCourse } from './expect-cell.ts';
import { cells } from './random-cell.ts';

test.each(['once', 'single'] as const)(
  '%s: the course, its rests and every answer, where sanctions and what outsiders answer follow the rule',
  (rule) => {
    fc.assert(
      fc.property(cells, (cell) => {
        const { model, ranks, concept, setting, questions } = cell;
        const conflict = { ...conflictOf(model, ranks), rule };
        const compiled = asCase(cell);
        const games = gamesOf(compiled(cell.now).structure, undefined, rule);
        const profile = onlyProfile(cell);
        for (const now of conflict.states) {
          const found = answerCell(compiled(now), games, profile, concept, setting);
          const expected = referenceCell(conflict, concept, setting, now, questions);
          expectCourse(found, expected);
          expectAnswers(found, expected, questions);
        }
      }),
      { numRuns: deep ? 2_000 : 60, seed: 91 },
    );
  },
);
