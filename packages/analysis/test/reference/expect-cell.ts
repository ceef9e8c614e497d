import type { CellAnswer } from '@demarche/analysis';
import { expect } from 'vitest';
import type { Cell } from './answer.ts';
import type { Step } from './course.ts';

const before = { 'at first': 'lost', 'on the way': 'comes-and-goes', never: 'never' } as const;

const pairs = (steps: readonly { readonly from: number; readonly to: number }[]) =>
  [...new Set(steps.map(({ from, to }) => `${from}→${to}`))].sort();

function stepsOf({ course }: CellAnswer): readonly Step[] {
  return course.states.flatMap(({ code: from, steps }) =>
    steps.map(({ to, movers }) => ({ from, to, movers })),
  );
}

/** The same states, the same steps; of an agreement one set of movers that makes it valid. */
export function expectCourse(found: CellAnswer, { course, rests }: Cell): void {
  expect(found.course.now).toBe(course.now);
  expect(found.course.states.map(({ code }) => code).sort((a, b) => a - b)).toEqual(course.states);
  const alone = (steps: readonly Step[]) =>
    steps
      .filter(({ movers }) => movers.length === 1)
      .map(({ from, to, movers }) => `${from}→${to} by ${movers}`);
  expect(alone(stepsOf(found)).sort()).toEqual(alone(course.steps).sort());
  const joint = (steps: readonly Step[]) => steps.filter(({ movers }) => movers.length > 1);
  expect(pairs(joint(stepsOf(found)))).toEqual(pairs(joint(course.steps)));
  for (const step of joint(stepsOf(found))) expect(course.steps).toContainEqual(step);
  expect(found.course.rests).toEqual(rests);
}

export function expectAnswers(
  found: CellAnswer,
  { answers, course }: Cell,
  holds: Record<string, (s: number) => boolean>,
) {
  for (const given of found.answers) {
    if (given.answer === 'gains') throw new Error('nobody asked who gains');
    const expected = answers[given.question]!;
    expect(given.answer).toBe(expected.answer);
    expect(given.passed).toBe(course.states.some(holds[given.question]!));
    expect(given.before).toBe(expected.passed && before[expected.passed]);
    const forks = (all: readonly { readonly states: readonly number[]; readonly moves: readonly Step[] }[]) =>
      all.map(({ states, moves }) => ({ states, moves: pairs(moves) }));
    const named = given.forks.map(({ states, exits }) => ({
      states,
      moves: exits.map(({ from, step }) => ({ from, to: step.to, movers: step.movers })),
    }));
    const byState = (a: { readonly states: readonly number[] }, b: { readonly states: readonly number[] }) =>
      a.states[0]! - b.states[0]!;
    expect(forks(named).sort(byState)).toEqual(forks(expected.forks));
  }
}
