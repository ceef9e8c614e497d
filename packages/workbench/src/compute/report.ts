import { answerCase, beliefsToAsk } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { reportHtml, reportMoreOf } from '@demarche/report/html';
import { answerJson } from '@demarche/report/json';
import { reportMarkdown } from '@demarche/report/markdown';
import { redactCase } from '@demarche/report/words';
import { version } from '../view/version.ts';

export type ReportKind = 'html' | 'markdown' | 'json';

export type ReportAsked = {
  readonly kind: ReportKind;
  /** Without what takes longer: deals over heads, what it would take, the evidence, how sure. */
  readonly short?: boolean;
  /** Whether the case is shown blind: then no text of it is quoted. */
  readonly blind: boolean;
  /** Texts that lie in the case itself: only these are quoted. */
  readonly texts: Readonly<Record<string, string>>;
};

/** The report as the command line writes it; what is withheld is in none of its forms. */
export function reportOf(found: Case, { kind, blind, texts, short = false }: ReportAsked): string {
  const answer = answerCase(found, { beliefs: beliefsToAsk(found) });
  if (kind === 'json') return `${JSON.stringify(answerJson(redactCase(found), answer, version), null, 2)}\n`;
  const more = short ? {} : { more: reportMoreOf(found, answer) };
  const options = { version, texts: blind ? {} : texts, ...more };
  return kind === 'html' ? reportHtml(found, answer, options) : reportMarkdown(found, answer, options);
}
