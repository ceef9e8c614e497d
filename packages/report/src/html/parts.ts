import type { CaseAnswer } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import type { Origin } from './figure.ts';
import { gainsTables } from './gains.ts';
import { hangs } from './hinges.ts';
import { overHeadsOf, takingOf } from './more.ts';
import { dealsOverHeadsSection } from './over-heads.ts';
import { takingSection } from './taking.ts';
import { surprisesSection, waysSection } from './ways.ts';
import { weightsBlock } from './weights.ts';

/**
 * Parts of the report for a page that has the rest of its own: HTML in which everything from the case is escaped. Links lead to
 * anchors of the report (`statement--s12`).
 */
export const parts = {
  /** What the answer to a question hangs on, in pictures and words. */
  hangs: (origin: Origin, answer: CaseAnswer, question: Question): string =>
    hangs(origin, answer, question).html,
  /** Who gets what, over all combinations. */
  gains: (found: Case, answer: CaseAnswer, question: Question): string =>
    gainsTables(found, answer, question).html,
  /** What each reading weighs and on whose judgement. */
  weights: (found: Case, answer: CaseAnswer): string => weightsBlock(found, answer).html,
  ways: (origin: Origin, answer: CaseAnswer): string => waysSection(origin, answer).html,
  surprises: (found: Case, answer: CaseAnswer): string => surprisesSection(found, answer)?.html ?? '',
  overHeads: (found: Case, answer: CaseAnswer): string => {
    const deals = overHeadsOf(found, answer);
    return (deals && dealsOverHeadsSection(found, deals)?.html) ?? '';
  },
  taking: (found: Case, answer: CaseAnswer): string =>
    takingSection(found, takingOf(found, answer))?.html ?? '',
};
