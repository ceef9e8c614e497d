import type { CaseAnswer } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { agreementWords, caveat, withoutNoise } from '../words/index.ts';
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

/** What every picture of a report says of where it comes from. */
export type Origin = { readonly found: Case; readonly imprint: string };

/** Version, case and settings, as they stand under every picture and at the end of the page. */
export function imprintOf(found: Case, answer: CaseAnswer, version: string): string {
  const { agreements, sanctions } = answer.settings;
  const beliefs = answer.beliefs.length > 1 ? 'both' : answer.beliefs[0]!;
  const drawn = answer.sampled
    ? `; ${answer.sampled.profiles} of ${answer.sampled.of} profiles drawn, seed ${answer.sampled.seed}`
    : '';
  return `demarche ${version}; ${agreementWords[agreements]}; sanctions ${sanctions}; beliefs ${beliefs}${drawn}; case sha256 ${found.sha256}`;
}

const line = 18;
const small = 13;

export function figureOf(origin: Origin, figure: Figure): Markup {
  return trusted(
    `<figure tabindex="0" role="group" aria-labelledby="${figure.id}-t">${svgOf(origin, figure)}</figure>`,
  );
}

/** The picture alone. Colours and fonts stand on its elements, so that it can be cut out; the page's style overrides them. */
export function svgOf({ found, imprint }: Origin, figure: Figure): string {
  const { id, title, condition, description, width, body } = figure;
  const letters = Math.floor(width / 7);
  const heads = wrapText(title, Math.floor(letters * 0.82));
  const under = wrapText(condition, letters);
  const asOf = found.asOf === undefined ? '' : `As of ${found.asOf}: `;
  const feet = wrapText(`${asOf}${caveat}.`, letters);
  const marks = wrapText(imprint, Math.floor(width / 5.6));
  const top = 8 + (heads.length + under.length) * line + 12;
  const foot = top + figure.height + 18;
  const height = foot + feet.length * line + marks.length * small;
  return dressed(
    `<svg viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-labelledby="${id}-t ${id}-d" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif">` +
      `<title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(description)}</desc>` +
      textAt(heads, 0, 16, 't') +
      textAt(under, 0, 16 + heads.length * line, 's') +
      `<g transform="translate(0 ${top})">${body}</g>` +
      textAt(feet, 0, foot, 's') +
      marks
        .map(
          (one, k) =>
            `<text class="p" x="0" y="${round(foot + feet.length * line + k * small - 2)}">${escapeText(one)}</text>`,
        )
        .join('') +
      '</svg>',
  );
}

/** What a class looks like where no style sheet reaches. */
const looks: Readonly<Record<string, string>> = {
  t: 'font-size="15" font-weight="700" fill="#1c2128"',
  s: 'font-size="12" fill="#57606a"',
  p: 'font-size="9.5" fill="#57606a"',
  n: 'font-size="13" fill="#1c2128"',
  box: 'fill="#f6f8fa" stroke="#d8dee4"',
  bar: 'fill="#0b5cad"',
  bar2: 'fill="#fff" stroke="#0b5cad" stroke-width="2"',
  yes: 'fill="#cfeee6" stroke="#116a5c"',
  no: 'fill="#fbdfd2" stroke="#a33a12"',
  open: 'fill="#f4e8b4" stroke="#6b5b00"',
  'no-mark': 'stroke="#a33a12" stroke-opacity=".4" stroke-width="1.5" fill="none"',
  'open-mark': 'fill="#6b5b00" fill-opacity=".45"',
  arrow: 'stroke="#0b5cad" stroke-width="2" fill="none"',
  branch: 'stroke="#57606a" stroke-width="1.5" stroke-dasharray="4 3" fill="none"',
  head: 'fill="#0b5cad"',
};

function dressed(svg: string): string {
  return svg.replace(/ class="([\w-]+)"/g, (whole, name: string) =>
    looks[name] === undefined ? whole : `${whole} ${looks[name]}`,
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
export function textAt(lines: readonly string[], x: number, y: number, kind = 'n', anchor = 'start'): string {
  const end = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return lines
    .map(
      (one, k) =>
        `<text class="${kind}" x="${round(x)}" y="${round(y + k * line)}"${end}>${escapeText(one)}</text>`,
    )
    .join('');
}

/** One decimal: enough for a picture, and the same on every machine, however its logarithms end. */
export function round(value: number): number {
  return Math.round(withoutNoise(value) * 10) / 10;
}
