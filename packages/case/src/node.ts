import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { codes } from './codes.ts';
import { limits } from './limits.ts';
import { type ReadResult, readCase } from './read.ts';

export type LoadOptions = {
  /** Source id → path of its text, as given by `--source`. */
  readonly sources?: Readonly<Record<string, string>>;
};

export type LoadResult = ReadResult & {
  /** The case file's text, for printing; empty where it could not be read. */
  readonly text: string;
  /** The path of the case file itself. */
  readonly path: string;
};

/** Reads a case from a folder or a `case.yaml`, with the texts of its sources that lie in the folder. */
export function loadCase(path: string, options: LoadOptions = {}): LoadResult {
  const file = caseFileOf(path);
  const text = contents(file, limits.fileSize * 4);
  if ('problem' in text) return unreadable(file, text.problem);
  const texts: Record<string, string> = Object.create(null);
  for (const [id, at] of Object.entries(options.sources ?? {})) {
    const given = contents(at, limits.sourceSize);
    if ('problem' in given) return unreadable(at, given.problem);
    texts[id] = given.text;
  }
  const folder = dirname(resolve(file));
  const textOf = (inside: string): string | undefined => {
    // A case may come from a stranger: its texts are looked for in its own folder only, links followed.
    const at = realPath(resolve(folder, inside));
    if (!at?.startsWith(realPath(folder) + sep)) return undefined;
    const found = contents(at, limits.sourceSize);
    return 'text' in found ? found.text : undefined;
  };
  return { ...readCase(text.text, { file: shown(file), texts, textOf }), text: text.text, path: file };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function caseFileOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? join(path, 'case.yaml') : path;
  } catch {
    return path;
  }
}

/** A file's text in UTF-8, or why there is none. `most`: bytes that are read at most. */
export function readText(
  path: string,
  most: number,
): { readonly text: string } | { readonly problem: string } {
  return contents(path, most);
}

function contents(path: string, most: number): { readonly text: string } | { readonly problem: string } {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { problem: 'it is no file' };
    if (found.size > most) return { problem: `it has ${found.size} bytes, at most ${most} are read` };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path)) };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (error instanceof TypeError) return { problem: 'it is no text in UTF-8' };
    return {
      problem: code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? 'unknown'})`,
    };
  }
}

function unreadable(path: string, problem: string): LoadResult {
  const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const hint = codes.unreadable.hint;
  const message = `cannot read ${shown(path)}: ${problem}`;
  const one = {
    code: 'unreadable',
    severity: 'error' as const,
    message,
    file: shown(path),
    range,
    ...(hint ? { hint } : {}),
  };
  return { case: undefined, diagnostics: [one], positions: undefined, text: '', path };
}

/** As the user would write it: relative where that is shorter. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near !== '' && near.length < path.length ? near : path;
}
