import { anchorHash } from '@demarche/case';
import type { Range } from '../statement.ts';
import type { FoldedText } from './folded-text.ts';

/** Characters that are hashed for one passage at most; a text that asks for more is too long to try every window. */
const mostHashed = 60_000_000;

/** How far a window's length may be off: white space and marks that fold to another number of characters. */
const slack = 8;

export type ByHash = {
  readonly found: Range | undefined;
  /** Not all windows could be tried. */
  readonly cut: boolean;
};

/**
 * Where a passage stands of which only hash and length are known: the first window with its hash. Windows from a word's beginning to a
 * word's end come first, of the very length and then of lengths near it; then every window of the length.
 */
export function findByHash({ points }: FoldedText, hash: string, length: number): ByHash {
  let left = mostHashed;
  const hit = (start: number, end: number): boolean => {
    left -= end - start + 64;
    return anchorHash(points.slice(start, end).join('')) === hash;
  };
  const lengths = [length];
  for (let off = 1; off <= slack; off++) lengths.push(length - off, length + off);
  const joints = jointsOf(points);
  for (const one of lengths.filter((n) => n > 0))
    for (let start = 0, end = one; end <= points.length; start++, end++) {
      if (!joints[start] || !joints[end]) continue;
      if (left < 0) return { found: undefined, cut: true };
      if (hit(start, end)) return { found: { start, end }, cut: false };
    }
  for (let start = 0; start + length <= points.length; start++) {
    if (left < 0) return { found: undefined, cut: true };
    if (hit(start, start + length)) return { found: { start, end: start + length }, cut: false };
  }
  return { found: undefined, cut: false };
}

/** Where a word, a mark or white space begins, or the text ends: a passage begins and ends at such places. */
function jointsOf(points: readonly string[]): Uint8Array {
  const joints = new Uint8Array(points.length + 1).fill(1);
  let before = false;
  points.forEach((point, at) => {
    const word = /[\p{L}\p{N}\p{M}]/u.test(point);
    if (before && word) joints[at] = 0;
    before = word;
  });
  return joints;
}
