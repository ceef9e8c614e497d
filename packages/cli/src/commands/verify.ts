import { statSync } from 'node:fs';
import { readText } from '@demarche/case/node';
import { exit, UsageError } from '../exit.ts';
import { json, out, progressOn, viewOf } from '../io.ts';
import { version } from '../version.ts';
import { reportScriptHere } from './report-script.ts';

/** A report has at most so many bytes: a case file, its words four times over, and the script. */
const mostBytes = 64 * 1024 * 1024;

/** Takes the case out of a report, computes it again, and says whether what the report says stands. */
export async function verify(
  file: string,
  options: { readonly json?: true | undefined; readonly quiet?: true | undefined },
): Promise<number> {
  const page = pageAt(file);
  const { readRecord, verifyRecord } = await import('@demarche/report/record');
  const read = readRecord(page);
  if ('problem' in read) throw new UsageError(`${file}: ${read.problem}`, notAReport);
  const { record } = read;
  const script = record.version === version ? await reportScriptHere() : undefined;
  const progress = progressOn(options.quiet === true, 'computing again');
  const result = verifyRecord(
    record,
    page,
    { version, ...(script === undefined ? {} : { script }) },
    progress.at,
  );
  progress.end();
  const { verifyText } = await import('@demarche/report/terminal');
  const { verifyJson } = await import('@demarche/report/json');
  if (options.json) json(verifyJson(file, record, result, version));
  else out(verifyText(file, record, result, viewOf(), version));
  return result.stands ? exit.done : exit.errors;
}

const notAReport = 'a report that `demarche answer CASE --report FILE` wrote can be verified';

function pageAt(file: string): string {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${file} is a folder`, notAReport);
  const read = readText(file, mostBytes);
  if ('problem' in read) throw new UsageError(`cannot read ${file}: ${read.problem}`);
  return read.text;
}
