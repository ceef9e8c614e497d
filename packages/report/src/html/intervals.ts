import type { Frequency } from '@demarche/analysis';
import { frequencyWords } from '../words/index.ts';
import { type Figure, round, textAt, wrapText } from './figure.ts';

export type IntervalRow = { readonly label: string; readonly frequency: Frequency };
export type IntervalGroup = { readonly heading: string; readonly rows: readonly IntervalRow[] };

const left = 250;
const right = 110;
const axis = 320;

/** A dot for each share and a line for its range, on one scale from 0 to 100 %, with the figures beside them. */
export function intervalsFigure(
  heads: Pick<Figure, 'id' | 'title' | 'condition'>,
  groups: readonly IntervalGroup[],
): Figure {
  let y = 0;
  const x = (share: number) => round(left + axis * share);
  const drawn: string[] = [];
  for (const { heading, rows } of groups) {
    const lines = wrapText(heading, 80);
    drawn.push(textAt(lines, 0, y + 14, 's'));
    y += lines.length * 18 + 6;
    for (const { label, frequency } of rows) {
      const words = wrapText(label, 34).slice(0, 3);
      const at = round(y + 10 + (words.length - 1) * 9);
      drawn.push(
        textAt(words, 10, y + 14),
        `<path class="branch" d="M${x(0)} ${at}H${x(1)}" stroke-opacity=".35"/>`,
        `<path class="arrow" d="M${x(frequency.low)} ${at}H${x(frequency.high)}M${x(frequency.low)} ${at - 5}v10M${x(frequency.high)} ${at - 5}v10"/>`,
        `<circle class="bar" cx="${x(frequency.share)}" cy="${at}" r="4.5"/>`,
        textAt([frequencyWords(frequency)], left + axis + 14, at + 4),
      );
      y += words.length * 18 + 6;
    }
    y += 8;
  }
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    textAt([`${100 * share} %`], x(share), y + 10, 's', 'middle'),
  );
  return {
    ...heads,
    description: groups
      .map(
        ({ heading, rows }) =>
          `${heading}: ${rows.map(({ label, frequency }) => `${label} ${frequencyWords(frequency)}`).join(', ')}`,
      )
      .join('; '),
    width: left + axis + right,
    height: y + 16,
    body: [...drawn, ...ticks].join(''),
  };
}
