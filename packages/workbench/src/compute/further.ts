import { type AnswerOptions, answerCase, headlineOf } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { imprintOf } from '@demarche/report/figures';
import { parts } from '@demarche/report/html';
import { version } from '../view/version.ts';

/** What is told on demand, each as HTML in which everything from the case is escaped; empty where there is nothing to tell. */
export type Further = 'ways' | 'surprises' | 'overHeads' | 'taking';

export type FurtherAsked = {
  readonly what: Further;
  readonly options: Omit<AnswerOptions, 'signal' | 'onProgress'>;
};

export function furtherOf(found: Case, { what, options }: FurtherAsked): string {
  const whole = answerCase(found, { ...options, robustness: false });
  const answer = headlineOf(whole);
  if (what === 'ways') return parts.ways({ found, imprint: imprintOf(found, whole, version) }, answer);
  return parts[what](found, answer);
}
