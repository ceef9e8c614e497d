/** Offsets are UTF-16, as the parsers give them; lines and columns are 1-based, columns in code points. */
export type Span = { readonly start: number; readonly end: number };

export type Lines = {
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
  readonly count: number;
};

/** Line starts of a text; a line ends with LF, CRLF or a lone CR. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  const place = (offset: number) => {
    const within = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: codePoints(text, starts[low]!, within) + 1 };
  };
  return { place, count: starts.length };
}

/** Code points between two UTF-16 offsets. */
export function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count++) {
    const unit = text.charCodeAt(at);
    at += unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length ? 2 : 1;
  }
  return count;
}
