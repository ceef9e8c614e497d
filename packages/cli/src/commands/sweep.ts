import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Counted,
  type CountsHeader,
  headerDifferences,
  partSize,
  readCounts,
  readHeader,
  type SampleRange,
  type SweepSettings,
  shardRange,
  standardSweep,
  sweepCase,
  sweepLayout,
  sweepResult,
  type Tally,
  writeCounts,
} from '@demarche/analysis';
import { exit, UsageError } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { err, progressOn } from '../io.ts';
import { partOf, share, whole } from '../numbers.ts';
import { type Common, conceptsOf, needNow, type Opened, openCase } from '../open.ts';
import { runnerFor } from '../runner.ts';
import { version } from '../version.ts';
import { needWritable, writeResult } from './report-file.ts';
import { type SweepOutput, tellSweep } from './sweep-output.ts';

type Options = Common &
  SweepOutput & {
    readonly samples?: string | undefined;
    readonly seed?: string | undefined;
    readonly model?: SweepSettings['model'] | undefined;
    readonly dispersion?: string | undefined;
    readonly untilWidth?: string | undefined;
    readonly only?: 'answers' | 'equilibria' | undefined;
    readonly threads?: string | undefined;
    readonly shard?: string | undefined;
    readonly checkpoint?: string | undefined;
    readonly resume?: true | undefined;
  };

/** How often what is counted so far is saved, in milliseconds. */
const saveEvery = 2000;

export async function sweep(path: string, options: Options): Promise<number> {
  const part = options.shard === undefined ? undefined : partOf(options.shard, '--shard');
  if (part && options.out === undefined)
    throw new UsageError(
      '--shard needs a file for its counts',
      'write --out shard-3.ndjson, for merge to read',
    );
  if (part && options.untilWidth !== undefined)
    throw new UsageError(
      'a shard cannot know when all are narrow enough',
      'leave out --until-width or --shard',
    );
  if (options.only === 'equilibria' && options.untilWidth !== undefined)
    throw new UsageError(
      '--until-width watches answers, and --only equilibria counts none',
      'leave out --until-width or --only equilibria',
    );
  const checkpoint = options.checkpoint ?? (options.out === undefined ? undefined : `${options.out}.part`);
  if (checkpoint !== undefined && options.out !== undefined && resolve(checkpoint) === resolve(options.out))
    throw new UsageError(
      '--checkpoint and --out name one file',
      'leave out --checkpoint: what is counted on the way is kept beside --out',
    );
  if (options.resume && checkpoint === undefined)
    throw new UsageError(
      '--resume needs to know where what was counted is kept',
      'name it with --out or --checkpoint',
    );
  const asked = options.threads === undefined ? undefined : whole(options.threads, '--threads', 1, 1024);
  for (const file of [options.out, options.report, checkpoint]) if (file !== undefined) needWritable(file);
  const opened = await openCase(path, options);
  const { found } = opened;
  needNow(found, 'sweep');
  const settings = settingsOf(opened, options);
  const layout = sweepLayout(found, settings);
  const range = part ? shardRange(settings.samples, part.index, part.of) : { from: 0, to: settings.samples };
  const header = (counted: number, narrow: boolean): CountsHeader => ({
    version,
    case: found.sha256,
    blind: options.blind === true,
    settings,
    range,
    counted,
    narrow,
  });
  const save = (file: string, { tally, narrow }: Counted) =>
    writeResult(file, writeCounts(layout, header(tally.samples, narrow), tally));
  const before = earlier([options.out, checkpoint], options.resume === true, header(0, false), (text, one) =>
    readCounts(text, one, layout),
  );
  if (before && !options.quiet) err(`going on after ${before.samples} samples\n`);

  const runner = await runnerFor(
    asked,
    Math.ceil((range.to - range.from) / partSize(layout.states, settings.only) / 4),
  );
  const progress = progressOn(options.quiet === true, 'sampling');
  const done = before?.samples ?? 0;
  let latest: Counted | undefined = before && { range, tally: before, narrow: false };
  let saved = Number.NEGATIVE_INFINITY;
  const interrupt = interruption();
  let finished: Counted | undefined;
  try {
    finished = await sweepCase(found, settings, {
      runner,
      range,
      ...(before ? { before } : {}),
      cancel: interrupt.signal,
      onPart: (counted) => {
        latest = counted;
        progress.at(counted.tally.samples - done, range.to - range.from - done);
        if (checkpoint === undefined || performance.now() - saved < saveEvery) return;
        save(checkpoint, counted);
        saved = performance.now();
      },
    });
  } catch (error) {
    if (error !== interrupt.signal.reason) throw error;
  } finally {
    interrupt.forget();
    progress.end();
  }

  const result = ({ tally }: Counted, stopped: Parameters<typeof sweepResult>[3]) =>
    sweepResult(layout, settings, tally, stopped);
  if (!finished) {
    const counted = latest?.tally.samples ?? 0;
    const far = `stopped after ${counted} of ${range.to - range.from} samples`;
    if (checkpoint !== undefined) {
      if (latest) save(checkpoint, latest);
      err(`${far}${latest ? `, kept in ${checkpoint}` : ''}; the same command with --resume goes on\n`);
    } else {
      err(`${far}; with --out or --checkpoint it can go on another time\n`);
      if (latest) await tellSweep(found, result(latest, 'interrupted'), { ...options, report: undefined });
    }
    return exit.interrupted;
  }
  if (options.out !== undefined) {
    save(options.out, finished);
    if (!options.quiet) err(`wrote ${options.out}\n`);
  }
  if (checkpoint !== undefined) rmSync(checkpoint, { force: true });
  if (!part || options.json)
    await tellSweep(
      found,
      result(finished, part ? 'shard' : finished.narrow ? 'narrow-enough' : 'all-done'),
      options,
    );
  return exit.done;
}

function settingsOf({ found, reading, scenario = null, idOf }: Opened, options: Options): SweepSettings {
  const concepts = conceptsOf(options.concepts) ?? [standardSweep.concept];
  if (concepts.length !== 1)
    throw new UsageError('sweep follows one concept at a time', 'write --concepts nash or --concepts seq');
  const said = <T>(text: string | undefined, standard: T, parse: (text: string) => T) =>
    text === undefined ? standard : parse(text);
  const without = (id: string) => {
    for (const kind of ['statements', 'sources'] as const) if (idOf(kind, id) !== id) return idOf(kind, id);
    return options.blind ? 'an item' : id;
  };
  return {
    ...standardSweep,
    samples: said(options.samples, standardSweep.samples, (text) => whole(text, '--samples', 1, 1e9)),
    seed: said(options.seed, standardSweep.seed, (text) => whole(text, '--seed', 0)),
    model: options.model ?? standardSweep.model,
    dispersion: said(options.dispersion, standardSweep.dispersion, (text) => share(text, '--dispersion')),
    concept: concepts[0]!,
    beliefs: (options.beliefs ?? standardSweep.beliefs) as SweepSettings['beliefs'],
    agreements: (options.agreements ?? standardSweep.agreements) as SweepSettings['agreements'],
    scenario,
    reading: Object.fromEntries(
      found.actors.flatMap(({ id }) => (reading[id] === undefined ? [] : [[id, reading[id]]])),
    ),
    without: (options.without ?? []).map(without),
    ...(options.only ? { only: options.only } : {}),
    ...(options.untilWidth === undefined ? {} : { until: share(options.untilWidth, '--until-width') }),
  };
}

/**
 * What an earlier run counted, in the first of the files that has it: only where it is asked for, and only of the same sweep. Saved
 * counts that are not asked for are not written over.
 */
function earlier(
  files: readonly (string | undefined)[],
  resume: boolean,
  expected: CountsHeader,
  read: (text: string, header: CountsHeader) => Tally | { readonly problem: string },
): Tally | undefined {
  const [out, checkpoint] = files;
  if (!resume) {
    if (checkpoint !== undefined && existsSync(checkpoint))
      throw new UsageError(
        `there are counts of a run that did not end in ${checkpoint}`,
        'go on from them with --resume, or remove the file',
      );
    return undefined;
  }
  for (const file of [out, checkpoint]) {
    if (file === undefined || !existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    const header = readHeader(text);
    if ('problem' in header) throw new UsageError(`${file} ${header.problem}`, 'remove it to begin anew');
    const differences = [
      ...headerDifferences(header, expected),
      ...(sameRange(header.range, expected.range) ? [] : ['other samples']),
    ];
    if (differences.length > 0)
      throw new UsageError(
        `${file} is of another sweep: it has ${differences.join('; ')}`,
        'give the same options as then, or name another file',
      );
    const tally = read(text, header);
    if ('problem' in tally) throw new UsageError(`${file} ${tally.problem}`, 'remove it to begin anew');
    return tally;
  }
  return undefined;
}

const sameRange = (one: SampleRange, other: SampleRange) => one.from === other.from && one.to === other.to;
