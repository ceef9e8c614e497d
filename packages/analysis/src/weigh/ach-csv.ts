import type { Matrix, MatrixMark } from './ach-result.ts';

const marks: readonly string[] = ['CC', 'C', 'N', 'I', 'II', 'NA'];
const scores: readonly string[] = ['inconsistency', 'weighted'];

/** The matrix as CSV (RFC 4180): a row per reading, a column per item, the two inconsistency scores last. */
export function matrixToCsv({ readings, items, inconsistency, weighted }: Matrix): string {
  const head = ['reading', ...items.map(({ id }) => id), ...scores];
  const rows = readings.map((reading) => [
    reading,
    ...items.map((item) => item.marks[reading]!),
    String(inconsistency[reading]!),
    String(Number(weighted[reading]!.toFixed(6))),
  ]);
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export type ReadMatrix = {
  /** Marks by item id and reading id: what `likelihood:` of an item takes. */
  readonly items: readonly { readonly id: string; readonly marks: Readonly<Record<string, MatrixMark>> }[];
  readonly problems: readonly string[];
};

/** Reads such a matrix back. Scores are worked out anew, so that their columns may be missing or wrong. */
export function matrixFromCsv(text: string): ReadMatrix {
  const [head = [], ...rows] = cellsOf(text);
  const problems: string[] = [];
  const columns = head.slice(1).filter((id) => !scores.includes(id));
  if (head[0] !== 'reading') problems.push('line 1: the first column is “reading”');
  const items = columns.map((id) => ({ id, marks: new Map<string, MatrixMark>() }));
  if (new Set(columns).size < columns.length) problems.push('line 1: an item has two columns');
  rows.forEach((row, at) => {
    for (const item of items) {
      const cell = (row[head.indexOf(item.id)] ?? '').trim();
      if (isMark(cell)) item.marks.set(row[0]!.trim(), cell);
      else problems.push(`line ${at + 2}: “${cell}” under “${item.id}” is none of ${marks.join(', ')}`);
    }
  });
  return { items: items.map(({ id, marks: own }) => ({ id, marks: Object.fromEntries(own) })), problems };
}

const isMark = (cell: string): cell is MatrixMark => marks.includes(cell);

/** Cells of a CSV text; empty lines are left out. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
