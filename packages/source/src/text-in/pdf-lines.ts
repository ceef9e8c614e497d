/** A piece of a PDF page's text, as pdf.js gives it: where it begins, in points from the lower left corner. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters. */
  readonly size: number;
  /** The line ends with it. */
  readonly last: boolean;
};

export type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
};

/** Pieces of a page, in the order in which the page draws them, as lines. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let open: Piece[] = [];
  const close = () => {
    const line = lineOf(open);
    open = [];
    if (line) lines.push(line);
  };
  for (const piece of pieces) {
    const before = open.at(-1);
    if (before && Math.abs(before.y - piece.y) > Math.max(before.size, piece.size, 1) * 0.6) close();
    open.push(piece);
    if (piece.last) close();
  }
  close();
  return lines;
}

function lineOf(pieces: readonly Piece[]): Line | undefined {
  let text = '';
  let end = Number.NaN;
  for (const piece of pieces) {
    // A gap is a space where the page draws none.
    if (piece.x - end > piece.size * 0.15 && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    if (piece.text.trim() !== '') end = piece.x + piece.width;
  }
  const inked = pieces.filter((piece) => piece.text.trim() !== '');
  const first = inked[0];
  if (!first) return undefined;
  return {
    text: text.trim(),
    left: first.x,
    right: inked.reduce((most, piece) => Math.max(most, piece.x + piece.width), first.x),
    y: first.y,
    size: inked.reduce((most, piece) => Math.max(most, piece.size), 0),
  };
}

/** What stands at the head or foot of several pages, page numbers apart, belongs to the page and not to the text. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const bare = (line: Line) => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
  const edges = (lines: readonly Line[]) => new Set([...lines.slice(0, 2), ...lines.slice(-2)]);
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set([...edges(page)].map(bare))) seen.set(text, (seen.get(text) ?? 0) + 1);
  const least = Math.max(2, Math.ceil(pages.length / 3));
  return pages.map((page) => {
    const edge = edges(page);
    return page.filter((line) => {
      if (!edge.has(line)) return true;
      const text = bare(line);
      const number = /^(?:page )?#(?: (?:of|\/) #)?$/.test(text);
      return !(number && pages.length > 1) && !((seen.get(text) ?? 0) >= least && pages.length > 1);
    });
  });
}

/**
 * Lines of all pages as paragraphs. A new one begins after a gap wider than usual, at an indent, where letters change size, and after
 * a line that ends short with a stop. A page's end alone ends none.
 */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string[] {
  const known = wordsOf(pages);
  const found: string[] = [];
  let text = '';
  let before: { line: Line; page: number } | undefined;
  pages.forEach((lines, page) => {
    const gap = usualGap(lines);
    const left = usual(lines.map((line) => Math.round(line.left)));
    const right = usual(lines.map((line) => Math.round(line.right / 8) * 8));
    for (const line of lines) {
      if (before && !goesOn(before.line, line, before.page === page, gap, left, right)) {
        found.push(text);
        text = '';
      }
      text = text === '' ? line.text : joined(text, line.text, known);
      before = { line, page };
    }
  });
  if (text !== '') found.push(text);
  return found;
}

function goesOn(
  before: Line,
  line: Line,
  samePage: boolean,
  gap: number,
  left: number,
  right: number,
): boolean {
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return false;
  const ended = /[.!?:…]["'”’»)\]]*$/.test(before.text);
  const indented = line.left - left > line.size * 0.8 && line.left - before.left > line.size * 0.8;
  if (!samePage) return !(ended && (indented || before.right < right - before.size * 4)) && !indented;
  const drop = before.y - line.y;
  // Up the page: another column goes on.
  if (drop < 0) return !(ended && (indented || before.right - before.left < line.size * 6));
  if (drop > gap * 1.35) return false;
  if (indented) return false;
  return !(ended && before.right < right - before.size * 4);
}

/** The commonest distance from one line to the next, in points. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).flatMap((line, k) => {
    const drop = lines[k]!.y - line.y;
    return drop > 0 ? [Math.round(drop * 2) / 2] : [];
  });
  return usual(gaps) || Number.POSITIVE_INFINITY;
}

/** The commonest value, the smallest of several; 0 of none. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

const brokenWord = /([\p{L}\p{M}]+)[-\u2010\u00ad]$/u;

/** All words of a text, lines' ends aside, to know whether a hyphen at a line's end belongs to the word. */
function wordsOf(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const lines of pages)
    for (const { text } of lines)
      for (const word of text.replace(brokenWord, '').match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [])
        words.add(word.toLowerCase());
  return words;
}

/** A line behind another one. A word that was parted is joined; its hyphen stays where the text writes the word with one. */
function joined(text: string, line: string, known: ReadonlySet<string>): string {
  // Looked for in the last word alone, so that a long paragraph is not searched for every line.
  const end = text.slice(-100);
  const first = brokenWord.exec(end)?.[1];
  const second = /^[\p{Ll}\p{M}]+/u.exec(line)?.[0];
  if (first === undefined || second === undefined) return `${text} ${line}`;
  const soft = end.endsWith('\u00ad');
  const whole = (first + second).toLowerCase();
  const hyphened = `${first}-${second}`.toLowerCase();
  const keeps = !soft && known.has(hyphened) && !known.has(whole);
  return (keeps ? text : text.slice(0, -1)) + line;
}
