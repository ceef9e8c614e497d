import type { Case } from '@demarche/case';
import { caveat } from '../words/index.ts';
import { escapeText, type Markup, trusted } from './markup.ts';

/** A picture that says inside itself what it shows, under which condition, as of when, and that it is no forecast. */
export type Figure = {
  readonly id: string;
  readonly title: string;
  /** Under which condition it holds, as a sentence part: `if each looks one move ahead`. */
  readonly condition: string;
  /** What it shows, in words, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** SVG elements, drawn from the origin below the heading. */
  readonly body: string;
};

const line = 18;

export function figureOf(found: Case, figure: Figure): Markup {
  const { id, title, condition, description, width, body } = figure;
  const letters = Math.floor(width / 7.2);
  const heads = wrapText(title, Math.floor(letters * 0.86));
  const under = wrapText(condition, letters);
  const asOf = found.asOf === undefined ? '' : `As of ${found.asOf}: `;
  const feet = wrapText(`${asOf}${caveat}.`, letters);
  const top = 8 + (heads.length + under.length) * line + 10;
  const height = top + figure.height + feet.length * line + 12;
  const text = (lines: readonly string[], kind: string, y: number) =>
    lines
      .map((one, k) => `<text class="${kind}" x="0" y="${y + k * line}">${escapeText(one)}</text>`)
      .join('');
  return trusted(
    `<figure tabindex="0" role="group" aria-labelledby="${id}-t"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d" xmlns="http://www.w3.org/2000/svg">` +
      `<title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(description)}</desc>` +
      text(heads, 't', 16) +
      text(under, 's', 16 + heads.length * line) +
      `<g transform="translate(0 ${top})">${body}</g>` +
      text(feet, 's', top + figure.height + 16) +
      '</svg></figure>',
  );
}

/** Breaks a text at spaces into lines of at most so many letters; longer words are cut. */
export function wrapText(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/).flatMap((one) => cut(one, letters))) {
    if (current !== '' && current.length + 1 + word.length > letters) {
      lines.push(current);
      current = '';
    }
    current = current === '' ? word : `${current} ${word}`;
  }
  return current === '' ? lines : [...lines, current];
}

function cut(word: string, letters: number): readonly string[] {
  const points = [...word];
  if (points.length <= letters) return [word];
  return Array.from({ length: Math.ceil(points.length / letters) }, (_, k) =>
    points.slice(k * letters, (k + 1) * letters).join(''),
  );
}

/** Lines of text at a place. */
export function textAt(lines: readonly string[], x: number, y: number, kind = '', anchor = 'start'): string {
  return lines
    .map(
      (one, k) =>
        `<text${kind === '' ? '' : ` class="${kind}"`} x="${x}" y="${y + k * line}" text-anchor="${anchor}">${escapeText(one)}</text>`,
    )
    .join('');
}
