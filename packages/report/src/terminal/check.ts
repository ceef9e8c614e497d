import type { Case, Coverage } from '@demarche/case';
import { listed, quoted } from '../words/index.ts';
import { anchorCounts } from './about.ts';
import { pageFor, type View } from './layout.ts';

export type CoveredSource = {
  readonly source: string;
  readonly title: string;
  readonly coverage: Coverage;
  /** First words of a passage; undefined where the text may not be shown. */
  readonly words: (start: number, end: number) => string | undefined;
};

/** `demarche check` for a case without errors: what was checked, anchors, and what of each source lies in no statement. */
export function checkText(
  found: Case,
  warnings: number,
  covered: readonly CoveredSource[],
  view: View,
  list: boolean,
): string {
  const page = pageFor(view);
  page.title(found.title);
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  page.para(
    `The case is sound: ${listed([
      count(found.actors.length, 'actor'),
      found.graph ? count(found.graph.states.length, 'state') : count(found.options.length, 'option'),
      count(found.readings.flat().length, 'reading'),
      count(found.statements.length, 'statement'),
      count(found.scenarios.length, 'scenario'),
      count(found.questions.length, 'question'),
    ])}; ${warnings === 0 ? 'nothing to warn of' : count(warnings, 'warning')}.`,
  );
  const { verified, unverified, failed } = anchorCounts(found);
  page.para(`Anchors: ${verified} verified, ${unverified} unverified, ${failed} failed.`);
  const unsorted = found.statements.filter(({ gist, kind }) => gist === undefined && kind === undefined);
  if (unsorted.length > 0)
    page.para(
      `${count(unsorted.length, 'statement')} ${unsorted.length === 1 ? 'waits' : 'wait'} to be sorted, without kind and gist: ${unsorted.length <= 3 ? listed(unsorted.map(({ id }) => id)) : `${unsorted[0]!.id} to ${unsorted.at(-1)!.id}`}.`,
    );
  const waiting = found.proposals;
  if (waiting.length > 0)
    page.para(
      `${count(waiting.length, 'proposal')} of a model ${waiting.length === 1 ? 'waits' : 'wait'} for your decision and ${waiting.length === 1 ? 'counts' : 'count'} nowhere (demarche accept CASE lists them): ${waiting.length <= 3 ? listed(waiting.map(({ id }) => id)) : `${waiting[0]!.id} to ${waiting.at(-1)!.id}`}.`,
    );
  for (const { source, title, coverage, words } of covered) {
    const share = coverage.total === 0 ? 0 : Math.round((100 * coverage.covered) / coverage.total);
    page.blank();
    page.para(
      `${share}% of the text of ${quoted(title)} (${source}) lies inside statements; ${count(coverage.uncovered.length, 'passage')} do${coverage.uncovered.length === 1 ? 'es' : ''} not${list || coverage.uncovered.length === 0 ? '' : ' (--full lists them)'}.`,
    );
    if (!list) continue;
    for (const { start, end } of coverage.uncovered) {
      const first = words(start, end);
      page.item(first === undefined ? `${end - start} characters` : first, `${start}..${end}`, 2);
    }
  }
  return page.text();
}
