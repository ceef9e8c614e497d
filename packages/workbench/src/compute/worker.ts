import {
  type AnsweredCells,
  type AnswerOptions,
  answerGrid,
  type Hanging,
  hangingOf,
  keptGrounds,
} from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { expose } from 'comlink';
import type { EvidenceAsked, EvidenceView } from './evidence.ts';
import type { FurtherAsked } from './further.ts';
import type { MapAsked, MapView, StateView } from './map.ts';
import type { ReportAsked } from './report.ts';

/** Which case a question is about: its text, and whether its names are hidden. */
export type CaseOf = { readonly text: string; readonly blind: boolean };

export type AnswerAsked = Omit<AnswerOptions, 'signal' | 'onProgress'>;

let known: (CaseOf & { readonly found: Case | undefined }) | undefined;

/** What is not needed for the answers comes after them. */
const later = {
  blind: () => import('./blind.ts'),
  evidence: () => import('./evidence.ts'),
  further: () => import('./further.ts'),
  map: () => import('./map.ts'),
  report: () => import('./report.ts'),
};

/** The case of a text; the last one is kept, since most questions are about the same text. */
async function caseOf({ text, blind }: CaseOf): Promise<Case> {
  if (known?.text !== text || known.blind !== blind) {
    const found = readCase(text).case;
    known = { text, blind, found: found && blind ? (await later.blind()).blindCase(found).case : found };
  }
  if (!known.found) throw new Error('the case has errors');
  return known.found;
}

/** What an edit leaves as it was is not worked out again. */
const grounds = keptGrounds();

/** The answers that what they hang on is asked of next. */
let last: { readonly found: Case; readonly options: string; readonly grid: AnsweredCells } | undefined;

/** Milliseconds between two words on how far it has come. */
const pace = 150;

/** What the page asks of its worker. Arguments and results are plain data. */
const jobs = {
  /** The answers alone, which are there long before what they hang on. */
  cells: async (
    of: CaseOf,
    options: AnswerAsked,
    tell?: (done: number, all: number) => void,
  ): Promise<AnsweredCells> => {
    let next = performance.now() + pace;
    const onProgress = (done: number, all: number) => {
      if (performance.now() < next) return;
      next = performance.now() + pace;
      tell?.(done, all);
    };
    const found = await caseOf(of);
    const grid = answerGrid(found, { ...options, onProgress }, grounds);
    last = { found, options: JSON.stringify(options), grid };
    return grid;
  },
  /** What those answers hang on. */
  hanging: async (of: CaseOf, options: AnswerAsked): Promise<Hanging> => {
    const found = await caseOf(of);
    const grid =
      last?.found === found && last.options === JSON.stringify(options)
        ? last.grid
        : answerGrid(found, options, grounds);
    const hanging = hangingOf(found, grid);
    // So that they are there when the server is not.
    for (const load of Object.values(later)) void load().catch(() => undefined);
    return hanging;
  },
  evidence: async (of: CaseOf, asked: EvidenceAsked): Promise<EvidenceView | undefined> =>
    (await later.evidence()).evidenceView(await caseOf(of), asked),
  further: async (of: CaseOf, asked: FurtherAsked): Promise<string> =>
    (await later.further()).furtherOf(await caseOf(of), asked),
  report: async (of: CaseOf, asked: ReportAsked): Promise<string> =>
    (await later.report()).reportOf(await caseOf(of), asked),
  map: async (of: CaseOf, asked: MapAsked): Promise<MapView> =>
    (await later.map()).mapView(await caseOf(of), asked),
  state: async (of: CaseOf, asked: MapAsked & { readonly code: number }): Promise<StateView | undefined> =>
    (await later.map()).stateView(await caseOf(of), asked, asked.code),
};

export type Jobs = typeof jobs;

expose(jobs);
