import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../exit.ts';
import type { ReadSource } from '../source-texts.ts';
import { writeWhole } from '../write.ts';

/**
 * Where the texts of sources are put: one into the file that is named, several into a folder that is there. Nothing is written over
 * anything else; the same text once more is no change.
 */
export function writeTexts(sources: readonly ReadSource[], to: string): readonly string[] {
  const folder = statSync(to, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!folder && sources.length > 1)
    throw new UsageError(
      `--text-out ${to}: ${sources.length} texts need a folder, and there is none of that name`,
      'make the folder first',
    );
  const taken = new Set<string>();
  const paths = sources.map(({ place }) => {
    if (!folder) return to;
    const stem = stemOf(place);
    let name = `${stem}.txt`;
    for (let k = 2; taken.has(name); k++) name = `${stem}-${k}.txt`;
    taken.add(name);
    return join(to, name);
  });
  paths.forEach((path, k) => {
    if (existsSync(path) && !holds(path, sources[k]!.text))
      throw new UsageError(
        `${path} is there already and holds something else`,
        'nothing was written; name another place with --text-out',
      );
  });
  paths.forEach((path, k) => {
    try {
      if (!existsSync(path)) writeWhole(path, sources[k]!.text);
    } catch (error) {
      throw new UsageError(`cannot write ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    }
  });
  return paths;
}

function holds(path: string, text: string): boolean {
  const bytes = Buffer.from(text);
  const found = statSync(path);
  return found.isFile() && found.size === bytes.length && readFileSync(path).equals(bytes);
}

/** A name for what is at a path or an address, without its ending. */
export function stemOf(place: string): string {
  const url = URL.parse(place);
  const path = url && /^https?:$/.test(url.protocol) ? url.pathname.replace(/\/+$/, '') : place;
  const name = basename(path)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return name || url?.hostname.replace(/[^a-z0-9.-]+/gi, '-') || 'source';
}
