import type { Compiled } from '@demarche/case';
import { concepts } from '@demarche/engine';
import type { Gain, Verdict } from '../answer/result.ts';
import type { SweepSettings } from './settings.ts';

export const verdicts: readonly Verdict[] = ['yes', 'no', 'unsettled', 'depends'];
export const changes: readonly Gain['change'][] = ['better', 'same', 'worse', 'mixed'];

/** Above this the states are not counted one by one. */
export const mostStatesCounted = 1 << 16;

/** Where each count of a sweep stands in its list of counts. Positions: questions of kind `holds`, actors, readings, states. */
export type Layout = {
  readonly size: number;
  readonly questions: readonly string[];
  readonly actors: readonly { readonly id: string; readonly readings: readonly string[] }[];
  /** Whether any question asks who gains. */
  readonly gains: boolean;
  /** Whether it is counted where things come to rest. */
  readonly rests: boolean;
  /** How many states are feasible. */
  readonly states: number;
  /** Codes of the states that are counted; empty where there are too many, or only answers are counted. */
  readonly codes: Uint32Array;
  /** Samples that fell on none of an actor's readings: they have no answer. */
  readonly none: number;
  readonly reading: (actor: number, reading: number) => number;
  readonly verdict: (question: number, verdict: number) => number;
  readonly verdictUnder: (question: number, actor: number, reading: number, verdict: number) => number;
  readonly gain: (actor: number, change: number) => number;
  readonly rest: (state: number) => number;
  readonly equilibrium: (concept: number, state: number) => number;
};

export function layoutOf({ case: found, structure }: Compiled, only?: SweepSettings['only']): Layout {
  const asked = only === 'equilibria' ? [] : found.questions;
  const rests = only === undefined;
  const questions = asked.filter(({ kind }) => kind === 'holds').map(({ id }) => id);
  const actors = found.actors.map(({ id }, actor) => ({
    id,
    readings: found.readings[actor]!.map((one) => one.id),
  }));
  const before: number[] = [];
  let readings = 0;
  for (const one of actors) {
    before.push(readings);
    readings += one.readings.length;
  }
  const gains = asked.some(({ kind }) => kind === 'gains');
  const codes =
    only !== 'answers' && structure.codes.length <= mostStatesCounted ? structure.codes : new Uint32Array(0);
  const states = codes.length;
  const four = verdicts.length;
  const atVerdicts = 1 + readings;
  const atUnder = atVerdicts + questions.length * four;
  const atGains = atUnder + questions.length * readings * four;
  const atRests = atGains + (gains ? actors.length * changes.length : 0);
  const atEquilibria = atRests + (rests ? states : 0);
  return {
    size: atEquilibria + concepts.length * states,
    questions,
    actors,
    gains,
    rests,
    states: structure.codes.length,
    codes,
    none: 0,
    reading: (actor, reading) => 1 + before[actor]! + reading,
    verdict: (question, verdict) => atVerdicts + question * four + verdict,
    verdictUnder: (question, actor, reading, verdict) =>
      atUnder + (question * readings + before[actor]! + reading) * four + verdict,
    gain: (actor, change) => atGains + actor * changes.length + change,
    rest: (state) => atRests + state,
    equilibrium: (concept, state) => atEquilibria + concept * states + state,
  };
}

/** How often each thing that a layout lists was the case in so many samples. Whole numbers: sums are exact in any order. */
export type Tally = { readonly samples: number; readonly counts: Float64Array };

export function emptyTally({ size }: Layout): Tally {
  return { samples: 0, counts: new Float64Array(size) };
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    samples: one.samples + other.samples,
    counts: one.counts.map((count, at) => count + other.counts[at]!),
  };
}
