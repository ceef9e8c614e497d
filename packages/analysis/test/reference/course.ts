import type { Concept } from '../../../engine/src/solver.ts';
import type { Conflict } from '../../../engine/test/reference/conflict.ts';
import { agreements } from './agreement.ts';
import { leanImprovements } from './improvement.ts';

/** Where agreements may happen: anywhere, only where no single actor moves, nowhere. */
export type AgreementSetting = 'any' | 'at-rest' | 'none';

/** One step of the course: of one actor, or of the movers of an agreement. */
export type Step = { readonly from: number; readonly to: number; readonly movers: readonly number[] };

function stepsFrom(
  conflict: Conflict,
  concept: Concept,
  setting: AgreementSetting,
  from: number,
): readonly Step[] {
  const alone = conflict.actors.flatMap((i) =>
    leanImprovements(conflict, concept, i, from).map((to) => ({ from, to, movers: [i] })),
  );
  if (setting === 'none' || (setting === 'at-rest' && alone.length > 0)) return alone;
  return [...alone, ...agreements(conflict, concept, from).map((agreement) => ({ from, ...agreement }))];
}

/** The course: what is reached from `now` by lean undeterred improvements and valid agreements. */
export type Course = {
  readonly now: number;
  /** Ascending. */
  readonly states: readonly number[];
  readonly steps: readonly Step[];
  /** States reached from a state of the course, itself included. */
  readonly from: (s: number) => ReadonlySet<number>;
};

export function courseOf(
  conflict: Conflict,
  concept: Concept,
  setting: AgreementSetting,
  now: number,
): Course {
  return courseBy((s) => stepsFrom(conflict, concept, setting, s), now);
}

/** What is reached from `now` by these steps. */
export function courseBy(stepsAt: (s: number) => readonly Step[], now: number): Course {
  const states = new Set([now]);
  const steps: Step[] = [];
  for (const s of states) {
    for (const step of stepsAt(s)) {
      steps.push(step);
      states.add(step.to);
    }
  }
  const from = new Map<number, ReadonlySet<number>>();
  for (const s of states) {
    const reached = new Set([s]);
    for (const t of reached) for (const step of steps) if (step.from === t) reached.add(step.to);
    from.set(s, reached);
  }
  return { now, states: [...states].sort((a, b) => a - b), steps, from: (s) => from.get(s)! };
}

/** States of the course from which s is reached and that s reaches: s and the cycle it lies on, if any. */
export function cycleOf(course: Course, s: number): readonly number[] {
  return [...course.from(s)].filter((t) => course.from(t).has(s)).sort((a, b) => a - b);
}

/** Bottom strongly connected components: from every state reached, one comes back. By least state. */
export function rests(course: Course): readonly (readonly number[])[] {
  return course.states
    .filter((s) => [...course.from(s)].every((t) => course.from(t).has(s)))
    .map((s) => cycleOf(course, s))
    .filter((rest, at, all) => all.findIndex((other) => other[0] === rest[0]) === at);
}
