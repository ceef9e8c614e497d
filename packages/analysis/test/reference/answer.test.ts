import { answerCell, gamesOf } from '@demarche/analysis';
import fc from 'fast-check';
import { test } from 'vitest';
import { conflictOf } from '../../../engine/test/reference/conflict.ts';
import { deep } from '../../../engine/test/runs.ts';
import { answerCell as referenceCell } from './answer.ts';
import { asCase, onlyProfile } from './as-case.ts';
import { expectAnswers, expectCourse } from './expect-cell.ts';
import { cells } from './random-cell.ts';

/** Conflicts in each of the parts below; from every feasible state of each the whole answer is compared. */
const parts = [1, 2, 3, 4];
const conflictsPerPart = deep ? 5_000 : 100;

test.each(parts)('the course, its rests and every answer as the definitions have them, part %i', (seed) => {
  fc.assert(
    fc.property(cells, (cell) => {
      const { model, ranks, concept, setting, questions } = cell;
      const conflict = conflictOf(model, ranks);
      const compiled = asCase(cell);
      const games = gamesOf(compiled(cell.now).structure);
      const profile = onlyProfile(cell);
      for (const now of conflict.states) {
        const found = answerCell(compiled(now), games, profile, concept, setting);
        const expected = referenceCell(conflict, concept, setting, now, questions);
        expectCourse(found, expected);
        expectAnswers(found, expected, questions);
      }
    }),
    { numRuns: conflictsPerPart, seed },
  );
});
