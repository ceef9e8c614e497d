import { type AnswerOptions, answerCase, type CaseAnswer } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { expose } from 'comlink';
import type { EvidenceAsked, EvidenceView } from './evidence.ts';
import type { FurtherAsked } from './further.ts';
import type { MapAsked, MapView, StateView } from './map.ts';
import type { ReportAsked } from './report.ts';

let known: { readonly text: string; readonly found: Case | undefined } | undefined;

/** The case of a text; the last one is kept, since most questions are about the same text. */
function caseOf(text: string): Case {
  if (known?.text !== text) known = { text, found: readCase(text).case };
  if (!known.found) throw new Error('the case has errors');
  return known.found;
}

/** What is not needed for the answers comes after them. */
const later = {
  evidence: () => import('./evidence.ts'),
  further: () => import('./further.ts'),
  map: () => import('./map.ts'),
  report: () => import('./report.ts'),
};

/** What the page asks of its worker. Arguments and results are plain data; the text of the case says which case. */
const jobs = {
  answer: (text: string, options: Omit<AnswerOptions, 'signal' | 'onProgress'>): CaseAnswer => {
    const answer = answerCase(caseOf(text), options);
    // So that they are there when the server is not.
    for (const load of Object.values(later)) void load().catch(() => undefined);
    return answer;
  },
  evidence: async (text: string, asked: EvidenceAsked): Promise<EvidenceView | undefined> =>
    (await later.evidence()).evidenceView(caseOf(text), asked),
  further: async (text: string, asked: FurtherAsked): Promise<string> =>
    (await later.further()).furtherOf(caseOf(text), asked),
  report: async (text: string, asked: ReportAsked): Promise<string> =>
    (await later.report()).reportOf(caseOf(text), asked),
  map: async (text: string, asked: MapAsked): Promise<MapView> =>
    (await later.map()).mapView(caseOf(text), asked),
  state: async (text: string, asked: MapAsked & { readonly code: number }): Promise<StateView | undefined> =>
    (await later.map()).stateView(caseOf(text), asked, asked.code),
};

export type Jobs = typeof jobs;

expose(jobs);
