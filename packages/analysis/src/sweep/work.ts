import { type Case, compileCase } from '@demarche/case';
import type { Job } from '@demarche/engine';
import type { Tally } from './layout.ts';
import type { SweepSettings } from './settings.ts';
import { type SampleRange, tallier } from './tally.ts';

type Setup = { readonly found: Case; readonly settings: SweepSettings };

export function work({ found, settings }: Setup): (range: SampleRange) => Tally {
  return tallier(compileCase(found, settings.scenario), settings);
}

/** A sweep as work that can be split. */
export function sweepJob(found: Case, settings: SweepSettings): Job<Setup, SampleRange, Tally> {
  return { module: import.meta.url, work, setup: { found, settings } };
}
