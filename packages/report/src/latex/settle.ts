import type { Settlement } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { profileWords, ruleSaying } from '../words/index.ts';
import { inPieces, solutionTable, stateNames, tableLegend } from '../words/solution-table.ts';
import { latexComment, latexText } from './escape.ts';

/** States in one table: as many as a page is wide. */
const across = 16;

/** `demarche solve --latex`: the table as papers print it, to be put into a document. Needs no package. */
export function settleLatex(found: Case, result: Settlement, version: string): string {
  const pieces = inPieces(solutionTable(found, result), across);
  const about = [
    found.title,
    `${profileWords(found, result.profile, result.scenario)}; what follows from the stated readings, not a forecast`,
    ruleSaying(result.sanctions, result.concepts) ?? `Sanctions: ${result.sanctions}.`,
    tableLegend(found, result),
    ...(result.feasible.length < result.counts.feasible
      ? [`the first ${result.feasible.length} of ${result.counts.feasible} feasible states`]
      : []),
    `demarche ${version}, case sha256 ${found.sha256}`,
  ];
  const tables = pieces.map(({ states, sections }) => {
    const width = states.length + 1;
    const line = (label: string, cells: readonly (string | number)[]) =>
      `${[label, ...cells].join(' & ')} \\\\`;
    const body = sections.flatMap(({ title, rows }) => [
      '\\hline',
      `\\multicolumn{${width}}{l}{\\textbf{${latexText(title)}}} \\\\`,
      ...rows.map(({ label, cells }) => line(latexText(label), cells)),
    ]);
    return [
      `\\begin{tabular}{l${'c'.repeat(states.length)}}`,
      '\\hline',
      line('State', states),
      ...body,
      '\\hline',
      '\\end{tabular}',
    ].join('\n');
  });
  const names = stateNames(found, result.feasible).map(([code, name]) => `${code}: ${latexText(name)}`);
  const parts = [...tables, ...(names.length > 0 ? [`States. ${names.join('; ')}.`] : [])];
  return `${about.map(latexComment).join('\n')}\n${parts.join('\n\n\\bigskip\n\n')}\n`;
}
