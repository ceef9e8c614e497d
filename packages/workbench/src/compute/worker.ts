import { type AnswerOptions, answerCase, type CaseAnswer } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { expose } from 'comlink';
import { type EvidenceAsked, type EvidenceView, evidenceView } from './evidence.ts';
import { type FurtherAsked, furtherOf } from './further.ts';
import { type MapAsked, type MapView, mapView, type StateView, stateView } from './map.ts';
import { type ReportAsked, reportOf } from './report.ts';

let known: { readonly text: string; readonly found: Case | undefined } | undefined;

/** The case of a text; the last one is kept, since most questions are about the same text. */
function caseOf(text: string): Case {
  if (known?.text !== text) known = { text, found: readCase(text).case };
  if (!known.found) throw new Error('the case has errors');
  return known.found;
}

/** What the page asks of its worker. Arguments and results are plain data; the text of the case says which case. */
const jobs = {
  answer: (text: string, options: Omit<AnswerOptions, 'signal' | 'onProgress'>): CaseAnswer =>
    answerCase(caseOf(text), options),
  evidence: (text: string, asked: EvidenceAsked): EvidenceView | undefined =>
    evidenceView(caseOf(text), asked),
  further: (text: string, asked: FurtherAsked): string => furtherOf(caseOf(text), asked),
  report: (text: string, asked: ReportAsked): string => reportOf(caseOf(text), asked),
  map: (text: string, asked: MapAsked): MapView => mapView(caseOf(text), asked),
  state: (text: string, asked: MapAsked & { readonly code: number }): StateView | undefined =>
    stateView(caseOf(text), asked, asked.code),
};

export type Jobs = typeof jobs;

expose(jobs);
