import type { Bearing, Estimate, Matrix, Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  collectedWords,
  collectionPlan,
  contributionsOf,
  disagreementWords,
  itemNamer,
  itemWords,
  leverageWords,
  matrixOrderWords,
  signedBans,
  statedWords,
  weighedLabel,
} from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

/** What the evidence does to the answers, and the matrix of competing hypotheses; per actor, in the order of the results. */
export type WeighedMore = {
  readonly bearings?: readonly (readonly Bearing[])[];
  readonly matrices?: readonly Matrix[];
};

/** `demarche weigh`: which reading of each actor the stated likelihoods and the observed moves favour, and what carries that. */
export function weighText(
  found: Case,
  results: readonly Weighed[],
  view: View,
  about: About & WeighedMore,
): string {
  const page = pageFor(view);
  page.title(found.title);
  page.dim(
    'What follows from the stated likelihoods and the moves on record. Not a probability about the world.',
  );
  for (const [at, one] of results.entries()) {
    page.heading(actorName(found, one.actor));
    if (one.readings.length < 2) {
      page.para('One reading: not questioned in this case.', 2);
      continue;
    }
    actorWeighed(page, found, one);
    showBearings(page, found, about.bearings?.[at] ?? []);
    const matrix = about.matrices?.[at];
    if (matrix) showMatrix(page, found, one, matrix);
  }
  page.blank();
  page.dim(
    'Strength of a report by its Admiralty codes; unknown codes count as a range. +1 ban: ten times as likely under the reading as under the others.',
  );
  closing(page, found, about);
  return page.text();
}

function actorWeighed(page: Page, found: Case, one: Weighed): void {
  const name = itemNamer(found);
  const label = (id: string) => weighedLabel(found, one.actor, id);
  const rangeWords = ({ low, high }: Estimate) => `${low.toFixed(2)}–${high.toFixed(2)}`;
  page.table(
    [
      ['', 'read as', 'stated before', 'follows (range)'],
      ...one.readings.map((id, at) => [
        letterOf(at),
        label(id),
        one.prior[id]!.toFixed(2),
        rangeWords(one.posterior[id]!),
      ]),
    ],
    { header: true, indent: 2, right: [2, 3] },
  );
  if (!one.priorStated)
    page.dim('Nobody stated what weighed before: readings count evenly over families.', 2);
  const items = contributionsOf(one);
  if (items.length > 0) {
    page.para('What moves it, in bans, the most telling first:', 2);
    page.table(
      [
        ['item', ...one.readings.map((_, at) => letterOf(at))],
        ...items.map(({ id, chose, bans }) => [
          chose === undefined ? itemWords(one, id, name) : `${id} (${chose})`,
          ...one.readings.map((reading) => signedBans(bans[reading]!)),
        ]),
      ],
      { header: true, indent: 4, right: one.readings.map((_, k) => k + 1) },
    );
  }
  for (const move of one.moves)
    if (move.silent.length > 0)
      page.item(
        `${move.id}: ${move.silent.map(label).join(' and ')} cannot tell what was chosen from the alternatives.`,
      );
  if (one.precision.unexplained) page.item('No reading explains what this party did better than chance.');
  const stated = statedWords(found, one);
  if (stated !== undefined) page.item(`${stated}.`);
}

function letterOf(at: number): string {
  return String.fromCharCode(65 + (at % 26));
}

function showBearings(page: Page, found: Case, bearings: readonly Bearing[]): void {
  if (bearings.length === 0) return;
  page.para(
    'What that does to the answers, every combination of everything else counting once, each fearing what the others would gladly answer:',
    2,
  );
  for (const one of bearings) page.item(`${leverageWords(found, one, itemNamer(found))}.`, '-', 4);
  const plan = collectionPlan(bearings);
  if (plan.length === 0) return;
  page.para('What to look for next, the most telling first:', 2);
  for (const one of plan) page.item(`${collectedWords(found, one)}.`, '-', 4);
}

/** Readings in the rows, items in the columns, a few at a time. */
function showMatrix(page: Page, found: Case, one: Weighed, matrix: Matrix): void {
  if (matrix.items.length === 0) return;
  page.para('The matrix of competing hypotheses (CC to II: very consistent to very inconsistent):', 2);
  const perTable = 8;
  for (let from = 0; from < matrix.items.length; from += perTable) {
    const items = matrix.items.slice(from, from + perTable);
    page.table(
      [
        ['', ...items.map(({ id }) => id)],
        ...matrix.readings.map((reading) => [
          weighedLabel(found, one.actor, reading),
          ...items.map(({ marks }) => marks[reading]!),
        ]),
        [
          'tells apart (0 to 4)',
          ...items.map(({ diagnosticity, counted }) => (counted ? String(diagnosticity) : 'not counted')),
        ],
      ],
      { header: true, indent: 4 },
    );
    page.blank();
  }
  page.item(`Against each, the least first: ${matrixOrderWords(found, matrix)}.`, '-', 4);
  for (const difference of matrix.disagreements)
    page.item(`${disagreementWords(found, one, difference, itemNamer(found))}.`, '-', 4);
}
