import type { SweepResult } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { sweepJson } from '@demarche/report/json';
import { sweepText } from '@demarche/report/terminal';
import { err, json, out, viewOf } from '../io.ts';
import type { Common } from '../open.ts';
import { version } from '../version.ts';
import { writeResult } from './report-file.ts';

/** Where the result of a sweep goes. */
export type SweepOutput = {
  readonly out?: string | undefined;
  readonly report?: string | undefined;
};

/** Prints a result as a table or as JSON, and writes the page where one is asked for. */
export async function tellSweep(
  found: Case,
  result: SweepResult,
  options: Common & SweepOutput,
): Promise<void> {
  if (options.report !== undefined) {
    const { sweepHtml } = await import('@demarche/report/html');
    writeResult(options.report, sweepHtml(found, result, version));
    if (!options.quiet) err(`wrote ${options.report}\n`);
  }
  if (options.json) json(sweepJson(found, result, version, options.full === true));
  else out(sweepText(found, result, viewOf(), { version, full: options.full === true }));
}
