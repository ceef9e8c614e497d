import type { Case } from '@demarche/case';
import type { Weighing } from '../weigh/index.ts';
import { type AnswerGrid, type Cells, factorsOf, gridOf } from './grid.ts';
import { listingOf } from './listing.ts';
import { tippingWithPriors } from './priors.ts';
import { removalsOf } from './removals.ts';
import type { Hinge } from './result.ts';
import { variationOf } from './variation.ts';
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
  const variation = variationOf(found, grid);
  const weighted = actors.some(({ standing }) =>
    grid.factors.some(({ actor }) => actor === standing.actor && standing.weighed),
  );
  if (variation.always) return { ...variation, weighted, tipping: [], removals: [], listing: [] };
  const weights = weightsOf(found, grid.factors, actors);
  return {
    ...variation,
    weighted,
    tipping: tippingWithPriors(grid, weights, actors),
    removals: removalsOf(found, grid),
    listing: listingOf(grid, weights),
  };
}
