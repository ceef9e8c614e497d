import { answerCase, type CaseAnswer, withoutItems } from '@demarche/analysis';
import { type Case, readCase, sha256 } from '@demarche/case';
import { type ReportMore, reportHtml, reportMoreOf } from '../html/index.ts';
import { type Claims, claimsOf } from './claims.ts';
import type { Asked, ReportRecord } from './record.ts';

/** What a record is computed from, without what it claims. */
export type Basis = Omit<ReportRecord, 'record' | 'claims'>;

export type Computed = {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly more: ReportMore;
  readonly claims: Claims;
};

/** The case of a record, or of another text in its place; undefined where that has errors. */
export function caseOf(basis: Basis, text: string = basis.case.text): Case | undefined {
  const { case: read } = readCase(text, { file: basis.case.name });
  if (!read) return undefined;
  const whole: Case = {
    ...read,
    sha256: text === basis.case.text ? basis.case.sha256 : sha256(text),
    statements: read.statements.map((one) =>
      basis.verified.includes(one.id) ? { ...one, anchor: 'verified' as const } : one,
    ),
  };
  return basis.asked.without.length === 0 ? whole : withoutItems(whole, basis.asked.without)?.case;
}

/** The answers as a record asks for them. `onStep` is told the steps done and in all. */
export function answerAsked(
  found: Case,
  { concepts, agreements, sanctions, beliefs, reading, scenario, seed }: Asked,
  onStep?: (done: number, all: number) => void,
): CaseAnswer {
  return answerCase(found, {
    concepts,
    agreements,
    sanctions,
    beliefs,
    reading,
    seed,
    ...(scenario === undefined ? {} : { scenario }),
    ...(onStep ? { onProgress: onStep } : {}),
  });
}

/** Everything that a report says, from a case that is sound. */
export function compute(
  found: Case,
  { asked }: Basis,
  onStep?: (done: number, all: number) => void,
  known?: CaseAnswer,
): Computed {
  const answer = known ?? answerAsked(found, asked, onStep);
  const more = reportMoreOf(found, answer, { reading: asked.reading, ...(onStep ? { onStep } : {}) });
  return { found, answer, more, claims: claimsOf(found, answer, more.sweep) };
}

/** The page of a report with its script; the same basis, version and script give the same bytes. */
export function livePage(basis: Basis, { found, answer, more, claims }: Computed, script: string): string {
  const { version, passages } = basis;
  const data: ReportRecord = { record: 1, ...basis, claims };
  return reportHtml(found, answer, { version, passages, more, live: { script, data } });
}
