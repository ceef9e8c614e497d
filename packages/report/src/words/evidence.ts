import type { Bearing, Matrix, MatrixDisagreement, Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { listed, quoted, readingLabel } from './names.ts';
import { shareWords, withoutNoise } from './sentences.ts';

/** A reading of the weighed actor, or that none of those named is true. */
export function weighedLabel(found: Case, actor: string, reading: string): string {
  return reading === 'other' ? 'none of these' : quoted(readingLabel(found, actor, reading));
}

/** What items of evidence are called: by their ids, which for a group name its voice, unless that voice is withheld. */
export type NameItem = (id: string) => string;

export function itemNamer(whole: Case): NameItem {
  const sources = new Set(whole.sources.filter(({ withhold }) => withhold).map(({ id }) => id));
  const hidden = whole.statements.filter((one) => one.withhold || sources.has(one.in));
  const open = new Set(whole.statements.filter((one) => !hidden.includes(one)).map(({ by }) => by));
  const names = hidden
    .flatMap(({ by, holder, via }) => [by, holder, via])
    .filter((name) => name !== undefined);
  const secret = [...new Set(names)].filter((name) => !open.has(name));
  return (id) => secret.reduce((said, name) => said.replaceAll(name, 'a withheld voice'), id);
}

/** What stands for an item of evidence: its id with the members of a group, `its moves`, `what was stated before`. */
export function itemWords(one: Weighed, id: string, name: NameItem): string {
  if (id === 'prior') return 'what was stated before';
  if (id === 'moves') return 'its moves';
  const members = one.groups.find((group) => group.id === id)?.members ?? [];
  return members.length > 1 ? `${name(id)} (${members.join(', ')})` : name(id);
}

/** `+1.20`, `0.00`, `-0.35`. */
export function signedBans(bans: number): string {
  const text = withoutNoise(bans).toFixed(2);
  return text === '-0.00' || text === '0.00' ? '0.00' : bans > 0 ? `+${text}` : text;
}

/** `.44`, or `.31 to .58` where likelihoods are ranges. */
export function chanceRange({ low, high }: { readonly low: number; readonly high: number }): string {
  const [a, b] = [shareWords(low), shareWords(high)];
  return a === b ? a : `${a} to ${b}`;
}

/** Where the matrix and the posterior put two readings in opposite orders, and what makes the difference. */
export function disagreementWords(
  found: Case,
  one: Weighed,
  difference: MatrixDisagreement,
  name: NameItem,
): string {
  const first = weighedLabel(found, one.actor, difference.matrix);
  const other = weighedLabel(found, one.actor, difference.posterior);
  const why = difference.because
    .slice(0, 3)
    .map(({ from, bans }) => `${itemWords(one, from, name)} (${signedBans(bans)} bans)`);
  return `The matrix puts ${first} before ${other}, because less speaks against it; the posterior puts ${other} first: for it count ${listed(why)}`;
}

/** The carrying item of an answer: what comes out without it, and the strength at which yes and not yes weigh alike. */
export function leverageWords(found: Case, { question, conclusion }: Bearing, name: NameItem): string {
  const ask = found.questions.find(({ id }) => id === question)!.ask;
  const [most] = conclusion.leverage;
  const head = `${ask} yes with ${chanceRange(conclusion.chance)}`;
  if (!most || Math.abs(most.change) < 0.005) return `${head}; no single item moves it`;
  const cross =
    most.crossing === undefined
      ? ''
      : `; yes and not yes would weigh alike if ${name(most.item)} had strength ${shareWords(most.crossing)}`;
  return `${head}; most hangs on ${name(most.item)}: without it ${chanceRange(most.without)}${cross}`;
}

/** What to look for next, for the question that it is expected to move most. */
export type Collected = {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly value: number;
  readonly seen: number;
  readonly unseen: number;
};

export function collectionPlan(bearings: readonly Bearing[]): readonly Collected[] {
  const best = new Map<string, Collected>();
  for (const { question, conclusion } of bearings)
    for (const { id, label, value, seen, unseen } of conclusion.lookFor) {
      const known = best.get(id);
      if (known && known.value >= value) continue;
      best.set(id, { id, label, question, value, seen: seen.chance, unseen: unseen.chance });
    }
  return [...best.values()].sort((a, b) => b.value - a.value);
}

export function collectedWords(found: Case, one: Collected): string {
  const ask = found.questions.find(({ id }) => id === one.question)!.ask;
  return `${one.label}: if seen, ${quoted(ask)} is yes with ${shareWords(one.seen)}, if looked for in vain with ${shareWords(one.unseen)}`;
}

/** Readings by inconsistency, the least first. */
export function matrixOrderWords(found: Case, { actor, order, inconsistency }: Matrix): string {
  return order.map((id) => `${weighedLabel(found, actor, id)} ${inconsistency[id]}`).join(', ');
}

/** Groups and moves with what each contributes, the most telling first. */
export type Contribution = {
  readonly id: string;
  /** Statements of the group; of a move none. */
  readonly members: readonly string[];
  /** Of a move, what was chosen. */
  readonly chose?: string;
  readonly bans: Readonly<Record<string, number>>;
};

export function contributionsOf({ groups, moves }: Weighed): readonly Contribution[] {
  const all = [...groups, ...moves.map((move) => ({ ...move, members: [] }))];
  return all.sort((a, b) => b.diagnosticity - a.diagnosticity);
}

/** Which reading an actor's own words favour and which its moves; undefined where one side says nothing. */
export function statedWords(found: Case, { actor, statedRevealed }: Weighed): string | undefined {
  const { bits, words, moves, stated, revealed } = statedRevealed;
  if (bits === undefined || words.length === 0 || moves.length === 0) return undefined;
  const first = (shares: Readonly<Record<string, number>>) => {
    const [id] = Object.entries(shares).reduce((best, next) => (next[1] > best[1] + 1e-12 ? next : best));
    return weighedLabel(found, actor, id);
  };
  return `Its own words favour ${first(stated)}, its moves ${first(revealed)}; they part by ${withoutNoise(bits).toFixed(1)} bits`;
}
