import { sha256 } from '@demarche/case';
import type { SourceText, TextFormat } from '@demarche/source';
import { Stop, exit as status, UsageError } from './exit.ts';
import { err } from './io.ts';
import { reader } from './reader.ts';

/** A source as it was read: a path or an address, and what is there. */
export type ReadSource = SourceText & {
  readonly place: string;
  /** Of the text in UTF-8. */
  readonly sha256: string;
};

export type ReadingOptions = {
  readonly format?: TextFormat | undefined;
  readonly allowLocal?: true | undefined;
};

/** The texts of files and pages. Where one cannot be read, all such are named and nothing is done. */
export async function sourceTexts(
  places: readonly string[],
  { format, allowLocal }: ReadingOptions,
  command: string,
): Promise<readonly ReadSource[]> {
  const { loadSource, MissingPackage } = await reader(command);
  const read: ReadSource[] = [];
  let failed = 0;
  for (const place of places) {
    try {
      const made = await loadSource(place, {
        ...(format ? { format } : {}),
        allowLocal: allowLocal === true,
      });
      if (!('problem' in made)) {
        read.push({ ...made, place, sha256: sha256(made.text) });
        continue;
      }
      err(`cannot read ${place}: ${made.problem}\n${made.hint ? `  → ${made.hint}\n` : ''}`);
      failed++;
    } catch (error) {
      if (!(error instanceof MissingPackage)) throw error;
      throw new UsageError(
        `${place}: ${error.message}, and not installed`,
        `it is optional: \`npm install ${error.packages.join(' ')}\` beside demarche`,
      );
    }
  }
  if (failed > 0) {
    err('give plain text, HTML, Markdown, PDF or an address of the web; nothing was read\n');
    throw new Stop(status.usage);
  }
  return read;
}
