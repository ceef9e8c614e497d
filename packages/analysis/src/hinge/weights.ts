import type { Case } from '@demarche/case';
import { sharesAmong, type Weighing } from '../weigh/index.ts';
import type { Factor } from './result.ts';

/**
 * Weights of each factor's values: readings by their posterior (what lies on `other` left out). A scenario is a supposition and has
 * no weight: what is more probable is asked of the first, things as they stand where they are in the grid, and of the beliefs of
 * the headline.
 */
export function weightsOf(
  found: Case,
  factors: readonly Factor[],
  actors: readonly Weighing[],
): readonly (readonly number[])[] {
  return factors.map((factor) => {
    if (factor.actor === undefined) return onlyFirst(factor);
    const at = found.actors.findIndex(({ id }) => id === factor.actor);
    return sharesAmong(actors[at]!.standing.posterior, factor.values as readonly string[]);
  });
}

/** All weight on things as they stand, or on the first value where they are not in the grid. */
export function onlyFirst({ values }: Factor): readonly number[] {
  const taken = Math.max(0, values.indexOf(null));
  return values.map((_, at) => (at === taken ? 1 : 0));
}
