import type { CaseAnswer } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { AnswerState } from '../../compute/use-answer.ts';

/** What is to be shown while newer answers are worked out. `stale`: what the answers hang on is of the earlier ones. */
export type Shown = { readonly answer: CaseAnswer; readonly found: Case; readonly stale: boolean };

/**
 * The answers with the case that they are of. Newer answers are shown before what they hang on is known, where both are over the same
 * readings and circumstances: then all that is said of the earlier ones still has its words.
 */
export function shownOf({
  answer,
  found,
  early,
}: Pick<AnswerState, 'answer' | 'found' | 'early'>): Shown | undefined {
  if (!answer || !found) return undefined;
  if (!early || !isAlike(answer, early.part) || !sameQuestions(found, early.found))
    return { answer, found, stale: early !== undefined };
  return { answer: { ...answer, ...early.part }, found: early.found, stale: true };
}

function isAlike(one: CaseAnswer, other: Partial<CaseAnswer>): boolean {
  const ground = ({ profiles, scenarios, concepts, beliefs }: Partial<CaseAnswer>) =>
    JSON.stringify([profiles, scenarios, concepts, beliefs]);
  return ground(one) === ground(other);
}

function sameQuestions(one: Case, other: Case): boolean {
  const ids = ({ questions }: Case) => JSON.stringify(questions.map(({ id, kind }) => [id, kind]));
  return ids(one) === ids(other);
}
