import type { CaseAnswer, Hinge, Verdict } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  conceptWords,
  factorActor,
  factorWords,
  heldWords,
  leadingFactor,
  scenarioLabel,
  sharesInOrder,
  valueWords,
} from '../words/index.ts';
import { type Figure, round, textAt, wrapText } from './figure.ts';
import { anchorId } from './markup.ts';

type Kind = 'yes' | 'no' | 'open';

const shown: readonly {
  readonly kind: Kind;
  readonly letter: string;
  readonly of: readonly Verdict[];
}[] = [
  { kind: 'yes', letter: 'Y', of: ['yes'] },
  { kind: 'no', letter: 'N', of: ['no'] },
  { kind: 'open', letter: 'O', of: ['depends', 'unsettled'] },
];

/**
 * Answers by the reading that carries most, and by scenario: each field split as its combinations answer, with the counts. What
 * a part says is carried by letter and pattern as well as colour.
 */
export function matrixFigure(found: Case, answer: CaseAnswer, hinge: Hinge): Figure | undefined {
  const factor = rowFactor(hinge);
  const actor = factor === undefined ? undefined : factorActor(factor);
  if (factor === undefined || actor === undefined) return undefined;
  const rows = [...new Set(answer.profiles.map((profile) => profile[actor]!))];
  const columns = answer.scenarios;
  const left = 172;
  const cellWidth = Math.max(86, Math.floor(510 / columns.length));
  const cellHeight = 52;
  const heads = columns.map((one) => wrapText(scenarioLabel(found, one), Math.floor(cellWidth / 7)));
  const top = Math.max(...heads.map((lines) => lines.length)) * 18 + 8;
  const id = anchorId('matrix', hinge.question, hinge.concept);
  const said: string[] = [];
  const fields = rows.flatMap((row, r) =>
    columns.map((column, c) => {
      const cells = answer.cells.filter(
        (cell) => cell.concept === hinge.concept && cell.profile[actor] === row && cell.scenario === column,
      );
      const counts = shown.map(
        ({ of }) => cells.filter((cell) => hasAnswer(cell, hinge.question, of)).length,
      );
      const words = shown.flatMap(({ kind }, k) => (counts[k]! > 0 ? [`${kind} ${counts[k]}`] : []));
      said.push(
        `${valueWords(found, factor, row)}, ${scenarioLabel(found, column)}: ${words.join(', ')} of ${cells.length}`,
      );
      return fieldOf(id, left + c * cellWidth, top + r * cellHeight, cellWidth - 6, cellHeight - 6, counts);
    }),
  );
  const labels = rows.map((row, r) =>
    textAt(wrapText(valueWords(found, factor, row), 23).slice(0, 3), 0, top + r * cellHeight + 14),
  );
  const titles = heads.map((lines, c) => textAt(lines, left + c * cellWidth, 12, 's'));
  return {
    id,
    title: found.questions.find(({ id: each }) => each === hinge.question)!.ask,
    condition: `by ${factorWords(found, factor)} and by circumstance, if ${conceptWords[hinge.concept]}, ${heldWords[answer.beliefs[0]!]}; Y yes (plain), N no (striped), O open (dotted), with how many of the field’s combinations of the other readings`,
    description: said.join('; '),
    width: left + columns.length * cellWidth,
    height: top + rows.length * cellHeight,
    body: [patterns(id), ...titles, ...labels, ...fields].join(''),
  };
}

/** The reading that carries most; the scenarios are the columns already. */
export function rowFactor(hinge: Hinge): string | undefined {
  const readings = sharesInOrder(hinge).filter(({ factor }) => factorActor(factor) !== undefined);
  return readings[0]?.factor ?? leadingFactor(hinge);
}

function hasAnswer(
  cell: CaseAnswer['cells'][number],
  question: string,
  verdicts: readonly Verdict[],
): boolean {
  return cell.answers.some(
    (one) => one.question === question && (verdicts as readonly string[]).includes(one.answer),
  );
}

function patterns(id: string): string {
  return (
    `<defs><pattern id="${id}-no" width="7" height="7" patternUnits="userSpaceOnUse"><path class="no-mark" d="M-1 8L8 -1"/></pattern>` +
    `<pattern id="${id}-open" width="8" height="8" patternUnits="userSpaceOnUse"><circle class="open-mark" cx="4" cy="4" r="1.2"/></pattern></defs>`
  );
}

function fieldOf(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  counts: readonly number[],
): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = shown.flatMap((one, k) => (counts[k]! > 0 ? [{ ...one, count: counts[k]! }] : []));
  // A part is never too narrow for its letter: what it lacks is taken from the others.
  const least = Math.min(16, width / parts.length);
  const spare = width - least * parts.length;
  let at = x;
  return parts
    .map(({ kind, letter, count }) => {
      const wide = least + (spare * count) / total;
      const place = `x="${round(at)}" y="${y}" width="${round(wide)}" height="${height}"`;
      const words = count === total ? [letter] : [letter, String(count)];
      const middle = round(at + wide / 2);
      at += wide;
      return (
        `<rect class="${kind}" ${place}/>` +
        (kind === 'yes' ? '' : `<rect ${place} fill="url(#${id}-${kind})"/>`) +
        textAt(words, middle, y + (words.length === 2 ? 20 : 28), 'n', 'middle')
      );
    })
    .join('');
}
