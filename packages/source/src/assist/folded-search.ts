import type { Range } from '../statement.ts';

const marks: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'‘’‚‛ʼ'].map((mark): [string, string] => [mark, "'"]),
  ...[...'“”„‟«»'].map((mark): [string, string] => [mark, '"']),
  ...[...'–—‒―−'].map((mark): [string, string] => [mark, '-']),
]);

/** A text with its typographic marks folded, and where each character stands in the text by code points. */
export type Searched = { readonly folded: string; readonly at: readonly number[] };

export function searched(text: string): Searched {
  let folded = '';
  const at: number[] = [];
  let point = -1;
  for (const character of text) {
    point++;
    const made = /\s/u.test(character) ? ' ' : (marks[character] ?? character);
    if (/[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(made) || (made === ' ' && folded.endsWith(' '))) continue;
    folded += made;
    for (let unit = 0; unit < made.length; unit++) at.push(point);
  }
  return { folded, at };
}

/** Where words stand in a text, up to `most` places. */
export function placesOf({ folded, at }: Searched, words: string, most: number): readonly Range[] {
  const wanted = searched(words).folded.trim();
  const found: Range[] = [];
  if (wanted === '') return found;
  for (let from = folded.indexOf(wanted); from >= 0 && found.length < most; ) {
    found.push({ start: at[from]!, end: at[from + wanted.length - 1]! + 1 });
    from = folded.indexOf(wanted, from + 1);
  }
  return found;
}
