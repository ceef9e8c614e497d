import type { Estimate, Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, quoted, readingLabel } from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

/** `demarche weigh`: which reading of each actor the stated likelihoods and the observed moves favour, and what carries that. */
export function weighText(found: Case, results: readonly Weighed[], view: View, about: About): string {
  const page = pageFor(view);
  page.title(found.title);
  page.dim(
    'What follows from the stated likelihoods and the moves on record. Not a probability about the world.',
  );
  for (const one of results) {
    page.heading(actorName(found, one.actor));
    if (one.readings.length < 2) {
      page.para('One reading: not questioned in this case.', 2);
      continue;
    }
    actorWeighed(page, found, one);
  }
  page.blank();
  page.dim(
    'Strength of a report by its Admiralty codes; unknown codes count as a range. +1 ban: ten times as likely under the reading as under the others.',
  );
  closing(page, found, about);
  return page.text();
}

function actorWeighed(page: Page, found: Case, one: Weighed): void {
  const label = (id: string) =>
    id === 'other' ? 'none of these' : quoted(readingLabel(found, one.actor, id));
  const rangeWords = ({ low, high }: Estimate) => `${low.toFixed(2)}–${high.toFixed(2)}`;
  page.table(
    [
      ['read as', 'stated before', 'follows (range)'],
      ...one.readings.map((id) => [label(id), one.prior[id]!.toFixed(2), rangeWords(one.posterior[id]!)]),
    ],
    { header: true, indent: 2, right: [1, 2] },
  );
  if (!one.priorStated)
    page.dim('Nobody stated what weighed before: readings count evenly over families.', 2);
  const items = [
    ...one.groups.map(({ id, members, bans, diagnosticity }) => ({ id, members, bans, diagnosticity })),
    ...one.moves.map(({ id, bans, diagnosticity, chose }) => ({
      id: `${id} (${chose})`,
      members: [],
      bans,
      diagnosticity,
    })),
  ].sort((a, b) => b.diagnosticity - a.diagnosticity);
  if (items.length > 0) {
    page.para('What moves it, in bans, the most telling first:', 2);
    page.table(
      [
        ['item', ...one.readings.map(label)],
        ...items.map(({ id, members, bans }) => [
          members.length > 1 ? `${id} (${members.join(', ')})` : id,
          ...one.readings.map((reading) => signed(bans[reading]!)),
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
  const { bits, words, moves } = one.statedRevealed;
  if (bits !== undefined && words.length > 0 && moves.length > 0)
    page.item(
      `Its own words favour ${label(first(one.statedRevealed.stated))}, its moves ${label(first(one.statedRevealed.revealed))} (they part by ${bits.toFixed(1)} bits).`,
    );
}

function first(shares: Readonly<Record<string, number>>): string {
  return Object.entries(shares).reduce((best, next) => (next[1] > best[1] + 1e-12 ? next : best))[0];
}

function signed(bans: number): string {
  const text = bans.toFixed(2);
  return text === '-0.00' || text === '0.00' ? '0.00' : bans > 0 ? `+${text}` : text;
}
