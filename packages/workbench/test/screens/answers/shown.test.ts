import { answerCase, answerGrid } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { expect, test } from 'vitest';
import { repoCases } from '../../../../case/test/repo-cases.ts';
import { shownOf } from '../../../src/screens/answers/shown.ts';

const { text } = repoCases.find(({ file }) => file === 'cases/tutorial/case.yaml')!;
const caseOf = (words: string): Case => readCase(words).case!;
const found = caseOf(text);
const answer = answerCase(found, { robustness: false });
const earlyOf = (other: Case) => ({ of: '', found: other, part: answerGrid(other, { robustness: false }) });

test('newer answers are shown before what they hang on, over the same readings and circumstances', () => {
  const other = caseOf(text.replace(/^title: .*$/m, 'title: Another'));
  const early = earlyOf(other);
  const shown = shownOf({ answer, found, early })!;
  expect(shown).toMatchObject({ found: other, stale: true });
  expect(shown.answer.cells).toBe(early.part.cells);
  expect(shown.answer.hinges).toBe(answer.hinges);
});

test('where readings or questions are others, the earlier answers stay with the case that they are of', () => {
  const id = found.questions[0]!.id;
  for (const other of [
    caseOf(text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), 'renamed')),
    { ...found, scenarios: [] },
  ])
    expect(shownOf({ answer, found, early: earlyOf(other) })).toEqual({ answer, found, stale: true });
});

test('nothing is shown before there is something', () => {
  expect(shownOf({ answer: undefined, found: undefined, early: earlyOf(found) })).toBeUndefined();
  expect(shownOf({ answer, found, early: undefined })).toEqual({ answer, found, stale: false });
});
