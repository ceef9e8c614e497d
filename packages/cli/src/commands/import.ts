import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Case,
  compileCase,
  type ImportFormat,
  importText,
  LimitError,
  limits,
  type MaterialFormat,
  materialFormats,
} from '@demarche/case';
import { readText } from '@demarche/case/node';
import { importText as words } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { err, json, out, viewOf } from '../io.ts';
import { diagnosticsText } from '../open.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

type Options = {
  readonly out?: string | undefined;
  readonly format?: ImportFormat | MaterialFormat | undefined;
  readonly into?: string | undefined;
  readonly as?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
};

/** A file of another program into a case: a conflict into a new one, annotations and sources into one that is there. */
export async function importFile(path: string, options: Options): Promise<number> {
  const { format, into, out: to } = options;
  const material = materialFormats.find((one) => one === format);
  if (into === undefined) {
    if (material || /\.jsonld$/i.test(path))
      throw new UsageError(
        `${path} holds ${material === 'csl' ? 'sources' : 'annotations'}, and those go into a case that is there`,
        'name it: --into CASE',
      );
    if (options.as !== undefined || options.source !== undefined)
      throw new UsageError(`${options.as === undefined ? '--source' : '--as'} says something of --into CASE`);
    return importConflict(path, { ...options, format: format as ImportFormat | undefined });
  }
  if (to !== undefined)
    throw new UsageError('--into names a case that is there, and --out a new one', 'take one');
  if (format !== undefined && !material)
    throw new UsageError(`a .${format} file is a conflict of its own`, 'it becomes a new case: --out CASE');
  return (await import('./import-material.ts')).importMaterial(path, { ...options, into, format: material });
}

/** A conflict of another program into a case, written to `--out` or printed. */
function importConflict(
  path: string,
  options: Options & { readonly format: ImportFormat | undefined },
): number {
  const file = options.out === undefined ? undefined : caseFileAt(options.out);
  if (file !== undefined && existsSync(file))
    throw new UsageError(`${file} is there already`, 'nothing was written; name another folder with --out');
  const read = readText(path, limits.fileSize * 4);
  if ('problem' in read) throw new UsageError(`cannot read ${path}: ${read.problem}`);
  const made = importText(read.text, { file: path, ...(options.format ? { format: options.format } : {}) });
  const told = { diagnostics: made.diagnostics, text: read.text };
  const found = made.case;
  if (!found || made.text === undefined) {
    if (options.json)
      json({ demarche: version, file: path, format: made.format, diagnostics: made.diagnostics });
    err(`${diagnosticsText(told, false, process.stderr)}\n`);
    return made.diagnostics.some(({ code }) => code === 'limit') ? exit.limit : exit.errors;
  }
  if (file !== undefined) write(file, made.text);
  const states = statesOf(found);
  if (options.json) {
    json({
      demarche: version,
      file: path,
      format: made.format,
      diagnostics: made.diagnostics,
      case: {
        title: found.title,
        sha256: found.sha256,
        actors: found.actors.length,
        options: found.options.length,
        states: states ?? null,
      },
      wrote: file ?? null,
      ...(file === undefined ? { text: made.text } : {}),
    });
    return exit.done;
  }
  if (made.diagnostics.length > 0 && !options.quiet) err(`${diagnosticsText(told, false, process.stderr)}\n`);
  if (file === undefined) out(made.text);
  else if (!options.quiet) out(words(found, states, viewOf(), file));
  return exit.done;
}

/** How many states are feasible; undefined where they are too many to list. */
function statesOf(found: Case): number | undefined {
  try {
    return compileCase(found).structure.codes.length;
  } catch (error) {
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}

/** A folder gets a case.yaml; a name that ends as YAML does is the file itself. */
function caseFileAt(path: string): string {
  return /\.ya?ml$/i.test(path) ? path : join(path, 'case.yaml');
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${(error as Error).message.split(',')[0]}`);
  }
}
