import { type Case, editCase, limits, type MaterialFormat, readCase, readMaterial } from '@demarche/case';
import { type loadCase, readText } from '@demarche/case/node';
import { pageFor } from '@demarche/report/terminal';
import { exit, Stop, UsageError } from '../exit.ts';
import { err, json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { diagnosticsText, load } from '../open.ts';
import { reader } from '../reader.ts';
import { ownTexts, textAt } from '../texts.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

type Options = {
  readonly into: string;
  readonly format?: MaterialFormat | undefined;
  readonly as?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
};

/** What came of the items of a file: ids of what was added, and of what was there. */
type Outcome = {
  readonly added: readonly string[];
  readonly already: readonly string[];
  readonly left: number;
};

/** Annotations or sources of other programs into a case that is there. The case is written whole, or not at all. */
export async function importMaterial(path: string, options: Options): Promise<number> {
  const { into } = options;
  const { annotationsInto, sourcesInto } = await reader('import --into');
  const loaded = load(into, options.source ? { source: options.source } : {});
  const found = loaded.case ?? refuse(loaded);
  const read = readText(path, limits.fileSize * 4);
  if ('problem' in read) throw new UsageError(`cannot read ${path}: ${read.problem}`);
  const { format } = options;
  const material = readMaterial(read.text, { file: path, ...(format ? { format } : {}) });
  if (options.as !== undefined)
    named(
      'source',
      options.as,
      found.sources.map(({ id }) => id),
    );
  const made =
    material.format === 'csl'
      ? sourcesInto(found, material)
      : annotationsInto(found, material, {
          texts: textsAt(found, loaded.path, options.source),
          ...(options.as === undefined ? {} : { source: options.as }),
        });
  const outcome: Outcome =
    'left' in made
      ? { added: made.added.map(({ id }) => id), already: made.already, left: made.left }
      : { added: made.added, already: made.already.map(({ id }) => id), left: 0 };
  const broken =
    material.errors() > 0 &&
    material.diagnostics().some(({ code, severity }) => severity === 'error' && !code.startsWith('anchor-'));
  const text = broken ? loaded.text : editCase(loaded.text, made.edits);
  if (!broken && text !== loaded.text) {
    const after = readCase(text, { file: loaded.path });
    if (!after.case) refuse({ ...after, text });
    write(loaded.path, text);
  }
  const diagnostics = material.diagnostics();
  if (options.json)
    json({
      ...{ demarche: version, file: path, format: material.format, diagnostics },
      ...(broken ? {} : { into: { case: loaded.path, ...outcome } }),
      wrote: text === loaded.text ? null : loaded.path,
    });
  if (diagnostics.length > 0 && (broken || (!options.json && !options.quiet)))
    err(`${diagnosticsText({ diagnostics, text: read.text }, false, process.stderr)}\n`);
  if (broken) {
    err('nothing was imported\n');
    return diagnostics.some(({ code }) => code === 'limit') ? exit.limit : exit.errors;
  }
  if (!options.json && !options.quiet) out(listing(into, loaded.path, material.format, outcome));
  // What was left out because its passage is not certain is an error that is told; the rest is done.
  return material.errors() > 0 ? exit.errors : exit.done;
}

function refuse(read: {
  readonly diagnostics: ReturnType<typeof loadCase>['diagnostics'];
  readonly text: string;
}): never {
  err(`${diagnosticsText(read, false, process.stderr)}\nnothing was imported\n`);
  throw new Stop(read.diagnostics.some(({ code }) => code === 'unreadable') ? exit.usage : exit.errors);
}

function textsAt(found: Case, file: string, given: readonly string[] = []): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.assign(Object.create(null), ownTexts(found, file));
  for (const one of given) {
    const at = one.indexOf('=');
    const text = textAt(one.slice(at + 1));
    if (text !== undefined) texts[one.slice(0, at)] = text;
  }
  return texts;
}

function write(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${file} (${code})`, 'nothing was imported');
  }
}

function listing(
  path: string,
  file: string,
  format: MaterialFormat,
  { added, already, left }: Outcome,
): string {
  const page = pageFor(viewOf());
  const what = format === 'csl' ? 'source' : 'statement';
  const counted = (n: number) => `${n} ${what}${n === 1 ? '' : 's'}`;
  page.title(file);
  page.item(
    added.length === 0
      ? `no ${what} to add`
      : `${counted(added.length)} added: ${added.length <= 5 ? added.join(', ') : `${added[0]} to ${added.at(-1)}`}`,
  );
  if (already.length > 0) page.item(`${counted(new Set(already).size)} there already`);
  if (left > 0) page.item(`${left} left out, for the reasons told`);
  if (added.length > 0) page.item(`next: demarche check ${path}`);
  return page.text();
}
