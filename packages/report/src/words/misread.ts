import {
  type CaseAnswer,
  type Hinge,
  headlineOf,
  heldTo,
  misreadingMatters,
  type Verdict,
} from '@demarche/analysis';
import type { Concept } from '@demarche/engine';
import { capital } from './chances.ts';
import { countWords } from './rules.ts';
import { conceptsAgree } from './sentences.ts';
import { heldWords } from './verdicts.ts';

/** The hinge over all cells, with the factor `beliefs`, where beliefs play a part; else the headline's own. */
export function wholeHinge(answer: CaseAnswer, hinge: Hinge): Hinge {
  const { question, concept } = hinge;
  const whole = answer.withBeliefs?.find((one) => one.question === question && one.concept === concept);
  return whole && misreadingMatters(answer, question, concept)!.cells > 0 ? whole : hinge;
}

/**
 * What a question's answers are if each goes by what it believes, beside the headline's; undefined where only one kind of beliefs
 * was asked for. `As each sees it, …: yes in 31 of 48, no in 17 (6 come out otherwise)`.
 */
export function misreadWords(answer: CaseAnswer, question: string, concept: Concept): string | undefined {
  const matters = misreadingMatters(answer, question, concept);
  if (!matters) return undefined;
  const other = answer.beliefs[1]!;
  const held = capital(heldWords[other]);
  if (matters.cells === 0) return 'Beliefs play no part here';
  const counts = countsOf(heldTo(answer, other), question, concept);
  const otherwise = matters.cells === 1 ? '1 comes out otherwise' : `${matters.cells} come out otherwise`;
  return `${held}: ${countWords(counts)} (${otherwise})`;
}

/** How many cells have which answer. */
export function countsOf(
  answer: CaseAnswer,
  question: string,
  concept: Concept,
): Readonly<Partial<Record<Verdict, number>>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const cell of answer.cells) {
    const one = cell.answers.find((each) => each.question === question);
    if (cell.concept !== concept || !one || one.answer === 'gains') continue;
    counts[one.answer] = (counts[one.answer] ?? 0) + 1;
  }
  return counts;
}

/** What stands above a question that is told once for each way of looking ahead. */
export function furtherWords(answer: CaseAnswer, question: string): string {
  return conceptsAgree(headlineOf(answer), question)
    ? 'If nobody misreads anyone it is the same however far ahead they look; as each sees it, it is not.'
    : 'It depends on how far ahead they look.';
}
