import stringWidth from 'string-width';

export type Part = 'title' | 'heading' | 'strong' | 'dim' | 'yes' | 'no' | 'open' | 'warning';

/** How parts are dressed; plain text where there is no terminal. Colour never carries meaning alone. */
export type Paint = (part: Part, text: string) => string;

export const plain: Paint = (_, text) => text;

export type View = { readonly width: number; readonly paint: Paint };

/** Lines of a page as they are gathered. */
export type Page = {
  readonly title: (text: string) => void;
  readonly heading: (text: string) => void;
  readonly para: (text: string, indent?: number) => void;
  /** A list item: `mark` in front, further lines under its text. */
  readonly item: (text: string, mark?: string, indent?: number) => void;
  readonly dim: (text: string, indent?: number) => void;
  readonly table: (rows: readonly (readonly string[])[], options?: TableOptions) => void;
  readonly blank: () => void;
  readonly text: () => string;
};

export type TableOptions = {
  readonly indent?: number;
  readonly header?: boolean;
  /** Columns set to the right, by position. */
  readonly right?: readonly number[];
};

export function pageFor({ width, paint }: View): Page {
  const out: string[] = [];
  const put = (lines: readonly string[], part?: Part) => {
    for (const line of lines) out.push(part ? paint(part, line) : line);
  };
  const blank = () => {
    if (out.length > 0 && out[out.length - 1] !== '') out.push('');
  };
  return {
    title: (text) => put(wrap(text, width), 'title'),
    heading: (text) => {
      blank();
      put(wrap(text, width), 'heading');
    },
    para: (text, indent = 0) => put(wrap(text, width, ' '.repeat(indent))),
    item: (text, mark = '-', indent = 2) => {
      const lead = `${' '.repeat(indent)}${mark} `;
      put(wrap(text, width, lead, ' '.repeat(columns(lead))));
    },
    dim: (text, indent = 0) => put(wrap(text, width, ' '.repeat(indent)), 'dim'),
    table: (rows, options) => put(tableLines(rows, width, options)),
    blank,
    text: () => `${out.join('\n').replace(/\n+$/, '')}\n`,
  };
}

export function columns(text: string): number {
  return stringWidth(text);
}

/** Breaks a text at spaces to lines of at most `width` columns; a word longer than a line keeps its own line. */
export function wrap(text: string, width: number, lead = '', hang = lead): string[] {
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = hang;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** Of any number of things, as arguments of a function are limited. */
export function greatest<T>(things: readonly T[], measure: (thing: T) => number): number {
  return things.reduce((most, one) => Math.max(most, measure(one)), 0);
}

/** A table without rules: columns two spaces apart, the widest column wrapped where the lines would be too long. */
function tableLines(
  rows: readonly (readonly string[])[],
  width: number,
  { indent = 2, header = false, right = [] }: TableOptions = {},
): string[] {
  const count = greatest(rows, (row) => row.length);
  const widths = Array.from({ length: count }, (_, c) => greatest(rows, (row) => columns(row[c] ?? '')));
  const room = width - indent - 2 * (count - 1);
  let over = widths.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const second = Math.max(8, ...widths.filter((_, c) => c !== widest));
    const cut = Math.min(over, Math.max(1, widths[widest]! - second));
    if (widths[widest]! - cut < 8) break;
    widths[widest] = widths[widest]! - cut;
    over -= cut;
  }
  const lines: string[] = [];
  rows.forEach((row, r) => {
    const cells = widths.map((one, c) => wrap(row[c] ?? '', one));
    const height = Math.max(...cells.map((cell) => cell.length));
    for (let h = 0; h < height; h++) {
      const parts = cells.map((cell, c) => {
        const text = cell[h] ?? '';
        const gap = ' '.repeat(Math.max(0, widths[c]! - columns(text)));
        return right.includes(c) ? gap + text : text + gap;
      });
      lines.push(`${' '.repeat(indent)}${parts.join('  ')}`.trimEnd());
    }
    if (header && r === 0) {
      const line = widths.map((one) => '-'.repeat(one)).join('  ');
      lines.push(`${' '.repeat(indent)}${line}`);
    }
  });
  return lines;
}

/** `########........`: a share of one, in `length` characters. */
export function bar(share: number, length = 24): string {
  const filled = Math.round(Math.max(0, Math.min(1, share)) * length);
  return '#'.repeat(filled) + '.'.repeat(length - filled);
}
