import { type CellAnswer, type CourseStep, pathOnCourse } from '@demarche/analysis';
import { type Case, evaluateExpression } from '@demarche/case';
import { conceptWords, profileWords, quoted, stateWords, stepWords, verdictWord } from '../words/index.ts';
import { type Figure, textAt, wrapText } from './figure.ts';

const mostExits = 3;
const width = 680;
const letters = 92;

/**
 * The shortest way from now to a rest: where things stand, who moves or agrees and what that changes, where the ways part and
 * what would follow there, and where it ends with what holds there.
 */
export function wayFigure(
  found: Case,
  cell: CellAnswer,
  rest: readonly number[],
  id: string,
  nth: string,
): Figure {
  const path = pathOnCourse(cell.course, rest) ?? [];
  const parts: string[] = [];
  const said: string[] = [];
  let y = 0;
  const box = (title: string, texts: readonly string[]) => {
    const lines = texts.flatMap((text) => wrapText(text, letters));
    const height = 34 + lines.length * 18;
    parts.push(
      `<rect class="box" x="1" y="${y}" width="${width - 2}" height="${height}" rx="6"/>`,
      textAt([title], 13, y + 21, 't'),
      textAt(lines, 13, y + 42),
    );
    said.push(`${title}: ${texts.join('; ')}`);
    y += height;
  };
  const forkAt = (here: number, next: CourseStep | undefined) => {
    const exits = exitsAt(found, cell, here).filter(({ step }) => step.to !== next?.to);
    exits.slice(0, mostExits).forEach(({ step, ends }) => {
      const words = `Or: ${stepWords(found, here, step)}. After that ${ends}`;
      const lines = wrapText(words, 84);
      const height = lines.length * 18 + 12;
      parts.push(
        `<path class="branch" d="M20 ${y}v${height}M20 ${y + 16}h22"/><path class="head" d="M40 ${y + 11}v10l8 -5z"/>`,
        textAt(lines, 56, y + 21),
      );
      said.push(words);
      y += height;
    });
    if (exits.length > mostExits) {
      parts.push(textAt([`and ${exits.length - mostExits} more ways out`], 56, y + 16, 's'));
      y += 22;
    }
  };
  box('Now', [stateWords(found, cell.course.now)]);
  let from = cell.course.now;
  path.forEach((step, k) => {
    forkAt(from, step);
    const words = stepWords(found, from, step);
    const lines = wrapText(`${k + 1}. ${words}`, 88);
    const height = Math.max(42, lines.length * 18 + 24);
    parts.push(
      `<path class="arrow" d="M20 ${y + 4}V${y + height - 11}"/><path class="head" d="M14 ${y + height - 13}h12l-6 9z"/>`,
      textAt(lines, 38, y + height / 2 - (lines.length - 1) * 9 + 3),
    );
    said.push(words);
    y += height;
    from = step.to;
  });
  const answers = answersAt(found, cell, rest);
  const end =
    rest.length > 1
      ? `There it goes round among ${rest.length} situations, one of them`
      : path.length > 0
        ? 'There it rests'
        : 'Nobody moves: it rests here';
  if (path.length > 0 || rest.length > 1) box(end, [stateWords(found, rest[0]!), ...answers]);
  else {
    y += 8;
    box(end, answers.length > 0 ? answers : ['as things are now']);
  }
  return {
    id,
    title: `The way from now${nth}`,
    condition: `if ${profileWords(found, cell.profile, cell.scenario)}, and if ${conceptWords[cell.concept]}`,
    description: said.join('; '),
    width,
    height: y + 4,
    body: parts.join(''),
  };
}

/** Steps out of a state (or the cycle it lies on) where an answer is still open, each with the answers it settles. */
function exitsAt(found: Case, cell: CellAnswer, here: number) {
  const exits = new Map<string, { readonly step: CourseStep; readonly ends: string[] }>();
  for (const one of cell.answers) {
    if (one.answer === 'gains') continue;
    const ask = found.questions.find(({ id }) => id === one.question)!.ask;
    for (const fork of one.forks)
      for (const exit of fork.exits) {
        if (exit.from !== here) continue;
        const key = JSON.stringify([exit.step.to, exit.step.movers]);
        const known = exits.get(key) ?? { step: exit.step, ends: [] };
        known.ends.push(`${quoted(ask)} is answered ${quoted(verdictWord[exit.verdict])}`);
        exits.set(key, known);
      }
  }
  return [...exits.values()].map(({ step, ends }) => ({ step, ends: `${ends.join('; ')}.` }));
}

/** What each question says at a rest. */
function answersAt(found: Case, cell: CellAnswer, rest: readonly number[]): readonly string[] {
  return found.questions.flatMap(({ ask, holdsWhen }) => {
    if (!holdsWhen) return [];
    const held = rest.filter((code) => evaluateExpression(found, holdsWhen.expression, code, cell.scenario));
    const word = held.length === rest.length ? 'yes' : held.length === 0 ? 'no' : 'it comes and goes';
    return [`${ask} ${word}`];
  });
}
