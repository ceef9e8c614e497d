import type { CaseAnswer, Hinge, Verdict } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  conceptWords,
  factorActor,
  factorWords,
  leadingFactor,
  scenarioLabel,
  valueWords,
} from '../words/index.ts';
import { type Figure, textAt, wrapText } from './figure.ts';

const shown: readonly {
  readonly kind: 'yes' | 'no' | 'open';
  readonly mark: string;
  readonly of: readonly Verdict[];
}[] = [
  { kind: 'yes', mark: 'yes', of: ['yes'] },
  { kind: 'no', mark: 'no', of: ['no'] },
  { kind: 'open', mark: 'open', of: ['depends', 'unsettled'] },
];

/** Answers by the reading that carries most, and by scenario: each field split as its combinations answer, with the counts. */
export function matrixFigure(found: Case, answer: CaseAnswer, hinge: Hinge): Figure | undefined {
  const readingFactors = Object.entries(hinge.shares)
    .filter(([factor]) => factorActor(factor) !== undefined)
    .sort(([, a], [, b]) => b - a);
  const factor = readingFactors[0]?.[0] ?? leadingFactor(hinge);
  const actor = factor === undefined ? undefined : factorActor(factor);
  if (factor === undefined || actor === undefined) return undefined;
  const rows = [...new Set(answer.profiles.map((profile) => profile[actor]!))];
  const columns = answer.scenarios;
  const left = 190;
  const cellWidth = Math.max(84, Math.floor(500 / columns.length));
  const cellHeight = 52;
  const heads = columns.map((one) => wrapText(scenarioLabel(found, one), Math.floor(cellWidth / 7)));
  const top = Math.max(...heads.map((lines) => lines.length)) * 18 + 8;
  const said: string[] = [];
  const fields = rows.flatMap((row, r) =>
    columns.map((column, c) => {
      const cells = answer.cells.filter(
        (cell) => cell.concept === hinge.concept && cell.profile[actor] === row && cell.scenario === column,
      );
      const counts = shown.map(
        ({ of }) =>
          cells.filter((cell) =>
            cell.answers.some(
              (one) => one.question === hinge.question && (of as readonly string[]).includes(one.answer),
            ),
          ).length,
      );
      const words = shown.flatMap(({ mark }, k) => (counts[k]! > 0 ? [`${mark} ${counts[k]}`] : []));
      said.push(
        `${valueWords(found, factor, row)}, ${scenarioLabel(found, column)}: ${words.join(', ')} of ${cells.length}`,
      );
      return fieldOf(left + c * cellWidth, top + r * cellHeight, cellWidth - 6, cellHeight - 6, counts);
    }),
  );
  const labels = rows.map((row, r) =>
    textAt(wrapText(valueWords(found, factor, row), 27).slice(0, 3), 0, top + r * cellHeight + 17),
  );
  const titles = heads.map((lines, c) => textAt(lines, left + c * cellWidth, 12, 's'));
  const ask = found.questions.find(({ id }) => id === hinge.question)!.ask;
  return {
    id: `matrix-${hinge.question}-${hinge.concept}`,
    title: ask,
    condition: `by ${factorWords(found, factor)} and by circumstance, if ${conceptWords[hinge.concept]}; each field splits as its combinations of the other readings answer`,
    description: said.join('; '),
    width: left + columns.length * cellWidth,
    height: top + rows.length * cellHeight,
    body: [...titles, ...labels, ...fields].join(''),
  };
}

function fieldOf(x: number, y: number, width: number, height: number, counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let at = x;
  return counts
    .map((count, k) => {
      if (count === 0) return '';
      const { kind, mark } = shown[k]!;
      const wide = (width * count) / total;
      const words =
        wide > 48 ? (count === total ? [mark] : [mark, String(count)]) : wide > 16 ? [String(count)] : [];
      const part =
        `<rect class="${kind}" x="${round(at)}" y="${y}" width="${round(wide)}" height="${height}"/>` +
        textAt(words, round(at + wide / 2), y + (words.length === 2 ? 19 : 28), '', 'middle');
      at += wide;
      return part;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
