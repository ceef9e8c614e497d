import { existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Case, editCase, type ReadResult, readCase } from '@demarche/case';
import { loadCase } from '@demarche/case/node';
import type { IntoCase, ProposalAdded, Proposed, Reading, Refused } from '@demarche/source';
import { exit, Stop, UsageError } from '../exit.ts';
import { err } from '../io.ts';
import { diagnosticsText } from '../open.ts';
import { reader } from '../reader.ts';
import type { ReadSource } from '../source-texts.ts';
import { writeWhole } from '../write.ts';

export type IntoOptions = {
  /** The id of the source. */
  readonly as?: string | undefined;
  /** Whether the text is kept in the case's folder. */
  readonly text: boolean;
  /** What a model proposes of each source. */
  readonly proposals?: Proposals | undefined;
};

export type Proposals = { readonly model: string; readonly of: readonly (readonly Proposed[])[] };

/** What one source brought into a case. */
export type Brought = IntoCase & {
  /** Where its text lies, from the case's folder; undefined where it is not there. */
  readonly text: string | undefined;
  /** What a model proposed: written, marked as proposed, and refused with the reason. */
  readonly assisted?: {
    readonly model: string;
    readonly proposed: readonly ProposalAdded[];
    readonly refused: readonly Refused[];
  };
};

type Read = { readonly source: ReadSource; readonly reading: Reading };

/**
 * Adds sources and what was read in them to a case. The case is read before and after: where either has an error nothing is written.
 * Texts are written first, the case last and whole; if that fails, the texts go again.
 */
export async function readInto(
  path: string,
  reads: readonly Read[],
  options: IntoOptions,
): Promise<{ readonly file: string; readonly brought: readonly Brought[] }> {
  if (options.as !== undefined && reads.length > 1)
    throw new UsageError('--as names one source, and several are given', 'read them one after another');
  if (options.as !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(options.as))
    throw new UsageError(`--as ${options.as}: no id`, 'letters, digits, - _ and . as in --as analysis');
  const { intoCase, proposalsInto, vet } = await reader('read --into');
  const loaded = loadCase(path);
  let found = soundCase(loaded, loaded.text);
  let text = loaded.text;
  const folder = dirname(resolve(loaded.path));
  const texts: Record<string, string> = Object.create(null);
  const files = new Map<string, string>();
  const brought: Brought[] = [];
  for (const [k, { source, reading }] of reads.entries()) {
    const known = intoCase(found, source, reading, options.as === undefined ? {} : { id: options.as });
    if ('changed' in known) throw otherText(path, source, known.changed);
    const has = known.source.kind === 'known' ? known.source.source.text : undefined;
    const at = has ?? (options.text ? placeOf(folder, source, known.id, files) : undefined);
    const made = intoCase(found, source, reading, {
      id: known.id,
      ...(at === undefined ? {} : { text: at }),
    }) as IntoCase;
    texts[known.id] = source.text;
    // What stands in the case already has to stand in this text.
    soundCase(readCase(text, { file: loaded.path, texts }), text);
    text = editCase(text, made.edits);
    found = soundCase(readCase(text, { file: loaded.path, texts }), text);
    if (at !== undefined && has === undefined) files.set(join(folder, at), source.text);
    if (!options.proposals) {
      brought.push({ ...made, text: at });
      continue;
    }
    const { model, of } = options.proposals;
    const { passed, refused } = vet(source.text, of[k]!);
    const proposed = proposalsInto(found, { id: known.id, text: source.text }, reading, passed, model);
    text = editCase(text, proposed.edits);
    found = soundCase(readCase(text, { file: loaded.path, texts }), text);
    const assisted = { model, proposed: proposed.added, refused: [...refused, ...proposed.refused] };
    brought.push({ ...made, text: at, assisted });
  }
  write(loaded.path, text, loaded.text, files);
  return { file: loaded.path, brought };
}

function soundCase(read: ReadResult, text: string): Case {
  if (read.case) return read.case;
  err(`${diagnosticsText({ diagnostics: read.diagnostics, text }, false, process.stderr)}\n`);
  err('nothing was added\n');
  throw new Stop(
    read.diagnostics.some(({ code }) => code === 'unreadable')
      ? exit.usage
      : read.diagnostics.some(({ code }) => code === 'limit')
        ? exit.limit
        : exit.errors,
  );
}

function otherText(path: string, { place }: ReadSource, id: string): UsageError {
  return new UsageError(
    `${place} is the source “${id}” of the case, and its text is another one by now`,
    `look what became of its passages: demarche reanchor ${path} --source ${id}=${place}; or add it as a source of its own with --as`,
  );
}

/** Where the text lies in the case's folder: the file itself where it is one there, else a new file. */
function placeOf(
  folder: string,
  { place, text, verbatim }: ReadSource,
  id: string,
  files: ReadonlyMap<string, string>,
): string {
  if (verbatim) {
    const inside = relative(realpathSync(folder), realpathSync(place));
    if (
      inside !== '' &&
      !inside.startsWith('..') &&
      !inside.includes(`..${sep}`) &&
      resolve(inside) !== inside
    )
      return inside.split(sep).join('/');
  }
  for (let k = 1; ; k++) {
    const name = `sources/${id}${k === 1 ? '' : `-${k}`}.txt`;
    const file = join(folder, name);
    if (files.has(file) ? files.get(file) === text : !existsSync(file) || holds(file, text)) return name;
  }
}

function holds(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

function write(file: string, text: string, before: string, files: ReadonlyMap<string, string>): void {
  const undo: (() => void)[] = [];
  try {
    for (const [path, words] of files) {
      if (existsSync(path)) continue;
      const folder = dirname(path);
      if (!existsSync(folder)) {
        mkdirSync(folder);
        undo.unshift(() => rmdirSync(folder));
      }
      writeWhole(path, words);
      undo.unshift(() => rmSync(path, { force: true }));
    }
    if (text !== before) writeWhole(file, text);
  } catch (error) {
    for (const step of undo) step();
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${file} (${code})`, 'nothing was left behind');
  }
}
