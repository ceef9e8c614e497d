import type { Report } from '../../report.ts';
import type { Span } from '../../text/lines.ts';

export type Cell = { readonly text: string; readonly span: Span };

const separators = [',', ';', '\t'] as const;

/**
 * The rows of a CSV text (RFC 4180), empty lines left out. The separator is the comma, semicolon or tab that the first line has
 * most of, as spreadsheets of different countries write it. Undefined where a quotation mark is not closed.
 */
export function csvRows(text: string, report: Report): readonly (readonly Cell[])[] | undefined {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const head = text.slice(begin).split(/[\r\n]/, 1)[0]!;
  const counts = separators.map((one) => head.split(one).length);
  const separator = separators[counts.indexOf(Math.max(...counts))]!;
  const plain = new RegExp(`[^"\\r\\n${separator}]*`, 'y');
  const quoted = /"((?:[^"]|"")*)"/y;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = begin;
  const endRow = () => {
    if (row.some((cell) => cell.text !== '')) rows.push(row);
    row = [];
  };
  for (;;) {
    const start = at;
    const pattern = text[at] === '"' ? quoted : plain;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) {
      report.at(
        { start, end: start + 1 },
        'import-syntax',
        'a quotation mark begins a cell here and is not closed',
      );
      return undefined;
    }
    at = pattern.lastIndex;
    row.push({ text: (found[1]?.replaceAll('""', '"') ?? found[0]).trim(), span: { start, end: at } });
    if (at >= text.length) break;
    if (text[at] === separator) at++;
    else if (text[at] === '\r' || text[at] === '\n') {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      endRow();
      if (at >= text.length) break;
    } else {
      report.at({ start: at, end: at + 1 }, 'import-syntax', 'a quotation mark stands inside a cell', {
        hint: 'put the whole cell into quotation marks and double those inside',
      });
      return undefined;
    }
  }
  endRow();
  return rows;
}
