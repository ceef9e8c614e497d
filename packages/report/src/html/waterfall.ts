import type { Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, itemWords, type NameItem, shareWords, weighedLabel } from '../words/index.ts';
import { type Figure, round, textAt, wrapText } from './figure.ts';
import { anchorId } from './markup.ts';

const width = 680;
const left = 150;
const gap = 10;
const row = 22;

/**
 * How the weights of the readings build up: a row for what weighed before and after each item, a column for each reading, in it a
 * bar from nothing to one and a mark for where it stood a row before.
 */
export function waterfallFigure(found: Case, one: Weighed, name: NameItem): Figure {
  const column = (width - left) / one.readings.length - gap;
  const heads = one.readings.map((id) =>
    wrapText(weighedLabel(found, one.actor, id), Math.floor(column / 7)).slice(0, 4),
  );
  const top = Math.max(...heads.map((lines) => lines.length)) * 18 + 8;
  const xOf = (at: number) => left + at * (column + gap);
  const parts: string[] = heads.map((lines, at) => textAt(lines, xOf(at), 12, 's'));
  let y = top;
  const said: string[] = [];
  one.waterfall.forEach(({ after, posterior }, step) => {
    const names = wrapText(nameOf(one, after, name), Math.floor(left / 6.8)).slice(0, 4);
    const before = one.waterfall[step - 1]?.posterior;
    const height = Math.max(row, names.length * 16 + 6);
    parts.push(textAt(names, 0, y + 14, 's'));
    one.readings.forEach((id, at) => {
      const share = posterior[id]!;
      const wide = Math.max(1, round(column * share));
      parts.push(
        `<rect class="box" x="${round(xOf(at))}" y="${y + 3}" width="${round(column)}" height="13" rx="2"/>`,
        `<rect class="bar" x="${round(xOf(at))}" y="${y + 3}" width="${wide}" height="13" rx="2"/>`,
      );
      if (before) {
        const was = round(xOf(at) + column * before[id]!);
        parts.push(`<path class="arrow" d="M${was} ${y + 1}v17"/>`);
      }
    });
    said.push(
      `${nameOf(one, after, name)}: ${one.readings.map((id) => `${weighedLabel(found, one.actor, id)} ${shareWords(posterior[id]!)}`).join(', ')}`,
    );
    y += height;
  });
  const last = one.waterfall.at(-1)!.posterior;
  parts.push(textAt(['in the end'], 0, y + 16, 'n'));
  one.readings.forEach((id, at) => {
    parts.push(textAt([shareWords(last[id]!)], xOf(at), y + 16, 'n'));
  });
  return {
    id: anchorId('waterfall', one.actor),
    title: `How the evidence moves the readings of ${actorName(found, one.actor)}`,
    condition:
      'each row after one more item, at the middle of every stated range; a bar from nothing to one, the line marks where it stood a row before',
    description: said.join('; '),
    width,
    height: y + 26,
    body: parts.join(''),
  };
}

function nameOf(one: Weighed, after: string, name: NameItem): string {
  return after === 'prior' ? 'before' : `+ ${itemWords(one, after, name)}`;
}
