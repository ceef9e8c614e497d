import { anchorHash } from '@demarche/case';
import type { Range } from '../statement.ts';
import { editsTo, type Near, nearestPlaces } from './approximate.ts';
import { findByHash } from './by-hash.ts';
import { type FoldedText, foldedText, occurrences } from './folded-text.ts';

/** What is known of a passage: where it stood, and its hash, words or context, as far as they are at hand. */
export type Anchor = {
  readonly at?: Range;
  readonly hash?: string;
  /** The passage itself, and what stood before and behind it. */
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

export type Candidate = Range & {
  /** How many characters differ, white space and marks folded. */
  readonly edits: number;
};

export type Reanchored =
  /** It stands where it stood. */
  | { readonly kind: 'same'; readonly at: Range }
  /** It stands elsewhere, word for word: there alone, or there alone with its context. */
  | { readonly kind: 'moved'; readonly at: Range; readonly by: 'text' | 'context' }
  /** It stands there with changes, and nowhere else nearly as well: for a person to confirm. */
  | { readonly kind: 'changed'; readonly at: Range; readonly edits: number }
  /** It stands in several places, and nothing tells which is meant. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** It stands nowhere; `candidates` are the nearest. `cut`: the text is too long to have looked everywhere. */
  | { readonly kind: 'orphan'; readonly candidates: readonly Candidate[]; readonly cut: boolean };

/** Characters of context on each side. */
export const contextLength = 32;
const mostOccurrences = 10;

/**
 * Finds a passage in a text that changed: where it stood; else its exact words, if they occur once (by every window of its length and its
 * hash where the words are not at hand); else the one occurrence whose context fits; else the best approximate match, at most a fifth of
 * it edited, if its context fits and it is clearly better than the second best. Nothing ambiguous is decided. Marks, white space and
 * dashes are folded as for hashing. Never throws.
 */
export function reanchor(text: FoldedText | string, anchor: Anchor): Reanchored {
  const now = typeof text === 'string' ? foldedText(text) : text;
  const { at, hash } = anchor;
  if (at && at.start < at.end && at.end <= now.points.length && standsThere(now, at, anchor))
    return { kind: 'same', at };
  let piece = anchor.exact === undefined ? undefined : foldedText(anchor.exact).text;
  let cut = false;
  if ((piece === undefined || piece.trim() === '') && hash !== undefined && at) {
    const found = findByHash(now, hash, at.end - at.start);
    cut = found.cut;
    piece = found.found && now.text.slice(now.unit(found.found.start), now.unit(found.found.end));
  }
  if (piece === undefined || piece.trim() === '') return { kind: 'orphan', candidates: [], cut };
  const places = occurrences(now.text, piece, mostOccurrences);
  const range = (from: number) => now.range(from, from + piece.length);
  if (places.length === 1) return { kind: 'moved', at: range(places[0]!), by: 'text' };
  if (places.length > 1) {
    const fitting = places.filter((from) => contextStands(now, from, from + piece.length, anchor));
    // Of more occurrences than were looked at, the rest could fit as well.
    if (fitting.length === 1 && places.length < mostOccurrences)
      return { kind: 'moved', at: range(fitting[0]!), by: 'context' };
    return {
      kind: 'ambiguous',
      candidates: (fitting.length > 1 ? fitting : places).map((from) => ({ ...range(from), edits: 0 })),
    };
  }
  return approximately(now, piece, anchor);
}

function standsThere(now: FoldedText, at: Range, { hash, exact }: Anchor): boolean {
  if (hash === undefined && exact === undefined) return false;
  const passage = now.points.slice(at.start, at.end).join('');
  return anchorHash(passage) === (hash ?? anchorHash(exact!));
}

function approximately(now: FoldedText, piece: string, anchor: Anchor): Reanchored {
  const fifth = Math.floor(piece.length / 5);
  // Looked for with twice as many edits, so that there is something to show where nothing is good enough.
  const near = nearestPlaces(now.text, piece, fifth * 2);
  const candidates = (near ?? []).map((one) => ({ ...now.range(one.from, one.to), edits: one.edits }));
  const [best, second] = near ?? [];
  if (
    best &&
    best.edits <= fifth &&
    (!second || second.edits - best.edits >= Math.max(3, piece.length / 10)) &&
    contextFits(now, best, anchor)
  )
    return { kind: 'changed', at: now.range(best.from, best.to), edits: best.edits };
  return { kind: 'orphan', candidates, cut: near === undefined };
}

const folded = (text: string | undefined) => (text === undefined ? '' : foldedText(text).text);

/** Whether what stood around a passage stands around this place, word for word, white space at the joints aside. */
function contextStands(now: FoldedText, from: number, to: number, { prefix, suffix }: Anchor): boolean {
  if (prefix === undefined && suffix === undefined) return false;
  const before = folded(prefix).trimEnd();
  const behind = folded(suffix).trimStart();
  return (
    now.text.slice(0, from).trimEnd().endsWith(before) && now.text.slice(to).trimStart().startsWith(behind)
  );
}

/** Whether it stands around it nearly so: at most half of it edited. What is not known cannot speak against it. */
function contextFits(now: FoldedText, { from, to }: Near, { prefix, suffix }: Anchor): boolean {
  const before = folded(prefix).trim();
  const behind = folded(suffix).trim();
  const room = contextLength + 16;
  const edits =
    editsTo(now.text.slice(Math.max(0, from - room), from), before) +
    editsTo(now.text.slice(to, to + room), behind);
  return edits * 2 <= before.length + behind.length;
}

/** What a text says of one of its passages, to find it again in another text. */
export function anchorIn(text: FoldedText, { start, end }: Range): Required<Omit<Anchor, 'hash'>> {
  const { points } = text;
  return {
    at: { start, end },
    exact: points.slice(start, end).join(''),
    prefix: points.slice(Math.max(0, start - contextLength), start).join(''),
    suffix: points.slice(end, end + contextLength).join(''),
  };
}
