import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CaseAnswer } from '@demarche/analysis';
import { passagesOf, picturesOf, type ReportMore, reportHtml, reportMoreOf } from '@demarche/report/html';
import { reportMarkdown } from '@demarche/report/markdown';
import { basisOf, caseOf, compute, livePage, openText } from '@demarche/report/record';
import { UsageError } from '../exit.ts';
import { err, progressOn } from '../io.ts';
import { pair } from '../name.ts';
import type { Common, Opened } from '../open.ts';
import { ownTexts } from '../texts.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';
import { reportScriptHere } from './report-script.ts';

export type ReportFile = Common & { readonly script?: boolean | undefined };

/** A file for the report and a folder for its pictures; either may be left out. */
export type Where = { readonly report?: string | undefined; readonly figures?: string | undefined };

/** Says before anything is computed where a report cannot be written. */
export function needWritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`cannot write ${file}: there is no folder ${folder}`, 'make the folder first');
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`cannot write ${file}: it is a folder`, 'name a file, as in --report report.html');
}

/** A folder that pictures go into, made where it is not there. */
export function needFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `cannot make the folder ${folder} (${code})`,
      'name a folder, as in --figures figures',
    );
  }
}

/**
 * The report, as HTML or, where the file is called so, as Markdown; and its pictures, each a file in a folder. HTML has its script
 * and carries its case, unless that was not wanted or the report is blind: a case has names. A text given by --source verifies
 * anchors and is quoted in no file.
 */
export async function writeReport(
  { report, figures }: Where,
  opened: Opened,
  answer: CaseAnswer,
  options: ReportFile,
): Promise<readonly string[]> {
  const { found, loaded } = opened;
  const texts: Record<string, string> = options.blind ? {} : { ...ownTexts(found, loaded.path) };
  for (const given of options.source ?? []) delete texts[pair(given, '--source', 'id=path')[0]];
  for (const { id, withhold } of found.sources) if (withhold) delete texts[id];
  const asMarkdown = report !== undefined && /\.(md|markdown)$/i.test(report);
  if (asMarkdown) writeResult(report, reportMarkdown(found, answer, { version, texts }));
  if (asMarkdown && figures === undefined) return [report];
  const wantsScript = report !== undefined && !asMarkdown && options.script !== false && !options.blind;
  const page =
    (wantsScript ? await livePageOf(opened, answer, texts, options) : undefined) ??
    reportHtml(found, answer, { version, texts, more: moreFor(opened, answer, options) });
  if (report !== undefined && !asMarkdown) writeResult(report, page);
  if (figures !== undefined)
    for (const { name, svg } of picturesOf(page)) writeResult(join(figures, `${name}.svg`), `${svg}\n`);
  return [report, figures].filter((one) => one !== undefined);
}

/** The page with its script; undefined where its case cannot be given away without what it withholds. */
async function livePageOf(
  { found, loaded, reading, scenario }: Opened,
  answer: CaseAnswer,
  texts: Readonly<Record<string, string>>,
  options: ReportFile,
): Promise<string | undefined> {
  const whole = loaded.case!;
  const open = openText(loaded.text, whole);
  if (!open) {
    if (!options.quiet)
      err(
        'the report has no script: what is withheld is written so that the case does not read without it\n',
      );
    return undefined;
  }
  const script = await reportScriptHere();
  const basis = basisOf({
    found: whole,
    open,
    version,
    passages: passagesOf(found, texts),
    asked: {
      concepts: answer.concepts,
      ...answer.settings,
      beliefs: answer.beliefs,
      reading,
      ...(scenario === undefined ? {} : { scenario }),
      without: options.without ?? [],
      seed: 1,
    },
  });
  const progress = progressOn(options.quiet === true, 'the report');
  // What is shown follows from what the page carries, so that a reader computes the same.
  const carried = open.withheld ? caseOf(basis) : undefined;
  const computed = carried
    ? compute(carried, basis, progress.at)
    : compute(found, basis, progress.at, answer);
  progress.end();
  return livePage(basis, computed, script);
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
