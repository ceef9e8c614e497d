import type { Diagnostic } from '../diagnostic.ts';
import { type Lines, linesOf, type Span } from '../text/lines.ts';
import { entriesOf, type Path, type Tree, treeAt } from './tree.ts';

/** Where things stand in a case file: a path of keys and list positions gives a range of lines and columns. */
export type Positions = {
  readonly file: string;
  /** Of the value at the path, or of the nearest thing around it that is there. */
  readonly at: (path: Path) => Diagnostic['range'];
  /** Of the key that the path ends with. */
  readonly key: (path: Path) => Diagnostic['range'];
  /** Of the characters `start..end` of the text at the path, as parsed. */
  readonly within: (path: Path, start: number, end: number) => Diagnostic['range'];
  readonly range: (span: Span) => Diagnostic['range'];
  readonly has: (path: Path) => boolean;
};

export function positionsOf(text: string, tree: Tree, file: string): Positions {
  const lines = linesOf(text);
  const range = (span: Span) => rangeOf(lines, span);
  const keySpan = (path: Path): Span | undefined =>
    entriesOf(treeAt(tree, path.slice(0, -1))).find((one) => one.key === String(path.at(-1)))?.keySpan;
  const at = (path: Path): Diagnostic['range'] => {
    const here = treeAt(tree, path);
    if (here?.kind === 'text') return range(here.span);
    if (here && here.kind !== 'empty') return range(firstLine(text, here.span));
    if (path.length === 0) return range({ start: 0, end: 0 });
    // Nothing stands there: the key it would stand under, or what is around it.
    const span = keySpan(path);
    return span ? range(span) : at(path.slice(0, -1));
  };
  const key = (path: Path): Diagnostic['range'] => {
    const span = keySpan(path);
    return span ? range(span) : at(path);
  };
  const within = (path: Path, start: number, end: number) => {
    const here = treeAt(tree, path);
    if (here?.kind !== 'text') return at(path);
    const map = alignment(text, here.span, here.text);
    // Past its last character is the end of the text, as where an expression stops short.
    const from =
      map[start] ?? (start > 0 && start === here.text.length ? endOf(map, here.span) : here.span.start);
    const last = end > start ? (map[end - 1] ?? from) : from - 1;
    return range({ start: from, end: Math.max(last + 1, from) });
  };
  return { file, at, key, within, range, has: (path) => treeAt(tree, path) !== undefined };
}

function rangeOf(lines: Lines, span: Span): Diagnostic['range'] {
  const start = lines.place(span.start);
  const end = lines.place(Math.max(span.start, span.end));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Behind the last character that was parsed; quotes that close it stay behind. */
function endOf(map: readonly number[], span: Span): number {
  const last = map.at(-1);
  return last === undefined ? span.start : last + 1;
}

/** A list or map is underlined on its first line only. */
function firstLine(text: string, span: Span): Span {
  const end = text.slice(span.start, span.end).search(/[\r\n]/);
  return end < 0 ? span : { start: span.start, end: span.start + end };
}

/**
 * For each character of a parsed scalar where it stands in the file. White space is what folding changes, so the other
 * characters are matched in order; escapes of double quotation marks count as the one character they stand for.
 */
function alignment(text: string, span: Span, value: string): number[] {
  const map: number[] = [];
  const quoted = text[span.start] === '"' || text[span.start] === "'";
  const escapes = text[span.start] === '"';
  let at = span.start + (quoted ? 1 : 0);
  for (let k = 0; k < value.length; k++) {
    if (/\s/.test(value[k]!)) {
      map.push(at);
      if (/\s/.test(text[at] ?? '')) at++;
      continue;
    }
    while (at < span.end && text[at] !== value[k] && !(escapes && text[at] === '\\')) at++;
    map.push(Math.min(at, span.end));
    if (escapes && text[at] === '\\') at += { x: 4, u: 6, U: 10 }[text[at + 1] as 'x'] ?? 2;
    else at++;
  }
  return map;
}
