import type { Statement } from '../case.ts';

export type Passage = { readonly start: number; readonly end: number };

export type Coverage = {
  /** Characters other than white space: inside a statement, and in all. Code points. */
  readonly covered: number;
  readonly total: number;
  /** What lies in no statement, cut at paragraphs and at the ends of sentences, without the white space around it. */
  readonly uncovered: readonly Passage[];
};

/** How much of a source's text lies inside statements, and what does not. Offsets are code points. */
export function coverage(text: string, statements: readonly Statement[]): Coverage {
  const points = Array.from(text);
  const inside = new Uint8Array(points.length);
  for (const { at } of statements) if (at) inside.fill(1, at.start, at.end);
  let covered = 0;
  let total = 0;
  points.forEach((point, k) => {
    if (/\s/.test(point)) return;
    total++;
    covered += inside[k]!;
  });
  return { covered, total, uncovered: gaps(points, inside) };
}

function gaps(points: readonly string[], inside: Uint8Array): Passage[] {
  const passages: Passage[] = [];
  let start = -1;
  const close = (end: number) => {
    if (start >= 0) passages.push(...trimmed(points, start, end));
    start = -1;
  };
  for (let k = 0; k < points.length; k++) {
    if (inside[k]) {
      close(k);
      continue;
    }
    if (start < 0) start = k;
    if (endsHere(points, k)) close(k + 1);
  }
  close(points.length);
  return passages;
}

/** Whether a paragraph or a sentence ends with this character. */
function endsHere(points: readonly string[], k: number): boolean {
  const point = points[k]!;
  if (point === '\n') return true;
  if (!/[.!?…”"’')\]]/.test(point) || !/\s/.test(points[k + 1] ?? ' ')) return false;
  // A full stop, maybe with closing marks after it; an initial or a short title before it ends nothing.
  let at = k;
  while (at > 0 && /[”"’')\]]/.test(points[at]!)) at--;
  if (!/[.!?…]/.test(points[at]!)) return false;
  const word =
    points
      .slice(Math.max(0, at - 5), at)
      .join('')
      .split(/\s/)
      .at(-1) ?? '';
  if (points[at] === '.' && (/^\p{Lu}$/u.test(word) || /^(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|vs|No)$/.test(word)))
    return false;
  let next = k + 1;
  while (next < points.length && /\s/.test(points[next]!)) next++;
  return next >= points.length || !/\p{Ll}/u.test(points[next]!);
}

/** Without the white space around it; nothing where there is no letter or digit in it. */
function trimmed(points: readonly string[], start: number, end: number): Passage[] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(points[from]!)) from++;
  while (to > from && /\s/.test(points[to - 1]!)) to--;
  return points.slice(from, to).some((point) => /[\p{L}\p{N}]/u.test(point))
    ? [{ start: from, end: to }]
    : [];
}
