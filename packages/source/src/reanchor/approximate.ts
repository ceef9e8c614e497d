import search from 'approx-string-match';

/** A place where a piece stands with so many characters put in, taken out or replaced. UTF-16 units. */
export type Near = { readonly from: number; readonly to: number; readonly edits: number };

/** Steps that one search may take: units of the text, times words of 32 units of the piece. */
const mostSteps = 150_000_000;

/**
 * Where a piece stands with at most so many edits: the best place, then the best before it and behind it. Undefined where the text is
 * too long for that, or the piece so repetitive that every place is like the next.
 */
export function nearestPlaces(text: string, piece: string, most: number): readonly Near[] | undefined {
  if (piece.length === 0 || most <= 0) return [];
  if (text.length * Math.ceil(piece.length / 32) > mostSteps || repeats(piece)) return undefined;
  const best = bestIn(text, 0, text.length, piece, most);
  if (!best) return [];
  const before = bestIn(text, 0, best.from, piece, most);
  const behind = bestIn(text, best.to, text.length, piece, most);
  return [best, ...[before, behind].filter((one) => one !== undefined)].sort(
    (a, b) => a.edits - b.edits || a.from - b.from,
  );
}

/** The best place; of several the one that begins and ends with a word, then the one of the nearest length, then the first. */
function bestIn(text: string, from: number, to: number, piece: string, most: number): Near | undefined {
  if (to - from < piece.length - most) return undefined;
  let best: { readonly near: Near; readonly rank: number } | undefined;
  for (const { start, end, errors } of search(text.slice(from, to), piece, most)) {
    const near = { from: from + start, to: from + end, edits: errors };
    const torn = Number(inWord(text, near.from)) + Number(inWord(text, near.to));
    const rank = torn * 10_000 + Math.abs(end - start - piece.length);
    if (!best || rank < best.rank) best = { near, rank };
  }
  return best?.near;
}

function inWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at - 1]!) && /[\p{L}\p{N}]/u.test(text[at]!);
}

/** Fewer kinds of three letters in a row than a tenth of its length. */
function repeats(piece: string): boolean {
  const kinds = new Set<string>();
  for (let at = 0; at + 3 <= piece.length; at++) kinds.add(piece.slice(at, at + 3));
  return piece.length > 60 && kinds.size * 10 < piece.length;
}

/** Edits between a piece and the text that should be like it, at most the piece's length. */
export function editsTo(text: string, piece: string): number {
  if (piece === '') return 0;
  return search(text, piece, piece.length)[0]?.errors ?? piece.length;
}
