import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictOf } from '../../../engine/test/reference/conflict.ts';
import { answerCell } from './answer.ts';
import { cells } from './random-cell.ts';

const sample = fc.sample(cells, { numRuns: 2_000, seed: 1 }).map((cell) => ({
  cell,
  found: answerCell(conflictOf(cell.model, cell.ranks), cell.concept, cell.setting, cell.now, cell.questions),
}));

const count = (which: (one: (typeof sample)[number]) => boolean) => sample.filter(which).length;
const answered = (answer: string) =>
  count(({ found }) => Object.values(found.answers).some((one) => one.answer === answer));
const passed = (when: string) =>
  count(({ found }) => Object.values(found.answers).some((one) => one.passed === when));

test('the random cells have all that can happen on a course, and often enough', () => {
  const counts = {
    'an agreement': count(({ found }) => found.course.steps.some(({ movers }) => movers.length > 1)),
    'an agreement of three': count(({ found }) => found.course.steps.some(({ movers }) => movers.length > 2)),
    'an agreement on a joint option': count(({ cell, found }) =>
      found.course.steps.some(
        ({ from, to, movers }) =>
          movers.length > 1 &&
          cell.model.options.some(({ mode }, k) => mode === 'all' && (((from ^ to) >>> k) & 1) === 1),
      ),
    ),
    'an agreement on a common option': count(({ cell, found }) =>
      found.course.steps.some(
        ({ from, to, movers }) =>
          movers.length > 1 &&
          cell.model.options.some(({ mode }, k) => mode === 'any' && (((from ^ to) >>> k) & 1) === 1),
      ),
    ),
    'several rests': count(({ found }) => found.rests.length > 1),
    'a cycle to rest in': count(({ found }) => found.rests.some((rest) => rest.length > 1)),
    'a long course': count(({ found }) => found.course.states.length >= 6),
    yes: answered('yes'),
    no: answered('no'),
    unsettled: answered('unsettled'),
    depends: answered('depends'),
    'held at first': passed('at first'),
    'held on the way': passed('on the way'),
    'never held': passed('never'),
    'several forks': count(({ found }) => Object.values(found.answers).some(({ forks }) => forks.length > 1)),
    'a cycle as fork': count(({ found }) =>
      Object.values(found.answers).some(({ forks }) => forks.some(({ states }) => states.length > 1)),
    ),
  };
  for (const [what, times] of Object.entries(counts)) expect(times, what).toBeGreaterThanOrEqual(10);
});

test('where an answer depends there is a fork; there is always a rest', () => {
  for (const { found } of sample) {
    expect(found.rests.length).toBeGreaterThan(0);
    for (const { answer, forks } of Object.values(found.answers))
      expect(forks.length > 0).toBe(answer === 'depends');
  }
});
