import type { Span } from './token.ts';

/** The lines of a text that hold anything, without the white space around them; UTF-16 offsets. */
export function paragraphsOf(text: string): Span[] {
  const out: Span[] = [];
  const line = /[^\r\n\u2028\u2029]+/g;
  for (let found = line.exec(text); found; found = line.exec(text)) {
    let start = found.index;
    let end = start + found[0].length;
    while (start < end && blank(text.charCodeAt(start))) start++;
    while (end > start && blank(text.charCodeAt(end - 1))) end--;
    if (start < end) out.push({ start, end });
  }
  return out;
}

function blank(unit: number): boolean {
  return unit <= 0x20 || /[\s\p{Cf}]/u.test(String.fromCharCode(unit));
}
