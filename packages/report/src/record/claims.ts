import {
  type CaseAnswer,
  type CellAnswer,
  type Gain,
  misreadingMatters,
  type SweepResult,
  type Verdict,
} from '@demarche/analysis';
import { type Case, sha256 } from '@demarche/case';
import { hingeJson } from '../json/answer.ts';
import { withoutNoise } from '../words/index.ts';

/**
 * What a report says that comes out, short enough to be carried by it: every answer of the grid, every number of the hinges, of the
 * weights and of the sweep. Answers are told by place: profiles within scenarios, as the case lists them.
 */
export type Claims = {
  readonly cells: number;
  /** Of all rests of all cells, since they are too many to list. */
  readonly rests: string;
  readonly questions: Readonly<Record<string, QuestionClaims>>;
  readonly weights?: unknown;
  readonly sweep?: unknown;
};

type QuestionClaims = {
  /** By beliefs and concept: a word a cell, or of a question who gains, a word for each party in a cell. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly hinge: unknown;
  readonly withBeliefs?: unknown;
  readonly chances?: unknown;
};

export function claimsOf(found: Case, answer: CaseAnswer, sweep?: SweepResult): Claims {
  const { chances, standings } = answer;
  return plainNumbers({
    cells: answer.cells.length,
    rests: sha256(JSON.stringify(answer.cells.map(({ course }) => course.rests))),
    questions: Object.fromEntries(
      found.questions.map(({ id }, q) => [
        id,
        {
          answers: answersOf(answer, q),
          hinge: hingesOf(answer.hinges, id, hingeJson),
          ...(answer.withBeliefs
            ? {
                withBeliefs: hingesOf(answer.withBeliefs, id, (hinge) => ({
                  ...misreadingMatters(answer, id, hinge.concept),
                  ...hingeJson(hinge),
                })),
              }
            : {}),
          ...(chances.length > 0 ? { chances: chances.filter(({ question }) => question === id) } : {}),
        },
      ]),
    ),
    ...(chances.length > 0 ? { weights: standings } : {}),
    ...(sweep ? { sweep: { ...sweep, states: undefined } } : {}),
  });
}

/** Rid of the last digits, in which machines differ. */
function plainNumbers(claims: Claims): Claims {
  const said = JSON.stringify(claims, (_, value) =>
    typeof value === 'number' ? withoutNoise(value) : value,
  );
  return JSON.parse(said) as Claims;
}

function hingesOf(
  hinges: CaseAnswer['hinges'],
  question: string,
  value: (hinge: CaseAnswer['hinges'][number]) => unknown,
) {
  return Object.fromEntries(
    hinges.filter((hinge) => hinge.question === question).map((hinge) => [hinge.concept, value(hinge)]),
  );
}

function answersOf(answer: CaseAnswer, q: number): Readonly<Record<string, readonly string[]>> {
  const words: Record<string, string[]> = {};
  for (const cell of answer.cells) {
    const key = `${cell.beliefs} ${cell.concept}`;
    words[key] ??= [];
    words[key].push(cellWord(cell, q));
  }
  return words;
}

/** `yes`, `no`, `no (passed)`; of who gains `better 3 of 5, worse 0 of 4`. */
function cellWord(cell: CellAnswer, q: number): string {
  const one = cell.answers[q]!;
  if (one.answer !== 'gains')
    return `${one.answer satisfies Verdict}${one.passed && one.answer === 'no' ? ' (passed)' : ''}`;
  const gains = Object.entries(one.gains).map(([actor, gain]) => `${actor} ${gainWord(gain)}`);
  const worse = one.worseForAll.length > 0 ? [`${one.worseForAll.length} worse for all`] : [];
  return [...gains, ...worse].join(', ');
}

function gainWord({ change, priorities, of }: Gain): string {
  return priorities === undefined ? change : `${change} ${priorities} of ${of}`;
}
