import { limits, sha256 } from '@demarche/case';
import { readText as readFile } from '@demarche/case/node';
import type { Reading } from '@demarche/source';
import { exit, UsageError } from '../exit.ts';
import { err, out, viewOf } from '../io.ts';
import { version } from '../version.ts';
import { readListing } from './read-listing.ts';

type Options = {
  readonly json?: true | undefined;
  readonly full?: true | undefined;
  readonly quiet?: true | undefined;
};

/** `demarche read FILE…`: what each text reports, as a listing or as one JSON object a line and file. */
export async function read(files: readonly string[], options: Options): Promise<number> {
  const readText = await reader();
  const texts = files.map((file) => ({ file, ...contents(file) }));
  const bad = texts.filter((one) => 'problem' in one);
  for (const one of bad) if ('problem' in one) err(`cannot read ${one.file}: ${one.problem}\n`);
  if (bad.length > 0) {
    err('give files of plain text in UTF-8; nothing was read\n');
    return exit.usage;
  }
  texts.forEach((one, at) => {
    if (!('text' in one)) return;
    const reading = readText(one.text);
    const hash = sha256(one.text);
    if (options.json)
      out(`${JSON.stringify({ demarche: version, file: one.file, sha256: hash, ...reading })}\n`);
    else {
      if (at > 0) out('\n');
      out(
        readListing(
          { file: one.file, text: one.text, sha256: hash, reading, full: options.full === true },
          viewOf(),
        ),
      );
    }
  });
  return exit.done;
}

function contents(file: string): { readonly text: string } | { readonly problem: string } {
  return readFile(file, limits.sourceSize);
}

/** The reader is a package of its own, so that who only computes need not install it. */
async function reader(): Promise<(text: string) => Reading> {
  try {
    return (await import('@demarche/source')).readText;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      'read needs the package @demarche/source, which is not installed',
      'it is optional: `npm install @demarche/source` beside demarche',
    );
  }
}
