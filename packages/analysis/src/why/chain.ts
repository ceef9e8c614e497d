import type { Case } from '@demarche/case';
import type { CaseAnswer } from '../answer/case-answer.ts';
import type { Hinge } from '../hinge/result.ts';
import { type Judgement, judgementsOf } from './judgements.ts';

/** From an answer down: what it hangs on, the readings behind that, their priorities, the statements these rest on. */
export type Chain = {
  readonly question: string;
  readonly hinges: readonly Hinge[];
  /** Actors whose reading bears on the answer, by their greatest share, greatest first. */
  readonly actors: readonly {
    readonly actor: string;
    readonly share: number;
    readonly readings: readonly {
      readonly reading: Judgement;
      readonly priorities: readonly Judgement[];
      /** Whose words these rest on, and how many statements of each. */
      readonly voices: Readonly<Record<string, number>>;
    }[];
  }[];
  /** Judgements about the model that the question and the priorities rest on: gates, locks, what cannot be. */
  readonly model: readonly Judgement[];
  readonly statements: readonly string[];
  /** Judgements of the chain that rest on nothing. */
  readonly assumptions: readonly Judgement[];
};

export function chainOf(found: Case, answer: CaseAnswer, question: string): Chain {
  const all = judgementsOf(found);
  const hinges = answer.hinges.filter((hinge) => hinge.question === question);
  const shareOf = (actor: string) =>
    Math.max(0, ...hinges.map((hinge) => hinge.shares[`reading of ${actor}`] ?? 0));
  const actors = found.actors
    .map((actor) => ({
      actor: actor.id,
      share: shareOf(actor.id),
      readings: all
        .filter((one) => one.kind === 'reading' && one.actor === actor.id)
        .map((reading) => {
          const priorities = all.filter((one) => one.kind === 'priority' && one.reading === reading.id);
          return { reading, priorities, voices: voicesOf(found, [reading, ...priorities]) };
        }),
    }))
    .sort((a, b) => b.share - a.share);
  const model = all.filter(({ kind }) =>
    ['gate', 'lock', 'one-way', 'impossible', 'one-state', 'term'].includes(kind),
  );
  const chained = [
    ...model,
    ...actors.flatMap(({ readings }) =>
      readings.flatMap(({ reading, priorities }) => [reading, ...priorities]),
    ),
    ...all.filter(({ id }) => id === `questions.${question}`),
  ];
  return {
    question,
    hinges,
    actors,
    model,
    statements: [...new Set(chained.flatMap(({ because }) => because))],
    assumptions: chained.filter(({ because, kind }) => because.length === 0 && kind !== 'question'),
  };
}

/** Speakers of the statements that judgements rest on, with how many distinct statements of each, most first. */
export function voicesOf(found: Case, judgements: readonly Judgement[]): Readonly<Record<string, number>> {
  const ids = new Set(judgements.flatMap(({ because }) => because));
  const counts = new Map<string, number>();
  for (const statement of found.statements)
    if (ids.has(statement.id)) {
      const voice = statement.by ?? 'the source itself';
      counts.set(voice, (counts.get(voice) ?? 0) + 1);
    }
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
