import {
  type AnsweredCells,
  type AnswerOptions,
  answerGrid,
  type Hanging,
  hangingOf,
  keptGrounds,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { expose } from 'comlink';
import type { EvidenceAsked, EvidenceView } from './evidence.ts';
import type { FurtherAsked } from './further.ts';
import type { MapAsked, MapView, StateView } from './map.ts';
import type { ReportAsked } from './report.ts';

export type AnswerAsked = Omit<AnswerOptions, 'signal' | 'onProgress'>;

/** The case that questions are about, as the page has read it. */
let open: Case | undefined;

/** What is not needed for the answers comes after them. */
const later = {
  evidence: () => import('./evidence.ts'),
  further: () => import('./further.ts'),
  map: () => import('./map.ts'),
  report: () => import('./report.ts'),
};

function theCase(): Case {
  if (!open) throw new Error('no case was given to the worker');
  return open;
}

/** What an edit leaves as it was is not worked out again. */
const grounds = keptGrounds();

/** The answers that what they hang on is asked of next. */
let last: { readonly found: Case; readonly options: string; readonly grid: AnsweredCells } | undefined;

/** Milliseconds between two words on how far it has come. */
const pace = 150;

/** What the page asks of its worker. Arguments and results are plain data. */
const jobs = {
  /** What follows is about this case. */
  open: (found: Case): void => {
    open = found;
  },
  /** The answers alone, which are there long before what they hang on. */
  cells: (options: AnswerAsked, tell?: (done: number, all: number) => void): AnsweredCells => {
    let next = performance.now() + pace;
    const onProgress = (done: number, all: number) => {
      if (performance.now() < next) return;
      next = performance.now() + pace;
      tell?.(done, all);
    };
    const found = theCase();
    const grid = answerGrid(found, { ...options, onProgress }, grounds);
    last = { found, options: JSON.stringify(options), grid };
    return grid;
  },
  /** What those answers hang on. */
  hanging: (options: AnswerAsked): Hanging => {
    const found = theCase();
    const grid =
      last?.found === found && last.options === JSON.stringify(options)
        ? last.grid
        : answerGrid(found, options, grounds);
    const hanging = hangingOf(found, grid);
    // So that they are there when the server is not.
    for (const load of Object.values(later)) void load().catch(() => undefined);
    return hanging;
  },
  evidence: async (asked: EvidenceAsked): Promise<EvidenceView | undefined> =>
    (await later.evidence()).evidenceView(theCase(), asked),
  further: async (asked: FurtherAsked): Promise<string> =>
    (await later.further()).furtherOf(theCase(), asked),
  report: async (asked: ReportAsked): Promise<string> => (await later.report()).reportOf(theCase(), asked),
  map: async (asked: MapAsked): Promise<MapView> => (await later.map()).mapView(theCase(), asked),
  state: async (asked: MapAsked & { readonly code: number }): Promise<StateView | undefined> =>
    (await later.map()).stateView(theCase(), asked, asked.code),
};

export type Jobs = typeof jobs;

expose(jobs);
