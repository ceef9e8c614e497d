import type { Case } from '@demarche/case';
import type { CaseAnswer } from '../answer/case-answer.ts';
import { weighConclusion } from './conclude.ts';
import type { Conclusion } from './conclusion-result.ts';
import type { ByReading } from './result.ts';
import type { WeighOptions } from './weigh.ts';

/** What the evidence on one actor does to one answer: the conclusion is that the answer is yes. */
export type Bearing = { readonly question: string; readonly conclusion: Conclusion };

/**
 * For each question that the readings of an actor change: how probable yes is by the weights of this actor's readings alone, every
 * combination of everything else counting once. Cells of the last concept, in the first way of taking beliefs.
 */
export function bearingsOf(
  found: Case,
  answer: CaseAnswer,
  actor: number,
  options: WeighOptions = {},
): readonly Bearing[] {
  const { id } = found.actors[actor]!;
  const concept = answer.concepts.at(-1);
  const cells = answer.cells.filter((cell) => cell.concept === concept && cell.beliefs === answer.beliefs[0]);
  return found.questions.flatMap((question): Bearing[] => {
    if (question.kind !== 'holds') return [];
    const holds: Record<string, number> = {};
    for (const reading of found.readings[actor]!) {
      const own = cells.filter(({ profile }) => profile[id] === reading.id);
      if (own.length === 0) return [];
      const yes = own.filter(({ answers }) =>
        answers.some((one) => one.question === question.id && one.answer === 'yes'),
      );
      holds[reading.id] = yes.length / own.length;
    }
    if (new Set(Object.values(holds)).size < 2) return [];
    return [
      {
        question: question.id,
        conclusion: weighConclusion(found, actor, holds as ByReading<number>, options),
      },
    ];
  });
}
