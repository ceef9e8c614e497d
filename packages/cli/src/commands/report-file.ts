import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CaseAnswer } from '@demarche/analysis';
import { type ReportMore, reportHtml, reportMoreOf } from '@demarche/report/html';
import { reportMarkdown } from '@demarche/report/markdown';
import { UsageError } from '../exit.ts';
import { progressOn } from '../io.ts';
import { pair } from '../name.ts';
import type { Common, Opened } from '../open.ts';
import { ownTexts } from '../texts.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

/** Says before anything is computed where a report cannot be written. */
export function needWritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`cannot write ${file}: there is no folder ${folder}`, 'make the folder first');
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`cannot write ${file}: it is a folder`, 'name a file, as in --report report.html');
}

/** The report, as HTML or, where the file is called so, as Markdown. A text given by --source verifies anchors and is quoted in no file. */
export function writeReport(file: string, opened: Opened, answer: CaseAnswer, options: Common): void {
  const { found, loaded } = opened;
  const texts = options.blind ? {} : { ...ownTexts(found, loaded.path) };
  for (const given of options.source ?? []) delete texts[pair(given, '--source', 'id=path')[0]];
  for (const { id, withhold } of found.sources) if (withhold) delete texts[id];
  const page = /\.(md|markdown)$/i.test(file)
    ? reportMarkdown(found, answer, { version, texts })
    : reportHtml(found, answer, { version, texts, more: moreFor(opened, answer, options) });
  writeResult(file, page);
}

function moreFor({ found, reading }: Opened, answer: CaseAnswer, { quiet }: Common): ReportMore {
  const progress = progressOn(quiet === true, 'the report');
  const more = reportMoreOf(found, answer, { reading, onStep: (done, all) => progress.at(done, all) });
  progress.end();
  return more;
}

/** A file of results, whole or not at all. */
export function writeResult(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${file} (${code})`, 'choose another place; nothing was left behind');
  }
}
