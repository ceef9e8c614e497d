import type { HeadDeal, Profile, Stake, Undoing } from '@demarche/analysis';
import type { Case, Formula } from '@demarche/case';
import { actorName, actorNames, listed, readingOf } from './names.ts';
import { failedDealWords } from './sentences.ts';
import { agreementOf, changeWords } from './states.ts';

/** A deal over heads in sentences without their full stops, for the profile it was found under. */
export type HeadDealWords = {
  /** `A and B agree: …` */
  readonly deal: string;
  /** What each member gains first, and what each loser loses first: the highest priority that comes out otherwise. */
  readonly gains: readonly string[];
  readonly losses: readonly string[];
  /** Whether those outside can spoil it, and would. */
  readonly undo: string;
  /** That it would come about, or why it would not. */
  readonly comes: string;
};

/** `say` puts a formula of the case into words. */
export function headDealWords(
  found: Case,
  profile: Profile,
  deal: HeadDeal,
  say: (formula: Formula) => string,
): HeadDealWords {
  const movers = deal.coalition.map((id) => found.actors.findIndex((one) => one.id === id));
  return {
    deal: agreementOf(found, deal.from, deal.to, movers),
    gains: deal.gains.map(
      (stake) => `${actorName(found, stake.actor)} gains${stakeWords(found, profile, stake, say)}`,
    ),
    losses: deal.losers.map(
      (stake) => `${actorName(found, stake.actor)} loses${stakeWords(found, profile, stake, say)}`,
    ),
    undo: undoWords(found, deal),
    comes: deal.fails
      ? `It would not come about: ${failedDealWords(found, deal.fails).why}`
      : 'It would come about: it holds for its members, and no answer from outside makes it not worth their while',
  };
}

/** `: “…” (5th of its 8 priorities)`; nothing where its order is no list. */
function stakeWords(
  found: Case,
  profile: Profile,
  { actor, priority }: Stake,
  say: (formula: Formula) => string,
): string {
  const order = readingOf(found, actor, profile[actor]!)?.order;
  if (priority === undefined || order?.kind !== 'prefers') return '';
  const said = listed(order.priorities[priority]!.that.map(say), 'or');
  return `: ${said} (${ordinal(priority + 1)} of its ${order.priorities.length} priorities)`;
}

function undoWords(found: Case, { to, undo, wouldUndo }: HeadDeal): string {
  if (!undo) return 'Nobody outside can spoil it for them, whatever they do';
  if (wouldUndo)
    return `Others would spoil it, every step of theirs a gain that nothing deters: ${wayWords(found, to, wouldUndo)}`;
  return `Others could spoil it (${wayWords(found, to, undo)}), but would not: not every step is a gain that nothing deters`;
}

/** `C takes up “…”, which leaves A no better off than now` */
function wayWords(found: Case, deal: number, { steps, spoilt }: Undoing): string {
  const said = steps.map((step, k) => {
    const from = k === 0 ? deal : steps[k - 1]!.to;
    return `${actorName(found, step.actor)} ${changeWords(found, from, step.to)}`;
  });
  return `${said.join(', then ')}, which leaves ${actorNames(found, spoilt)} no better off than now`;
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th');
  return `${n}${ending}`;
}
