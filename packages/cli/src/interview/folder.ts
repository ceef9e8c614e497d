import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '@demarche/case';
import { caseOf, type Interview, type InterviewCase, interviewFrom, textPath } from '@demarche/source';
import { UsageError } from '../exit.ts';
import { writeWhole } from '../write.ts';

/** Where an interview is kept: its replies beside the case that they make. */
export type Kept = {
  readonly folder: string;
  readonly interview: Interview;
  /** Replies that no longer fit and were left out. */
  readonly left: number;
  /** The text of the source, where it lies in the folder. */
  readonly text?: string;
};

const stateFile = 'interview.json';
const largest = 4_000_000;

/** A folder for a new interview. Throws where there is a case already. */
export function newFolder(folder: string): string {
  for (const name of ['case.yaml', stateFile])
    if (existsSync(join(folder, name)))
      throw new UsageError(
        `${join(folder, name)} is there already`,
        `nothing was written; name another folder with --out${name === stateFile ? `, or go on: demarche new --resume --out ${folder}` : ''}`,
      );
  return folder;
}

/**
 * Writes the case and the replies so far. The text of the source comes beside them where it may be kept. Throws where the folder cannot
 * be written.
 */
export function keep(folder: string, interview: Interview, text: string | undefined): InterviewCase {
  const made = caseOf(interview);
  const put = (name: string, content: string) => {
    const path = join(folder, name);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(path, content);
    } catch (error) {
      throw new UsageError(`cannot write ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    }
  };
  if (made.keep && text !== undefined) put(textPath, text);
  put('case.yaml', made.text);
  put(stateFile, `${JSON.stringify({ ...interview, wrote: sha256(made.text) }, null, 1)}\n`);
  return made;
}

/** An interview that was kept. Throws where there is none, or where the case was changed by somebody since. */
export function keptIn(folder: string): Kept {
  const path = join(folder, stateFile);
  if (!existsSync(path))
    throw new UsageError(
      `there is no interview to go on with in ${folder}`,
      'begin one: demarche new --from FILE --out FOLDER',
    );
  let value: unknown;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > largest) throw new Error('too large');
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new UsageError(`${path} cannot be read: it is no JSON of an interview`, 'begin anew with --from');
  }
  const found = interviewFrom(value);
  if ('problem' in found) throw new UsageError(`${path}: ${found.problem}`, found.hint);
  const wrote = (value as { wrote?: unknown }).wrote;
  const casePath = join(folder, 'case.yaml');
  if (existsSync(casePath) && sha256(readFileSync(casePath, 'utf8')) !== wrote)
    throw new UsageError(
      `${casePath} was changed since the interview: going on would write over the change`,
      `work on in the file; or copy ${stateFile} into another folder and go on there`,
    );
  const textFile = join(folder, textPath);
  const text = existsSync(textFile) ? readFileSync(textFile, 'utf8') : undefined;
  const same = text !== undefined && sha256(text) === found.interview.material.source.sha256;
  return { folder, ...found, ...(same ? { text } : {}) };
}
