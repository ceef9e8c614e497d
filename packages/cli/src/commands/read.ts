import { exit } from '../exit.ts';
import { out, viewOf } from '../io.ts';
import { reader } from '../reader.ts';
import { type ReadingOptions, sourceTexts } from '../source-texts.ts';
import { version } from '../version.ts';
import { readListing } from './read-listing.ts';
import { writeTexts } from './text-out.ts';

type Options = ReadingOptions & {
  readonly textOut?: string | undefined;
  readonly json?: true | undefined;
  readonly full?: true | undefined;
  readonly quiet?: true | undefined;
};

/** `demarche read PATH-OR-URL…`: what each source reports, as a listing or as one JSON object a line and source. */
export async function read(places: readonly string[], options: Options): Promise<number> {
  const { readText } = await reader('read');
  const sources = await sourceTexts(places, options, 'read');
  const kept = options.textOut === undefined ? undefined : writeTexts(sources, options.textOut);
  sources.forEach((source, at) => {
    const { place, text, sha256, format, about, verbatim, notes } = source;
    const reading = readText(text);
    if (options.json) {
      const textFile = kept ? { text: kept[at]! } : {};
      out(
        `${JSON.stringify({ demarche: version, file: place, format, sha256, ...textFile, verbatim, source: about, notes, ...reading })}\n`,
      );
      return;
    }
    if (at > 0) out('\n');
    const listed = { source, reading, full: options.full === true };
    out(readListing(kept ? { ...listed, kept: kept[at]! } : listed, viewOf()));
  });
  return exit.done;
}
