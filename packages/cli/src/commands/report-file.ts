import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { CaseAnswer } from '@demarche/analysis';
import { limits } from '@demarche/case';
import { reportHtml } from '@demarche/report/html';
import { UsageError } from '../exit.ts';
import type { Opened } from '../open.ts';
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

export function writeReport(
  file: string,
  { found, loaded }: Opened,
  answer: CaseAnswer,
  blind: boolean,
): void {
  const texts = blind ? {} : ownTexts(loaded.path, found.sources);
  try {
    writeWhole(file, reportHtml(found, answer, { version, texts }));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${file} (${code})`, 'choose another place; nothing was left behind');
  }
}

/** Texts that lie in the case's own folder: only these may be quoted in a file. */
function ownTexts(casePath: string, sources: Opened['found']['sources']): Readonly<Record<string, string>> {
  const folder = dirname(resolve(casePath));
  const texts: Record<string, string> = Object.create(null);
  for (const { id, text, withhold } of sources) {
    if (text === undefined || withhold) continue;
    const at = resolve(folder, text);
    const found = statSync(at, { throwIfNoEntry: false });
    if (!at.startsWith(folder + sep) || !found?.isFile() || found.size > limits.sourceSize) continue;
    texts[id] = readFileSync(at, 'utf8');
  }
  return texts;
}
