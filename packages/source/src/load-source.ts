import { readFileSync, statSync } from 'node:fs';
import { type FetchOptions, fetchPage } from './fetch/fetch-page.ts';
import { textApart } from './text-in/apart.ts';
import { formatOf, type Hints } from './text-in/format.ts';
import { megabytes, textLimits } from './text-in/limits.ts';
import type { NoText, SourceText, TextFormat } from './text-in/source-text.ts';
import { textFrom } from './text-in/text-in.ts';

export type LoadOptions = FetchOptions & {
  /** What it is, where neither its name nor its first bytes say it. */
  readonly format?: TextFormat;
};

/** Whether it is an address and no path. */
export function isAddress(place: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(place);
}

/** The text of a file or of a page of the web. Whatever is there, this ends with a text or a reason. Throws `MissingPackage`. */
export async function loadSource(place: string, options: LoadOptions = {}): Promise<SourceText | NoText> {
  const format = options.format === undefined ? {} : { format: options.format };
  if (!isAddress(place)) {
    const read = bytesOf(place);
    return 'problem' in read ? read : textSafely(read.bytes, { name: place, ...format });
  }
  const page = await fetchPage(place, options);
  if ('problem' in page) return page;
  const { bytes, url, contentType } = page;
  const made = await textSafely(bytes, {
    name: new URL(url).pathname,
    ...(contentType === undefined ? {} : { contentType }),
    ...format,
  });
  if ('problem' in made) return made;
  // A page may call itself by any address: what was fetched is what counts.
  return { ...made, verbatim: false, about: { ...made.about, url } };
}

/** Plain text here and now; what needs a library that others wrote, apart. */
function textSafely(bytes: Uint8Array, hints: Hints): Promise<SourceText | NoText> {
  return formatOf(bytes, hints) === 'plain' ? textFrom(bytes, hints) : textApart(bytes, hints);
}

function bytesOf(path: string): { readonly bytes: Uint8Array } | NoText {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { problem: found.isDirectory() ? 'it is a folder' : 'it is no file' };
    if (found.size > textLimits.bytes)
      return {
        problem: `it has ${megabytes(found.size)}, at most ${megabytes(textLimits.bytes)} are read`,
        hint: 'take the part that matters',
      };
    return { bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    const code = (error as { code?: string }).code;
    return {
      problem: code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? 'unknown'})`,
    };
  }
}
