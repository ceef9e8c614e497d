import type { Frequency, SweepResult, SweptQuestion, SweptState, Verdict } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, listed, quoted, readingLabel, scenarioWords } from './names.ts';
import { withoutNoise } from './sentences.ts';
import { agreementWords, conceptWords, heldWords } from './verdicts.ts';

/** `34 % (32–36)`: the range is rounded outwards, so that it never says more than was computed. */
export function frequencyWords({ share, low, high }: Frequency): string {
  return `${percent(share)} (${Math.floor(100 * low)}–${Math.ceil(100 * high)})`;
}

function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share >= 0.995) return '>99 %';
  return `${Math.round(withoutNoise(100 * share))} %`;
}

const inOrder: readonly Verdict[] = ['yes', 'no', 'depends', 'unsettled'];

/** The answers that occurred at all, and always yes and no. */
export function verdictsSeen({ answers }: SweptQuestion): readonly Verdict[] {
  return inOrder.filter((one) => one === 'yes' || one === 'no' || answers[one].count > 0);
}

/** The party whose reading splits the answers most: the greatest variance between its readings. Undefined where none splits them. */
export function splittingActor({ answers, byReading }: SweptQuestion): string | undefined {
  const between = new Map<string, number>();
  for (const { actor, samples, answers: own } of byReading) {
    const spread = inOrder.reduce((sum, one) => sum + (own[one].share - answers[one].share) ** 2, 0);
    between.set(actor, (between.get(actor) ?? 0) + samples * spread);
  }
  let best: string | undefined;
  for (const [actor, value] of between) if (value > (between.get(best ?? '') ?? 1e-9)) best = actor;
  return best;
}

/** What was drawn, and under which condition the answers stand. */
export function sweepCondition(found: Case, { settings, samples }: SweepResult): string {
  const held = Object.entries(settings.reading).map(
    ([actor, reading]) =>
      `${actorName(found, actor)} is read as ${quoted(readingLabel(found, actor, reading))}`,
  );
  const given = held.length > 0 ? `, given that ${listed(held)}` : '';
  return `${samples} versions of the case, drawn around what it states, ${scenarioWords(found, settings.scenario)}, ${heldWords[settings.beliefs]}, and ${settings.only === 'equilibria' ? 'all five concepts' : conceptWords[settings.concept]}${given}`;
}

/** States by how often they are an equilibrium, all concepts together, the oftenest first; then by code. */
export function oftenestEquilibria(states: readonly SweptState[]): readonly SweptState[] {
  const times = ({ equilibrium }: SweptState) =>
    Object.values(equilibrium).reduce((sum, { count }) => sum + count, 0);
  return [...states].sort((a, b) => times(b) - times(a) || a.code - b.code);
}

/** The law by which orders are drawn. */
export function modelWords({ settings }: SweepResult): string {
  const name = settings.model === 'mallows' ? 'Mallows’ model' : 'the Plackett–Luce model';
  return `Orders of priorities are drawn by ${name} with dispersion ${settings.dispersion} where a reading states no other (0 never strays, 1 makes every order alike)${settings.only === 'equilibria' ? '' : `; ${agreementWords[settings.agreements]}`}.`;
}

/** How to read a range. */
export function intervalWords({ interval, samples, settings, stopped }: SweepResult): string {
  const sure = `${Math.round(withoutNoise(100 * interval.level))} %`;
  const why = {
    'all-done': '',
    'narrow-enough': ` It stopped after ${samples} samples, when no answer had a range wider than ${percent(settings.until ?? 0)}.`,
    shard: ` These are ${samples} of ${settings.samples} samples.`,
    interrupted: ` It was interrupted after ${samples} of ${settings.samples} samples.`,
  }[stopped];
  const kind =
    interval.kind === 'clopper-pearson'
      ? `the ${sure} interval of Clopper and Pearson for what endlessly many samples would give`
      : `a ${sure} confidence sequence: it holds whenever one stops`;
  return `In brackets ${kind}. It says how well the sampling is known, nothing about the judgements behind it.${why}`;
}

/** That readings count evenly where nobody weighed them; undefined where somebody weighed those of every party. */
export function evenWords(found: Case): string | undefined {
  const unweighed = found.actors.filter((_, i) => {
    const own = found.readings[i]!;
    return own.length > 1 && own.every(({ weight }) => weight === undefined);
  });
  if (unweighed.length === 0) return undefined;
  return `Nobody stated what weighed before for ${listed(unweighed.map(({ name }) => name))}: readings count evenly over families, then by the evidence.`;
}
