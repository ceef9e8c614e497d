import type { Case } from '@demarche/case';
import { type AnswerGrid, type Cells, factorsOf, gridOf } from './grid.ts';
import type { Hinge, Rule } from './result.ts';
import { minimalRules } from './rules.ts';
import { shapleyEffects } from './shapley.ts';

/** What an answer hangs on without what weighs it: how often which answer, by which rules, and what carries them. */
export type Variation = Pick<
  Hinge,
  'question' | 'concept' | 'cells' | 'always' | 'counts' | 'rules' | 'shares'
>;

/** The variation of every question of kind `holds`, per concept. Questions whose grid has holes (a sample) are left out. */
export function variationsOf(found: Case, grid: Cells): readonly Variation[] {
  const factors = factorsOf(found, grid);
  return found.questions
    .filter(({ kind }) => kind === 'holds')
    .flatMap(({ id }) =>
      grid.concepts.flatMap((concept) => {
        const one = gridOf(factors, grid.cells, id, concept);
        return one ? [variationOf(found, one)] : [];
      }),
    );
}

export function variationOf(found: Case, grid: AnswerGrid): Variation {
  const counts: Partial<Record<Hinge['rules'][number]['answer'], number>> = {};
  for (const answer of grid.answers) counts[answer] = (counts[answer] ?? 0) + 1;
  const [first, ...others] = Object.keys(counts) as Hinge['rules'][number]['answer'][];
  const base = { question: grid.question, concept: grid.concept, cells: grid.answers.length, counts };
  if (others.length === 0)
    return { ...base, always: first!, rules: [{ answer: first!, when: [] }], shares: {} };
  const effects = shapleyEffects(
    grid.factors.map((factor) => factor.values.length),
    grid.answers,
  )!;
  return {
    ...base,
    rules: asListed(found, minimalRules(grid.factors, grid.answers)),
    shares: Object.fromEntries(grid.factors.map((factor, axis) => [factor.name, effects[axis]!])),
  };
}

/** Rules with their factors and values in the order of the file. */
function asListed(found: Case, rules: readonly Rule[]): readonly Rule[] {
  const listed = new Map<string, readonly (string | null)[]>([
    ...found.actors.map(
      ({ id }, i) => [`reading of ${id}`, found.readings[i]!.map((one) => one.id)] as const,
    ),
    ['scenario', [null, ...found.scenarios.map(({ id }) => id)]],
  ]);
  const factors = [...listed.keys()];
  const place = (factor: string) => (listed.has(factor) ? factors.indexOf(factor) : factors.length);
  return rules.map((rule) => ({
    ...rule,
    when: [...rule.when]
      .sort((a, b) => place(a.factor) - place(b.factor))
      .map(({ factor, values }) => ({
        factor,
        values: listed.get(factor)?.filter((value) => values.includes(value)) ?? values,
      })),
  }));
}
