import { type Concept, mostEnsembleStates } from '@demarche/engine';
import type { Agreements, Beliefs } from '../answer/result.ts';

/** Around which law orders are drawn. */
export type OrderModel = 'mallows' | 'plackett-luce';

/** All that a sweep's counts depend on beside the case and the version. Plain data, written into every file of results. */
export type SweepSettings = {
  readonly samples: number;
  readonly seed: number;
  readonly model: OrderModel;
  /** φ in [0, 1] for readings that state no dispersion of their own. */
  readonly dispersion: number;
  readonly concept: Concept;
  readonly agreements: Agreements;
  /** Which sequences of others' moves deter: the definition. */
  readonly sanctions: 'legal';
  /** `as-held`: every actor moves in its own game, by the readings that it believes the others to have. */
  readonly beliefs: Beliefs;
  readonly scenario: string | null;
  /** Actor id → the one reading to take. */
  readonly reading: Readonly<Record<string, string>>;
  /** What was taken out of the case before. */
  readonly without: readonly string[];
  /** Counts equilibria and nothing else, no course and no answers; or answers and nothing of single states. */
  readonly only?: 'answers' | 'equilibria';
  /** Stops as soon as no interval of a question's answer is wider than this; undefined for a fixed number of samples. */
  readonly until?: number;
};

export const standardSweep: SweepSettings = {
  samples: 1000,
  seed: 1,
  model: 'mallows',
  dispersion: 0.2,
  concept: 'seq',
  agreements: 'any',
  sanctions: 'legal',
  beliefs: 'correct',
  scenario: null,
  reading: {},
  without: [],
};

/**
 * Samples of one part of the work: the places where a sweep may stop, be saved and go on. The more states, the fewer, so that a part
 * is soon done. Never depends on the threads.
 */
export function partSize(states: number, only?: SweepSettings['only']): number {
  if (only === 'equilibria' && states <= mostEnsembleStates) return 4000;
  return Math.max(1, Math.min(50, Math.floor(65_536 / states)));
}
