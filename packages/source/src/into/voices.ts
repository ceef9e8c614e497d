import { type Case, cleanName } from '@demarche/case';
import type { Speaker } from '../statement.ts';

export type Voice = {
  /** The name that statements get. */
  readonly by: string;
  /** Names of the case of which each could be meant; the source's own name is kept then. */
  readonly ambiguous?: readonly string[];
};

/**
 * Whom the case calls by which name, so that one person keeps one name. A speaker gets the name that the case has for it where its full
 * name is that name, or one of its aliases is and no other name of the case is another of them. Nobody is guessed.
 */
export function voicesOf(found: Case): (speaker: Speaker) => Voice {
  const known = new Map<string, string>();
  // Names as they are written: actors first, then whoever says or holds something, in file order.
  for (const name of [
    ...found.actors.map((actor) => actor.name),
    ...found.statements.flatMap(({ by, holder, via }) => [by, holder, via]),
    ...found.readings.flat().flatMap(({ heldBy }) => heldBy),
  ])
    if (name !== undefined && !known.has(folded(name))) known.set(folded(name), name);
  return ({ name, aliases }) => {
    const own = cleanName(name, 'somebody');
    const same = known.get(folded(name));
    if (same !== undefined) return { by: same };
    const others = [...new Set(aliases.flatMap((alias) => known.get(folded(alias)) ?? []))];
    if (others.length === 1) return { by: others[0]! };
    return others.length === 0 ? { by: own } : { by: own, ambiguous: others };
  };
}

/** Names that differ in capitals, dots, spaces or a leading article are one. */
function folded(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/[.\s]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the (?=\S)/, '');
}
