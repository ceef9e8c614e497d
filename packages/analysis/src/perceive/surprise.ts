import { pathOnCourse } from '../answer/path.ts';
import type { CellAnswer, CourseStep } from '../answer/result.ts';
import type { Surprise } from './result.ts';

/** What people do at any state as each sees it, and where that leads; by code. */
export type Believed = {
  readonly stepsAt: (code: number) => readonly CourseStep[];
  readonly restsFrom: (code: number) => readonly (readonly number[])[];
  /** Which state is told of several, whatever the order of the file: the least. */
  readonly place: (code: number) => number;
};

/** The surprises of an actor that expects one answer, where another follows. */
export function surprisesOf(
  actor: string,
  expected: CellAnswer,
  followed: CellAnswer,
  believed: Believed,
): readonly Surprise[] {
  const actual = new Set(followed.course.rests.map((rest) => rest.join()));
  const rests = expected.course.rests.flatMap((rest): readonly Surprise[] => {
    if (actual.has(rest.join())) return [];
    return [breaks(actor, rest, believed) ?? neverComes(actor, rest, expected, believed)].filter(
      (one) => one !== undefined,
    );
  });
  const answers = expected.answers.flatMap((one): readonly Surprise[] => {
    const other = followed.answers.find(({ question }) => question === one.question);
    if (one.answer === 'gains' || !other || other.answer === 'gains' || other.answer === one.answer)
      return [];
    return [{ kind: 'answer', actor, question: one.question, expected: one.answer, believed: other.answer }];
  });
  return [...rests, ...answers];
}

function breaks(actor: string, rest: readonly number[], believed: Believed): Surprise | undefined {
  for (const from of [...rest].sort((a, b) => believed.place(a) - believed.place(b)))
    for (const step of believed.stepsAt(from)) {
      if (rest.includes(step.to)) continue;
      return { kind: 'breaks', actor, rest, from, step, leadsTo: believed.restsFrom(step.to) };
    }
  return undefined;
}

/**
 * The first step towards the rest, or round it, that nobody takes. There is one wherever the rest is none as each sees it and no
 * step leaves it: were they all taken, it would be come to and gone round.
 */
function neverComes(
  actor: string,
  rest: readonly number[],
  expected: CellAnswer,
  believed: Believed,
): Surprise | undefined {
  let from = expected.course.now;
  const towards = (pathOnCourse(expected.course, rest) ?? []).map((step) => {
    const here = { from, step };
    from = step.to;
    return here;
  });
  const round = expected.course.states
    .filter(({ code }) => rest.includes(code))
    .flatMap(({ code, steps }) => steps.map((step) => ({ from: code, step })));
  for (const { from, step } of [...towards, ...round]) {
    const possible = believed.stepsAt(from);
    if (possible.some(({ to }) => to === step.to)) continue;
    const instead = possible.filter((one) => one.movers.some((mover) => step.movers.includes(mover)));
    const leadsTo = believed.restsFrom(instead[0]?.to ?? from);
    return { kind: 'never-comes', actor, rest, from, step, instead, leadsTo };
  }
  return undefined;
}
