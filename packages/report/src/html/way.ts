import { type CellAnswer, pathOnCourse } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { conceptWords, profileWords, stateWords, stepWords } from '../words/index.ts';
import { type Figure, textAt, wrapText } from './figure.ts';

/** The shortest way from now to a rest: where things stand, who moves or agrees, where it ends. */
export function wayFigure(
  found: Case,
  cell: CellAnswer,
  rest: readonly number[],
  id: string,
  nth: string,
): Figure {
  const width = 640;
  const path = pathOnCourse(cell.course, rest) ?? [];
  const parts: string[] = [];
  const said: string[] = [];
  let y = 0;
  const box = (title: string, code: number) => {
    const lines = wrapText(stateWords(found, code), 84);
    const height = 34 + lines.length * 18;
    parts.push(
      `<rect class="box" x="0" y="${y}" width="${width}" height="${height}" rx="6"/>`,
      textAt([title], 12, y + 20, 't'),
      textAt(lines, 12, y + 40),
    );
    said.push(`${title}: ${stateWords(found, code)}`);
    y += height;
  };
  box('Now', cell.course.now);
  let from = cell.course.now;
  path.forEach((step, k) => {
    const words = stepWords(found, from, step);
    const lines = wrapText(`${k + 1}. ${words}`, 80);
    const height = Math.max(40, lines.length * 18 + 22);
    parts.push(
      `<path class="arrow" d="M20 ${y + 4}V${y + height - 10}"/><path class="head" d="M14 ${y + height - 12}h12l-6 9z"/>`,
      textAt(lines, 38, y + height / 2 - (lines.length - 1) * 9 + 4),
    );
    said.push(words);
    y += height;
    from = step.to;
  });
  if (path.length > 0 || rest.length > 1)
    box(
      rest.length === 1
        ? 'There it rests'
        : `There it goes round among ${rest.length} situations, one of them`,
      rest[0]!,
    );
  else {
    y += 20;
    parts.push(textAt(['Nobody moves: it rests here.'], 12, y));
  }
  return {
    id,
    title: `The way from now${nth}`,
    condition: `if ${profileWords(found, cell.profile, cell.scenario)}, and if ${conceptWords[cell.concept]}`,
    description: said.join('; '),
    width: width + 2,
    height: y + 6,
    body: parts.join(''),
  };
}
