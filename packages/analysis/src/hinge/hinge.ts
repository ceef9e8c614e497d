import type { Case } from '@demarche/case';
import type { Verdict } from '../answer/result.ts';
import type { Weighing } from '../weigh/index.ts';
import { type AnswerGrid, type Cells, factorsOf, gridOf } from './grid.ts';
import { listingOf } from './listing.ts';
import { tippingWithPriors } from './priors.ts';
import { removalsOf } from './removals.ts';
import type { Hinge, Rule } from './result.ts';
import { minimalRules } from './rules.ts';
import { shapleyEffects } from './shapley.ts';
import { weightsOf } from './weights.ts';

/** What each question of kind `holds` hangs on, per concept. Questions whose grid has holes (a sample) are left out. */
export function hingesOf(found: Case, grid: Cells, actors: readonly Weighing[]): readonly Hinge[] {
  const factors = factorsOf(found, grid);
  const cells = grid.cells.filter(({ beliefs }) => grid.beliefs.includes(beliefs));
  return found.questions
    .filter(({ kind }) => kind === 'holds')
    .flatMap(({ id }) =>
      grid.concepts.flatMap((concept) => {
        const one = gridOf(factors, cells, id, concept);
        return one ? [hingeOf(found, one, actors)] : [];
      }),
    );
}

/**
 * The same over all cells, with the factor `beliefs` (last, two values). Where it changes no answer, all that the headline's hinge
 * says stands, and the factor carries nothing.
 */
export function hingesWithBeliefs(
  found: Case,
  grid: Cells,
  actors: readonly Weighing[],
  headline: readonly Hinge[],
): readonly Hinge[] {
  const factors = factorsOf(found, grid);
  return found.questions
    .filter(({ kind }) => kind === 'holds')
    .flatMap(({ id }) =>
      grid.concepts.flatMap((concept) => {
        const one = gridOf(factors, grid.cells, id, concept);
        if (!one) return [];
        const own = headline.find((hinge) => hinge.question === id && hinge.concept === concept);
        const idle = one.answers.every((answer, at) => answer === one.answers[at - (at % 2)]);
        return [own && idle ? doubled(own) : hingeOf(found, one, actors)];
      }),
    );
}

function doubled(hinge: Hinge): Hinge {
  const counts = Object.entries(hinge.counts).map(([answer, count]) => [answer, 2 * count] as const);
  return {
    ...hinge,
    cells: 2 * hinge.cells,
    counts: Object.fromEntries(counts),
    shares: hinge.always ? {} : { ...hinge.shares, beliefs: 0 },
  };
}

export function hingeOf(found: Case, grid: AnswerGrid, actors: readonly Weighing[]): Hinge {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const answer of grid.answers) counts[answer] = (counts[answer] ?? 0) + 1;
  const kinds = Object.keys(counts) as Verdict[];
  const base = {
    question: grid.question,
    concept: grid.concept,
    cells: grid.answers.length,
    counts,
    weighted: actors.some(({ standing }) =>
      grid.factors.some(({ actor }) => actor === standing.actor && standing.weighed),
    ),
  };
  if (kinds.length === 1)
    return {
      ...base,
      always: kinds[0]!,
      rules: [{ answer: kinds[0]!, when: [] }],
      shares: {},
      tipping: [],
      removals: [],
      listing: [],
    };
  const weights = weightsOf(found, grid.factors, actors);
  const effects = shapleyEffects(
    grid.factors.map((factor) => factor.values.length),
    grid.answers,
  )!;
  return {
    ...base,
    rules: asListed(found, minimalRules(grid.factors, grid.answers)),
    shares: Object.fromEntries(grid.factors.map((factor, axis) => [factor.name, effects[axis]!])),
    tipping: tippingWithPriors(grid, weights, actors),
    removals: removalsOf(found, grid),
    listing: listingOf(grid, weights),
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
