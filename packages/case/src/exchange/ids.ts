import { reservedWords } from '../expression/words.ts';

const longest = 40;

/**
 * An id for a name: its letters and digits in lower case, words joined by hyphens, accents dropped. Where nothing is left, or a
 * digit or a word of the format, the kind of thing it is comes first. Ids that are taken get a number.
 */
export function idFor(name: string, kind: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const short = plain.length <= longest ? plain : plain.slice(0, longest + 1).replace(/-[^-]*$|[^-]$/, '');
  const sound = /^[a-z]/.test(short) && !reservedWords.includes(short);
  const id = short === '' ? kind : sound ? short : `${kind.replace(/-\d+$/, '')}-${short}`;
  let free = id;
  for (let k = 2; taken.has(free); k++) free = `${id}-${k}`;
  taken.add(free);
  return free;
}

/** A name as a case may hold it: no control characters, no half characters, single spaces. */
export function cleanName(name: string, otherwise: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return clean === '' ? otherwise : clean;
}
