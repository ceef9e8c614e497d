import type { CaseAnswer, CellAnswer, Verdict } from '@demarche/analysis';

/** Yes, no, or open (it depends on who moves first, or comes and goes). */
export type Kind = 'yes' | 'no' | 'open';

export const kindOf = (verdict: Verdict): Kind => (verdict === 'yes' || verdict === 'no' ? verdict : 'open');

/** One field of the matrix: all combinations with one reading of the leading party and one circumstance. */
export type Field = {
  readonly row: string | undefined;
  readonly scenario: string | null;
  readonly cells: readonly CellAnswer[];
  readonly counts: Readonly<Record<Kind, number>>;
};

export function verdictIn(cell: CellAnswer, question: string): Verdict | undefined {
  const one = cell.answers.find((each) => each.question === question);
  return one === undefined || one.answer === 'gains' ? undefined : one.answer;
}

/** The matrix of a question: a row for each reading of `actor` (one row where no reading matters), a column for each circumstance. */
export function fieldsOf(
  answer: CaseAnswer,
  question: string,
  actor: string | undefined,
): readonly (readonly Field[])[] {
  const rows: readonly (string | undefined)[] =
    actor === undefined ? [undefined] : [...new Set(answer.profiles.map((profile) => profile[actor]!))];
  return rows.map((row) =>
    answer.scenarios.map((scenario) => {
      const cells = answer.cells.filter(
        (cell) => cell.scenario === scenario && (row === undefined || cell.profile[actor!] === row),
      );
      const counts = { yes: 0, no: 0, open: 0 };
      for (const cell of cells) {
        const verdict = verdictIn(cell, question);
        if (verdict !== undefined) counts[kindOf(verdict)]++;
      }
      return { row, scenario, cells, counts };
    }),
  );
}
