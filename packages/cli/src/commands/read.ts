import { exit, UsageError } from '../exit.ts';
import { out, viewOf } from '../io.ts';
import { reader } from '../reader.ts';
import { type ReadingOptions, sourceTexts } from '../source-texts.ts';
import { version } from '../version.ts';
import { type AssistOptions, asked, assistantOf, consent } from './assist.ts';
import { intoListing } from './into-listing.ts';
import { type Brought, type Proposals, readInto } from './read-into.ts';
import { readListing } from './read-listing.ts';
import { writeTexts } from './text-out.ts';

type Options = ReadingOptions &
  AssistOptions & {
    readonly textOut?: string | undefined;
    readonly into?: string | undefined;
    readonly as?: string | undefined;
    /** False with `--no-text`. */
    readonly text: boolean;
    readonly json?: true | undefined;
    readonly full?: true | undefined;
    readonly quiet?: true | undefined;
  };

/** `demarche read PATH-OR-URL…`: what each source reports, as a listing or as one JSON object a line and source. */
export async function read(places: readonly string[], options: Options): Promise<number> {
  const { costOf, readText } = await reader('read');
  if (options.assist && options.into === undefined)
    throw new UsageError('--assist proposes into a case', 'add --into CASE');
  const assistant = options.assist ? assistantOf(options) : notAssisted(options);
  const sources = await sourceTexts(places, options, 'read');
  const reads = sources.map((source) => ({ source, reading: readText(source.text) }));
  if (options.into === undefined) needsInto(options);
  let proposals: Proposals | undefined;
  if (assistant) {
    const texts = sources.map(({ text }) => text);
    await consent(costOf(texts), assistant, options);
    proposals = { model: assistant.model, of: await asked(texts, assistant) };
  }
  const into =
    options.into === undefined ? undefined : await readInto(options.into, reads, { ...options, proposals });
  const kept = options.textOut === undefined ? undefined : writeTexts(sources, options.textOut);
  if (into && !options.json) {
    const listed = into.brought.map((one, at) => ({ ...one, place: sources[at]!.place }));
    if (!options.quiet) out(intoListing(options.into!, into.file, listed, viewOf()));
    return exit.done;
  }
  reads.forEach(({ source, reading }, at) => {
    const { place, format, sha256, verbatim, about, notes } = source;
    if (!options.json) {
      if (at > 0) out('\n');
      const listed = { source, reading, full: options.full === true };
      out(readListing(kept ? { ...listed, kept: kept[at]! } : listed, viewOf()));
      return;
    }
    const line = {
      ...{ demarche: version, file: place, format, sha256 },
      ...(kept ? { text: kept[at]! } : {}),
      ...(into ? { into: intoJson(into.file, into.brought[at]!) } : {}),
      ...{ verbatim, source: about, notes },
      ...reading,
    };
    out(`${JSON.stringify(line)}\n`);
  });
  return exit.done;
}

function notAssisted(options: Options): undefined {
  for (const name of ['model', 'baseUrl', 'price', 'timeout', 'yes'] as const)
    if (options[name] !== undefined)
      throw new UsageError(
        `--${name === 'baseUrl' ? 'base-url' : name} says something of --assist`,
        'add --assist, or leave it out',
      );
}

function needsInto({ as, text }: Options): void {
  if (as === undefined && text) return;
  throw new UsageError(`${as === undefined ? '--no-text' : '--as'} says something of --into CASE`);
}

function intoJson(
  file: string,
  { source, id, added, already, overlapping, renamed, ambiguous, text, assisted }: Brought,
) {
  return {
    ...{ case: file, source: id, new: source.kind === 'new', text: text ?? null },
    ...{ added, already, overlapping, renamed, ambiguous },
    ...(assisted ? { assisted } : {}),
  };
}
