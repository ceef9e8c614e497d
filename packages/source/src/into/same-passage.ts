import type { Range } from '../statement.ts';

/** Of a text by code points: a range without the white space, quotation marks and points at its ends. */
export function core(points: readonly string[], { start, end }: Range): Range {
  let [from, to] = [start, Math.min(end, points.length)];
  while (from < to && edge.test(points[from]!)) from++;
  while (to > from && edge.test(points[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

const edge = /[\s“”„‟«»"'‘’‚‛`.,;:!?…—–-]/;

export function samePassage(points: readonly string[], a: Range, b: Range): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  const [one, other] = [core(points, a), core(points, b)];
  return one.start === other.start && one.end === other.end;
}

/** How many characters two ranges share. */
export function shared(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
