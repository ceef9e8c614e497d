import type { CoalitionSettlement, HeadDeal } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  actorNames,
  agreementOf,
  conceptWords,
  formulaText,
  headDealWords,
  profileWords,
  stateWords,
} from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

export type CoalitionView = About & { readonly full?: boolean; readonly now?: number };

const most = { deals: 4, failing: 3, states: 3, leaves: 2 } as const;

/** `demarche coalition`: what parties could strike over the heads of others, and where coalitions too would rest. */
export function coalitionText(
  found: Case,
  result: CoalitionSettlement,
  deals: readonly HeadDeal[] | undefined,
  view: View,
  about: CoalitionView,
): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(
    `Taken: ${profileWords(found, result.profile, result.scenario)}; ${conceptWords[result.concept]}; nobody misreads anyone.`,
  );
  if (deals) dealsPart(page, found, result, deals, about.full === true);
  coalitionsPart(page, found, result, about);
  commonPart(page, found, result, about.full === true);
  page.blank();
  page.dim(
    result.outsiders === 'alone'
      ? 'Those outside a coalition answer it each alone (Kilgour, Hipel, Fang & Peng 2001); --outsiders together lets them join forces.'
      : 'Those outside a coalition may join forces to answer it (Inohara & Hipel 2008).',
  );
  closing(page, found, about);
  return page.text();
}

function dealsPart(
  page: Page,
  found: Case,
  { profile }: CoalitionSettlement,
  deals: readonly HeadDeal[],
  full: boolean,
): void {
  page.heading('Deals over the heads of others, from where things stand');
  if (deals.length === 0)
    page.para('None: whatever several parties would all gain by leaves nobody else worse off than now.', 2);
  const shown = (list: readonly HeadDeal[], limit: number) => {
    list.slice(0, limit).forEach((deal, k) => {
      const words = headDealWords(found, profile, deal, (formula) => formulaText(found, formula));
      page.item(`${words.deal}.`, `${k + 1}.`);
      for (const one of [...words.gains, ...words.losses]) page.item(`${one}.`, '-', 5);
      page.para(`${words.undo}.`, 5);
      if (deal.fails) page.para(`${words.comes}.`, 5);
    });
  };
  const count = (n: number) => (n === 1 ? 'One' : `${n}`);
  const coming = deals.filter(({ fails }) => fails === undefined);
  const failing = deals.filter(({ fails }) => fails !== undefined);
  const telling = full ? failing : failing.filter(({ fails }) => !isIdle(fails!)).slice(0, most.failing);
  if (coming.length > 0) {
    page.para(
      `${count(coming.length)} that would come about: each member gains, each brings something, and it holds.`,
      2,
    );
    const limit = full ? coming.length : most.deals;
    shown(coming, limit);
    if (coming.length > limit) page.dim(`and ${coming.length - limit} more: see --full.`, 5);
    if (failing.length > 0) page.blank();
  }
  if (telling.length > 0) {
    page.para(`${count(failing.length)} that every member would gain by and that would not come about:`, 2);
    shown(telling, telling.length);
    if (failing.length > telling.length)
      page.dim(`and ${failing.length - telling.length} more: see --full.`, 5);
  } else if (failing.length > 0)
    page.para(
      `${count(failing.length)} more that every member would gain by and that would not come about: somebody would bring nothing to them, or less does as much (--full lists them).`,
      2,
    );
}

/** Whether a deal fails for nothing worse than that less of it, or of its members, would do. */
function isIdle({ fails }: NonNullable<HeadDeal['fails']>): boolean {
  return fails === 'brings-nothing' || fails === 'not-minimal';
}

function coalitionsPart(page: Page, found: Case, result: CoalitionSettlement, about: CoalitionView): void {
  const { equilibria } = result;
  page.heading('What each coalition would leave');
  page.para(
    equilibria.length === 0
      ? 'No state is stable for everyone alone, so there is none that a coalition could leave.'
      : `${equilibria.length === 1 ? 'One state is' : `${equilibria.length} states are`} stable for everyone alone (equilibria). Together, parties would leave some of them for what all of them prefer:`,
    2,
  );
  const shown = result.coalitions.filter(({ coalition }) => coalition.length > 1 || result.asked === 'named');
  if (shown.length === 0) return;
  page.blank();
  page.table(
    [
      ['coalition', 'leaves', ...(about.now === undefined ? [] : ['as things stand'])],
      ...shown.map(({ coalition, stable, leaves }) => [
        actorNames(found, coalition),
        `${leaves.length} of ${equilibria.length}`,
        ...(about.now === undefined ? [] : [stable.includes(about.now) ? 'stays' : 'would move']),
      ]),
    ],
    { header: true, right: [1] },
  );
  if (result.asked === 'all' && !about.full) return;
  for (const { coalition, leaves } of shown) {
    if (leaves.length === 0) continue;
    page.heading(`What ${actorNames(found, coalition)} would leave, and for what`);
    const members = coalition.map((id) => found.actors.findIndex((one) => one.id === id));
    for (const { from, to } of leaves.slice(0, about.full ? leaves.length : most.leaves)) {
      page.item(`${stateWords(found, from)} (${from}):`);
      page.para(
        coalition.length === 1
          ? `${actorName(found, coalition[0]!)} moves to ${to}.`
          : `${agreementOf(found, from, to, members)} (${to}).`,
        4,
      );
    }
    if (!about.full && leaves.length > most.leaves)
      page.dim(`and ${leaves.length - most.leaves} more: see --full.`, 4);
  }
}

function commonPart(page: Page, found: Case, result: CoalitionSettlement, full: boolean): void {
  const parts = result.coalitions.map(({ coalition }) => actorNames(found, coalition));
  page.heading(
    {
      all: 'Where even coalitions would rest',
      structure: `Where it could rest with these coalitions: ${parts.join(' | ')}`,
      named: 'What is stable for all of these coalitions',
    }[result.asked],
  );
  const { common } = result;
  if (common.length === 0) {
    page.para(
      result.asked === 'all'
        ? 'Nowhere: in every state some coalition, or somebody alone, would move on.'
        : 'Nowhere: in every state one of them would move on.',
      2,
    );
    return;
  }
  const of = result.asked === 'all' ? ' (universally stable)' : '';
  page.para(
    `${common.length === 1 ? 'One state is' : `${common.length} states are`} stable for ${result.asked === 'all' ? 'every coalition and everyone alone' : 'each of them'}${of}:`,
    2,
  );
  for (const code of common.slice(0, full ? common.length : most.states))
    page.item(`${stateWords(found, code)} (${code})`);
  if (!full && common.length > most.states)
    page.dim(`and ${common.length - most.states} more: see --full.`, 4);
}
