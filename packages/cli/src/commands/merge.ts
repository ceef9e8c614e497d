import { readFileSync } from 'node:fs';
import { mergeCounts, readHeader, sweepResult, writeCounts } from '@demarche/analysis';
import { exit, Stop, UsageError } from '../exit.ts';
import { err } from '../io.ts';
import { type Common, needNow, openCase } from '../open.ts';
import { version } from '../version.ts';
import { needWritable, writeResult } from './report-file.ts';
import { type SweepOutput, tellSweep } from './sweep-output.ts';

export async function merge(
  path: string,
  files: readonly string[],
  options: Common & SweepOutput,
): Promise<number> {
  for (const file of [options.out, options.report]) if (file !== undefined) needWritable(file);
  const texts = files.map((name) => ({ name, text: textOf(name) }));
  const { found } = await openCase(path, { ...options, without: withdrawnIn(texts[0]!.text, options) });
  needNow(found, 'merge');
  const merged = mergeCounts(found, options.blind === true, version, texts);
  if ('problems' in merged) {
    err(merged.problems.map((problem) => `error: ${problem}\n`).join(''));
    err(
      '  → merge wants all shards of one sweep: of one case, version, seed and settings, each of them done\n',
    );
    throw new Stop(exit.usage);
  }
  const { header, layout, tally } = merged;
  if (options.out !== undefined) {
    writeResult(options.out, writeCounts(layout, header, tally));
    if (!options.quiet) err(`wrote ${options.out}\n`);
  }
  const stopped = header.narrow ? 'narrow-enough' : 'all-done';
  await tellSweep(found, sweepResult(layout, header.settings, tally, stopped), options);
  return exit.done;
}

/** What the sweep withdrew, so that the result tells of the same statements. Blind files do not say which they were. */
function withdrawnIn(text: string, { blind }: Common): readonly string[] {
  const header = readHeader(text);
  return 'problem' in header || blind || header.blind ? [] : header.settings.without;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(`cannot read ${file} (${code})`, 'name the files that sweep --shard --out wrote');
  }
}
