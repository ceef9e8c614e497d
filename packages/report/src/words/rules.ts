import type { CellAnswer, Hinge, Rule, Verdict } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, listed, quoted, readingLabel, readingsOf, scenarioLabel } from './names.ts';
import { withoutNoise } from './sentences.ts';
import { verdictWords } from './verdicts.ts';

type Condition = Rule['when'][number];

export function factorActor(factor: string): string | undefined {
  return factor.startsWith('reading of ') ? factor.slice('reading of '.length) : undefined;
}

/** `how Torvale is read`, `the scenario`, `whether they misread each other`. */
export function factorWords(found: Case, factor: string): string {
  const actor = factorActor(factor);
  if (factor === 'beliefs') return 'whether they misread each other';
  return actor === undefined ? 'the scenario' : `how ${actorName(found, actor)} is read`;
}

/** What a value of a factor is called. */
export function valueWords(found: Case, factor: string, value: string | null): string {
  const actor = factorActor(factor);
  if (factor === 'beliefs')
    return value === 'correct' ? 'nobody misreads anyone' : 'each as it sees the others';
  if (actor !== undefined && value !== null) return quoted(readingLabel(found, actor, value));
  return value === null ? 'things as they stand' : quoted(scenarioLabel(found, value));
}

/** `Torvale is read as “A” or “B”`; what is excluded instead, where that is shorter. */
export function conditionWords(found: Case, { factor, values }: Condition): string {
  if (factor === 'beliefs')
    return values[0] === 'correct' ? 'nobody misreads anyone' : 'each goes by what it believes of the others';
  const actor = factorActor(factor);
  const all =
    actor === undefined
      ? [null, ...found.scenarios.map(({ id }) => id)]
      : readingsOf(found, actor).map(({ id }) => id);
  const others = all.filter((value) => !values.includes(value));
  const named = (some: readonly (string | null)[]) =>
    listed(
      some.map((value) => valueWords(found, factor, value)),
      'or',
    );
  const short = others.length > 0 && others.length < values.length && values.length > 2;
  if (actor !== undefined) {
    const read = `${actorName(found, actor)} is`;
    return short ? `${read} not read as ${named(others)}` : `${read} read as ${named(values)}`;
  }
  if (short) {
    const [only] = others;
    if (others.length === 1)
      return only === null
        ? 'things are not as they stand'
        : `${valueWords(found, factor, only!)} does not hold`;
    return others.includes(null)
      ? `one of ${named(values)} holds`
      : `neither ${listed(
          others.map((value) => valueWords(found, factor, value)),
          'nor',
        )} holds`;
  }
  const said = values.filter((value) => value !== null);
  const holds = said.length > 0 ? [`${named(said)} holds`] : [];
  return listed([...(values.includes(null) ? ['things are as they stand'] : []), ...holds], 'or');
}

/** `yes if …`, `otherwise no if …`, `otherwise yes`; a rule never says a verdict without its condition. */
export function ruleWords(found: Case, rule: Rule, position: number): string {
  const lead = position > 0 ? 'otherwise ' : '';
  const verdict = verdictWords[rule.answer];
  if (rule.when.length === 0) return `${lead}${verdict}`;
  return `${lead}${verdict} if ${listed(rule.when.map((one) => conditionWords(found, one)))}`;
}

export function rulesWords(found: Case, rules: readonly Rule[]): readonly string[] {
  return rules.map((rule, at) => ruleWords(found, rule, at));
}

/** The same rule for a machine: `reading of russia = wants-peace and scenario in (null, losing)`. */
export function ruleText(rule: Rule): string {
  if (rule.when.length === 0) return 'otherwise';
  return rule.when
    .map(({ factor, values }) =>
      values.length === 1 ? `${factor} = ${values[0]}` : `${factor} in (${values.map(String).join(', ')})`,
    )
    .join(' and ');
}

/** How many cells have which answer, for each value of a factor: what a table of many rules is read by first. */
export type Split = {
  readonly value: string | null;
  readonly cells: number;
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
};

export function splitBy(cells: readonly CellAnswer[], hinge: Hinge, factor: string): readonly Split[] {
  const actor = factorActor(factor);
  const groups = new Map<string | null, { cells: number; counts: Partial<Record<Verdict, number>> }>();
  for (const cell of cells) {
    if (cell.concept !== hinge.concept) continue;
    const one = cell.answers.find(({ question }) => question === hinge.question);
    if (!one || one.answer === 'gains') continue;
    const value = actor === undefined ? cell.scenario : cell.profile[actor]!;
    const group = groups.get(value) ?? { cells: 0, counts: {} };
    group.cells++;
    group.counts[one.answer] = (group.counts[one.answer] ?? 0) + 1;
    groups.set(value, group);
  }
  return [...groups].map(([value, group]) => ({ value, ...group }));
}

/** `yes in 10 of 24, no in 14`. */
export function countWords(counts: Readonly<Partial<Record<Verdict, number>>>): string {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const kinds = (['yes', 'no', 'unsettled', 'depends'] as const).filter((kind) => (counts[kind] ?? 0) > 0);
  const word = { yes: 'yes', no: 'no', unsettled: 'unsettled', depends: 'open' } as const;
  if (kinds.length === 1) return `${word[kinds[0]!]} in all ${all}`;
  return `${kinds.map((kind, at) => `${word[kind]} in ${counts[kind]}${at === 0 ? ` of ${all}` : ''}`).join(', ')}`;
}

/** The factor that carries most of the answer; undefined where the answer is constant. */
export function leadingFactor(hinge: Hinge): string | undefined {
  return sharesInOrder(hinge)[0]?.factor;
}

/** What an answer hangs on most; all of them where several carry as much. */
export function leadingWords(found: Case, hinge: Hinge): string {
  const shares = sharesInOrder(hinge);
  return listed(
    shares
      .filter(({ share }) => share > shares[0]!.share - 1e-9)
      .map(({ factor }) => factorWords(found, factor)),
  );
}

/** Shares, greatest first, rid of rounding errors. */
export function sharesInOrder(hinge: Hinge): readonly { readonly factor: string; readonly share: number }[] {
  return Object.entries(hinge.shares)
    .map(([factor, share]) => ({ factor, share: withoutNoise(share) }))
    .sort((a, b) => b.share - a.share);
}
