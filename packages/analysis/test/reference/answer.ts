/*
 * The analyst's questions, from the page alone: `analyses.md`, "Answer", with correct beliefs. The page leaves open, and here is
 * chosen:
 *
 * 1. "Told step by step" (a move that opens an own gate on the way) is a matter of telling: on the course the move is one step
 *    from s to t, and the states between are not on the course, neither for *passed* nor for forks.
 * 2. *Lean* compares with every undeterred improvement u, lean or not. It comes to the same.
 * 3. Movers: where several options each need one of their owners and none of these moves anyway, every combination of willing
 *    owners is tried. Clause (b) lets no set pass that has more movers than are needed.
 * 4. Clause (b), "except one turned off that another mover co-owns": here too a common option (`any`), flipped either way, that
 *    another mover co-owns is not put back, because that mover can flip it without j, as the clause on movers says of both.
 * 5. Clause (b) where nothing is left (j owns a part of everything): nothing is no joint move; j brings something.
 * 6. Clause (b), "no legal joint move": infeasible, or a one-way option, gate or lock forbids it. What is left may be one
 *    actor's doing; it is not asked whether two or more move.
 * 7. Clause (d) does not ask about t itself: every mover prefers it to s.
 * 8. Clause (e): a proper part is not empty; the actor of the undeterred improvement need not be a mover; the part may have
 *    other movers than the whole, and any mover set that passes (a) to (d) counts.
 * 9. *At rest*: no actor has an undeterred improvement at s. With one, there is a lean one.
 * 10. *Fork*: there may be several; all are listed. A cycle is one fork, its moves those that leave it. A rest never is one.
 * 11. `unsettled` is the answer if every rest is mixed; a mixed rest beside a settled one makes it `depends`.
 * 12. *Passed* is said of `no` alone: at first, where it holds now; on the way, where it holds only elsewhere on the course.
 */
import type { Concept } from '../../../engine/src/solver.ts';
import type { Conflict } from '../../../engine/test/reference/conflict.ts';
import { type AgreementSetting, type Course, courseOf, cycleOf, rests, type Step } from './course.ts';

export type Verdict = 'yes' | 'no' | 'mixed';

export type Fork = { readonly states: readonly number[]; readonly moves: readonly Step[] };

export type Answer = {
  readonly answer: 'yes' | 'no' | 'unsettled' | 'depends';
  /** In the order of the rests. */
  readonly verdicts: readonly Verdict[];
  /** Where the answer is `depends`: every fork. */
  readonly forks: readonly Fork[];
  /** Where the answer is `no`: whether and when it held on the course. */
  readonly passed?: 'at first' | 'on the way' | 'never';
};

export type Cell = {
  readonly course: Course;
  readonly rests: readonly (readonly number[])[];
  readonly answers: Readonly<Record<string, Answer>>;
};

function verdictOf(rest: readonly number[], holds: (s: number) => boolean): Verdict {
  if (rest.every(holds)) return 'yes';
  return rest.some(holds) ? 'mixed' : 'no';
}

/** States, or cycles, from which two or more verdicts are reached but from each successor only one. */
function forksOf(course: Course, verdictsFrom: (s: number) => ReadonlySet<Verdict>): readonly Fork[] {
  return course.states.flatMap((s) => {
    const states = cycleOf(course, s);
    const moves = course.steps.filter(({ from, to }) => states.includes(from) && !states.includes(to));
    const isFork =
      s === states[0] && verdictsFrom(s).size > 1 && moves.every(({ to }) => verdictsFrom(to).size === 1);
    return isFork ? [{ states, moves }] : [];
  });
}

function answerOf(
  course: Course,
  ends: readonly (readonly number[])[],
  holds: (s: number) => boolean,
): Answer {
  const verdicts = ends.map((rest) => verdictOf(rest, holds));
  const verdictsFrom = (s: number) => new Set(verdicts.filter((_, at) => course.from(s).has(ends[at]![0]!)));
  if (new Set(verdicts).size > 1)
    return { answer: 'depends', verdicts, forks: forksOf(course, verdictsFrom) };
  const [verdict] = verdicts as [Verdict];
  if (verdict !== 'no') return { answer: verdict === 'yes' ? 'yes' : 'unsettled', verdicts, forks: [] };
  const passed = holds(course.now) ? 'at first' : course.states.some(holds) ? 'on the way' : 'never';
  return { answer: 'no', verdicts, forks: [], passed };
}

/** One cell of the grid: the course from `now`, its rests, and per question its answer. */
export function answerCell(
  conflict: Conflict,
  concept: Concept,
  setting: AgreementSetting,
  now: number,
  questions: Readonly<Record<string, (s: number) => boolean>>,
): Cell {
  return cellOf(courseOf(conflict, concept, setting, now), questions);
}

/** Its rests, and per question its answer. */
export function cellOf(course: Course, questions: Readonly<Record<string, (s: number) => boolean>>): Cell {
  const ends = rests(course);
  const answers = Object.fromEntries(
    Object.entries(questions).map(([id, holds]) => [id, answerOf(course, ends, holds)]),
  );
  return { course, rests: ends, answers };
}
