import type { Diagnostic } from './diagnostic.ts';
import { columnsOf } from './text/width.ts';

/** How parts of a printed diagnostic are dressed; plain text where nothing is given. Colour never carries meaning alone. */
export type Style = (
  part: 'error' | 'warning' | 'place' | 'gutter' | 'underline' | 'hint',
  text: string,
) => string;

const plain: Style = (_, text) => text;
const width = 80;
/** The line before the one at fault is shown too: in YAML it is what the fault belongs to. */
const before = 1;

/**
 * `file:line:column: error: message (code)`, the lines it is about with what is wrong underlined, and what to do. `text` is the
 * file's text; without it no line is shown.
 */
export function printDiagnostic(diagnostic: Diagnostic, text = '', style: Style = plain): string {
  const { code, severity, message, file, range, hint } = diagnostic;
  const place = style('place', `${file}:${range.line}:${range.column}`);
  const out = [`${place}: ${style(severity, severity)}: ${message} (${code})`];
  if (text !== '') out.push(...excerpt(diagnostic, text, style));
  if (hint !== undefined) out.push(`  ${style('hint', `→ ${hint}`)}`);
  return out.join('\n');
}

/** All of them, a blank line between, and how many there are. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  text = '',
  style: Style = plain,
): string {
  return diagnostics.map((one) => printDiagnostic(one, text, style)).join('\n\n');
}

function excerpt({ range }: Diagnostic, text: string, style: Style): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const line = lines[range.line - 1];
  if (line === undefined) return [];
  const digits = String(range.line).length;
  const gutter = (label: string) => style('gutter', `  ${label.padStart(digits)} | `);
  const room = width - digits - 5;
  const { part, skipped } = around(line, range.column - 1);
  const shown = cells(part);
  const start = Math.min(range.column - 1 - skipped, shown.length);
  const end =
    range.endLine > range.line
      ? shown.length
      : Math.max(start, Math.min(range.endColumn - 1 - skipped, shown.length));
  const view = window(shown, start, end, room);
  const out: string[] = [];
  const above = lines[range.line - 1 - before];
  if (above !== undefined && above.trim() !== '' && range.line > before) {
    out.push(gutter(String(range.line - before)) + textOf(window(cells(around(above, 0).part), 0, 0, room)));
  }
  out.push(gutter(String(range.line)) + textOf(view));
  const from = start - view.from;
  const lead =
    view.cells.slice(0, from).reduce((sum, cell) => sum + cell.columns, 0) + (view.cutLeft ? 1 : 0);
  const marked = view.cells.slice(from, end - view.from).reduce((sum, cell) => sum + cell.columns, 0);
  out.push(
    gutter('') +
      ' '.repeat(lead) +
      style('underline', '^'.repeat(Math.max(1, Math.min(marked, room - lead)))),
  );
  return out;
}

/** Characters on each side of a place that are looked at: many times as many as are shown. */
const reach = 1_000;

/** The part of a very long line around a character, and how many characters before it are skipped. */
function around(line: string, at: number): { readonly part: string; readonly skipped: number } {
  if (line.length <= 2 * reach) return { part: line, skipped: 0 };
  const skipped = Math.max(0, at - reach);
  let unit = 0;
  const skip = (characters: number) => {
    for (let left = characters; left > 0 && unit < line.length; left--)
      unit += line.codePointAt(unit)! > 0xffff ? 2 : 1;
    return unit;
  };
  const from = skip(skipped);
  return { part: line.slice(from, skip(2 * reach)), skipped };
}

type Cell = { readonly text: string; readonly columns: number };
type Window = {
  readonly cells: readonly Cell[];
  readonly from: number;
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
};

function cells(line: string): Cell[] {
  return Array.from(line, (character) =>
    character === '\t' ? { text: '    ', columns: 4 } : { text: character, columns: columnsOf(character) },
  );
}

/** As much of a line as fits, with what is underlined in it. */
function window(line: readonly Cell[], start: number, end: number, room: number): Window {
  const total = line.reduce((sum, cell) => sum + cell.columns, 0);
  if (total <= room) return { cells: line, from: 0, cutLeft: false, cutRight: false };
  const columns = (from: number, to: number) =>
    line.slice(from, to).reduce((sum, cell) => sum + cell.columns, 0);
  // One column on each side is for the ellipsis.
  const space = room - 2;
  let from = 0;
  if (columns(0, end) > space) {
    from = start;
    while (
      from > 0 &&
      columns(from - 1, Math.min(end, start + space)) <= space &&
      columns(from - 1, start) <= space / 3
    )
      from--;
  }
  let to = from;
  let used = 0;
  while (to < line.length && used + line[to]!.columns <= space) used += line[to++]!.columns;
  return { cells: line.slice(from, to), from, cutLeft: from > 0, cutRight: to < line.length };
}

function textOf(view: Window): string {
  return (
    (view.cutLeft ? '…' : '') + view.cells.map((cell) => cell.text).join('') + (view.cutRight ? '…' : '')
  );
}
