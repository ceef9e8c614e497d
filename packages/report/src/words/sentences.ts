import type {
  Agreements,
  CaseAnswer,
  CellAnswer,
  FailedDeal,
  Gain,
  Hinge,
  Robustness,
  Rule,
  TippingWeight,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { actorName, actorNames, listed, quoted, readingLabel, scenarioWords } from './names.ts';
import { agreementOf, changeWords } from './states.ts';
import { agreementWords, conceptWords, verdictWord } from './verdicts.ts';

/** Two digits at most. */
export function shareWords(share: number): string {
  return withoutNoise(share).toFixed(2);
}

/** Rid of what adding up in another order would change, so that 0.375 is always rounded to the same side. */
export function withoutNoise(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

/** `No, under every reading and in every scenario of this case`; of a narrowed grid, with what was taken for granted. */
export function alwaysWords(found: Case, answer: CaseAnswer, hinge: Hinge): string {
  const word = {
    yes: 'Yes',
    no: 'No',
    unsettled: 'Unsettled (it comes and goes without end)',
    depends: 'Open (it depends on who moves first)',
  }[hinge.always!];
  const granted = grantedWords(found, answer);
  if (granted !== undefined) return `${word}, however else the parties are read, given that ${granted}`;
  return `${word}, under every reading and in every scenario of this case`;
}

/** What a narrowed grid takes for granted: `Torvale is read as “…”, as things stand`; undefined for the whole grid. */
export function grantedWords(found: Case, answer: CaseAnswer): string | undefined {
  const only = found.actors.flatMap(({ id, name }, i) => {
    const taken = new Set(answer.profiles.map((profile) => profile[id]!));
    if (found.readings[i]!.length < 2 || taken.size > 1 || answer.sampled) return [];
    return [`${name} is read as ${quoted(readingLabel(found, id, [...taken][0]!))}`];
  });
  const [scenario] = answer.scenarios;
  const held =
    answer.scenarios.length > 1 || found.scenarios.length === 0 ? [] : [scenarioWords(found, scenario!)];
  return only.length + held.length === 0
    ? undefined
    : [...(only.length > 0 ? [listed(only)] : []), ...held].join(', ');
}

/** Whether a question has the same answer under all concepts in every cell. */
export function conceptsAgree(answer: CaseAnswer, question: string): boolean {
  const seen = new Map<string, string>();
  return answer.cells.every((cell) => {
    const verdict = cell.answers.find((one) => one.question === question)?.answer ?? '';
    const key = JSON.stringify([cell.profile, cell.scenario, cell.beliefs]);
    const before = seen.get(key) ?? verdict;
    seen.set(key, before);
    return before === verdict;
  });
}

/** The least change of weight that tips the answer: `it would change from “no” to “yes” if the weight of “X” (Y) rose from 0.25 to 0.50`. */
export function tippingWords(found: Case, tipping: TippingWeight): string {
  const [actor, reading] = splitReading(found, tipping.reading);
  const who = `${quoted(readingLabel(found, actor, reading))} (${actorName(found, actor)})`;
  const direction = tipping.to > tipping.from ? 'rose' : 'fell';
  const before = tipping.prior
    ? ` (before the evidence: from ${shareWords(tipping.prior.from)} to ${shareWords(tipping.prior.to)})`
    : '';
  return `it would change from ${quoted(verdictWord[tipping.answer])} to ${quoted(verdictWord[tipping.instead])} if the weight of ${who} ${direction} from ${shareWords(tipping.from)} to ${shareWords(tipping.to)}${before}`;
}

export function splitReading(found: Case, id: string): readonly [string, string] {
  const actor = found.actors.find((one) => id.startsWith(`${one.id}.`))?.id ?? id;
  return [actor, id.slice(actor.length + 1)];
}

export type Sameness = { readonly same: number; readonly of: number };

/** In how many ways of computing this cell's answer comes out the same. */
export function samenessOf(
  answer: CaseAnswer,
  question: string,
  cell: Pick<CellAnswer, 'profile' | 'scenario' | 'beliefs'>,
  verdict: string,
): Sameness | undefined {
  const found = robustnessOf(answer, question, cell);
  if (!found) return undefined;
  return { same: found.ways.filter((way) => way.answer === verdict).length, of: found.ways.length };
}

export function robustnessOf(
  answer: CaseAnswer,
  question: string,
  { profile, scenario, beliefs }: Pick<CellAnswer, 'profile' | 'scenario' | 'beliefs'>,
): Robustness | undefined {
  return answer.robustness.find(
    (one) =>
      one.question === question &&
      one.scenario === scenario &&
      one.beliefs === beliefs &&
      Object.entries(one.profile).every(([actor, reading]) => profile[actor] === reading),
  );
}

/** What separates the ways of computing from each other: `yes if each looks one move ahead; otherwise no`. */
export function wayRuleWords(rule: Rule, position: number): string {
  const lead = position > 0 ? 'otherwise ' : '';
  if (rule.when.length === 0) return `${lead}${verdictWord[rule.answer]}`;
  const said = rule.when.map(({ factor, values }) =>
    listed(
      values.map((value) =>
        factor === 'concept' ? conceptWords[value as Concept] : agreementWords[value as Agreements],
      ),
      'or',
    ),
  );
  return `${lead}${verdictWord[rule.answer]} if ${listed(said)}`;
}

export const gainWords: Readonly<Record<Gain['change'], string>> = {
  better: 'better off',
  worse: 'worse off',
  same: 'as now',
  mixed: 'better or worse',
};

/** A deal that fails at a state, with the first clause that fails and its witness. */
export function failedDealWords(
  found: Case,
  deal: FailedDeal,
): { readonly deal: string; readonly why: string } {
  const who = actorName(found, deal.actor);
  const movers = actorNames(found, deal.movers);
  const others = deal.by.filter((actor) => actor !== deal.actor);
  const why = {
    'brings-nothing': `${who} would bring nothing to it that the others need: they can have it without`,
    'does-not-hold': `${who} would then turn away: it ${changeWords(found, deal.to, deal.witness)}`,
    answered: `after that ${others.length > 0 ? actorNames(found, others) : 'others'} ${changeWords(found, deal.to, deal.witness, others.length > 1)}, which leaves ${who} no better off than now`,
    'not-minimal': `a smaller step does as much: ${changeWords(found, deal.from, deal.witness, deal.by.length > 1)}`,
  }[deal.fails];
  const [, content] = agreementOf(found, deal.from, deal.to, deal.movers).split(' agree: ');
  return { deal: `${movers} would all be better off if ${content ?? 'they moved together'}`, why };
}
