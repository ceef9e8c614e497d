import { fold } from '@demarche/case';
import type { Range } from '../statement.ts';

/** A text as passages of it are hashed (`fold`), with the way back: from its UTF-16 units to code points of the text as it stands. */
export type FoldedText = {
  readonly text: string;
  /** The text as it stands, by code points. */
  readonly points: readonly string[];
  /** Where a range of the folded text stands. */
  readonly range: (from: number, to: number) => Range;
  /** Where a code point of the text is in the folded text, or what follows it where it is dropped. */
  readonly unit: (point: number) => number;
};

/** Folds a text a letter with its marks at a time, so that every piece knows where it comes from. */
export function foldedText(whole: string): FoldedText {
  const points = Array.from(whole);
  // What folding drops is dropped first: marks that it stands between belong together.
  const kept: number[] = [];
  points.forEach((point, at) => {
    if (plain(point) || fold(point) !== '') kept.push(at);
  });
  const point = (k: number): string => points[kept[k]!]!;
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const units = new Uint32Array(points.length + 1);
  let reached = 0;
  const put = (piece: string, start: number, end: number) => {
    units.fill(starts.length, reached, end);
    reached = end;
    parts.push(piece);
    for (let k = 0; k < piece.length; k++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < kept.length; ) {
    let next = at + 1;
    const first = point(at);
    if (!(plain(first) && (next === kept.length || point(next) < '\u0300'))) {
      if (/\s/.test(first)) while (next < kept.length && /\s/.test(point(next))) next++;
      else if (single(first) && next < kept.length && single(point(next))) next++;
      else while (next < kept.length && /\p{M}/u.test(point(next))) next++;
    }
    const from = kept[at]!;
    const to = kept[next - 1]! + 1;
    put(next - at === 1 && plain(first) ? first : fold(points.slice(from, to).join('')), from, to);
    at = next;
  }
  units.fill(starts.length, reached);
  return {
    text: parts.join(''),
    points,
    range: (from, to) =>
      from < to
        ? { start: starts[from]!, end: ends[to - 1]! }
        : { start: starts[from] ?? points.length, end: starts[from] ?? points.length },
    unit: (point) => units[Math.min(point, points.length)]!,
  };
}

function single(point: string): boolean {
  return fold(point) === "'";
}

/** Folding leaves it as it is, and so nearly every letter of a text is done with at once. */
function plain(point: string): boolean {
  return point > ' ' && point <= '~' && point !== "'";
}

/** Everywhere a piece stands in a folded text, in order, at most so many. */
export function occurrences(text: string, piece: string, most: number): number[] {
  const found: number[] = [];
  if (piece === '') return found;
  for (let at = text.indexOf(piece); at >= 0 && found.length < most; at = text.indexOf(piece, at + 1))
    found.push(at);
  return found;
}
