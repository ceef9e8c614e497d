import type { Verdict } from '../answer/result.ts';
import type { AnswerGrid } from './grid.ts';

export type Weights = readonly (readonly number[])[];

/** Weight of each answer over a grid whose values have these weights. */
export function probabilities(grid: AnswerGrid, weights: Weights): ReadonlyMap<Verdict, number> {
  const found = new Map<Verdict, number>();
  grid.answers.forEach((answer, at) => {
    let rest = at;
    let weight = 1;
    for (let axis = grid.factors.length - 1; axis >= 0; axis--) {
      const size = grid.factors[axis]!.values.length;
      weight *= weights[axis]![rest % size]!;
      rest = Math.floor(rest / size);
    }
    found.set(answer, (found.get(answer) ?? 0) + weight);
  });
  return found;
}

/** The most probable answer; ties go to the one named first among yes, no, unsettled, depends. */
export function mostProbable(chances: ReadonlyMap<Verdict, number>): Verdict {
  const order: readonly Verdict[] = ['yes', 'no', 'unsettled', 'depends'];
  return order.reduce((best, one) =>
    (chances.get(one) ?? 0) > (chances.get(best) ?? 0) + 1e-12 ? one : best,
  );
}
