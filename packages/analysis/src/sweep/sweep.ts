import { type Case, compileCase, LimitError } from '@demarche/case';
import type { Cancel, Runner } from '@demarche/engine';
import { startOf } from '../answer/cell.ts';
import { addTallies, emptyTally, type Layout, layoutOf, mostStatesCounted, type Tally } from './layout.ts';
import { partSize, type SweepSettings } from './settings.ts';
import { isNarrow } from './sweep-result.ts';
import type { SampleRange } from './tally.ts';
import { sweepJob } from './work.ts';

/** Samples of a range that have been counted: those from its start on. */
export type Counted = {
  readonly range: SampleRange;
  readonly tally: Tally;
  /** It stopped before the end of the range because every answer was known closely enough. */
  readonly narrow: boolean;
};

export type SweepOptions = {
  readonly runner: Runner;
  /** Default all samples; a shard counts a part of them. */
  readonly range?: SampleRange;
  /** Where an earlier run got to: it goes on from there. */
  readonly before?: Tally;
  readonly cancel?: Cancel;
  /** Called after each part with all that is counted so far: what to save, and how far it is. */
  readonly onPart?: (counted: Counted) => void;
};

/** Where the counts of a sweep stand. Throws where the case says no `now`, or is too large to list. */
export function sweepLayout(found: Case, settings: SweepSettings): Layout {
  const compiled = compileCase(found, settings.scenario);
  startOf(compiled);
  const layout = layoutOf(compiled, settings.only);
  if (settings.only === 'equilibria' && layout.codes.length < layout.states)
    throw new LimitError(
      'too-large',
      `${layout.states} states: at most ${mostStatesCounted} are counted one by one`,
      layout.states,
    );
  return layout;
}

/**
 * Draws readings, priorities and likelihoods, answers, and counts. The counts are a function of the case, the version, the
 * settings and the range alone: not of the runner, nor of where it was interrupted and went on.
 */
export async function sweepCase(
  found: Case,
  settings: SweepSettings,
  options: SweepOptions,
): Promise<Counted> {
  const layout = sweepLayout(found, settings);
  const range = options.range ?? { from: 0, to: settings.samples };
  let counted: Counted = { range, tally: options.before ?? emptyTally(layout), narrow: false };
  const enough = ({ tally }: Counted) =>
    settings.until !== undefined && tally.samples > 0 && isNarrow(layout, tally, settings.until);
  if (enough(counted)) return { ...counted, narrow: true };
  const parts = partsOf(
    { from: range.from + counted.tally.samples, to: range.to },
    partSize(layout.states, settings.only),
  );
  for await (const part of options.runner.run(sweepJob(found, settings), parts, options.cancel)) {
    counted = { ...counted, tally: addTallies(counted.tally, part) };
    counted = { ...counted, narrow: enough(counted) };
    options.onPart?.(counted);
    if (counted.narrow) break;
  }
  return counted;
}

function* partsOf({ from, to }: SampleRange, size: number): Generator<SampleRange> {
  for (let at = from; at < to; at += size) yield { from: at, to: Math.min(to, at + size) };
}

/** The samples of shard `index` of `of`, counted from 1: as even as can be. */
export function shardRange(samples: number, index: number, of: number): SampleRange {
  return { from: Math.floor(((index - 1) * samples) / of), to: Math.floor((index * samples) / of) };
}
