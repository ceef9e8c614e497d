import { anchorHash, type Case, type Statement, sha256 } from '@demarche/case';
import type { Range } from '../statement.ts';
import { type FoldedText, foldedText } from './folded-text.ts';
import { type Anchor, anchorIn, type Reanchored, reanchor } from './reanchor.ts';

export type SourceReanchored = {
  readonly id: string;
  /** As the case states it, and of the text. */
  readonly stated: string | undefined;
  readonly sha256: string;
  /** The words of the passages are known: the text that was coded is at hand. */
  readonly had: boolean;
  readonly statements: readonly {
    readonly id: string;
    readonly was: Range | undefined;
    readonly outcome: Reanchored;
    /** What stands at a range of the text. */
    readonly words: (range: Range) => string;
  }[];
  /** Statements that name neither hash nor a passage of the text that was coded: nothing to look for. */
  readonly loose: readonly string[];
};

/**
 * What became of every passage of a source in its text of today. `before` is the text that was coded, where it is at hand: then
 * the words of a passage and what stood around them help to find it.
 */
export function reanchorSource(found: Case, id: string, now: string, before?: string): SourceReanchored {
  const source = found.sources.find((one) => one.id === id);
  const text = foldedText(now);
  const old = before === undefined ? undefined : foldedText(before);
  const statements: SourceReanchored['statements'][number][] = [];
  const loose: string[] = [];
  for (const one of found.statements.filter((statement) => statement.in === id)) {
    const anchor = anchorOf(one, old);
    if (anchor === undefined) {
      if (one.at) loose.push(one.id);
      continue;
    }
    statements.push({
      id: one.id,
      was: one.at,
      outcome: reanchor(text, anchor),
      words: ({ start, end }) => text.points.slice(start, end).join(''),
    });
  }
  return { id, stated: source?.sha256, sha256: sha256(now), had: old !== undefined, statements, loose };
}

/** What is known of a statement's passage. The old text counts only where it has the passage that was hashed. */
function anchorOf({ at, hash }: Statement, old: FoldedText | undefined): Anchor | undefined {
  const bare = { ...(at ? { at } : {}), ...(hash === undefined ? {} : { hash }) };
  if (!at) return undefined;
  if (old && at.end <= old.points.length) {
    const known = anchorIn(old, at);
    if (hash === undefined || anchorHash(known.exact) === hash) return { ...bare, ...known };
  }
  return hash === undefined ? undefined : bare;
}
