import type { States } from '../planes/columns.ts';
import type { Program } from '../program.ts';
import { denseRanks } from './dense.ts';
import { refine } from './refine.ts';

/** So much for each state at which the program holds. */
export type Score = { readonly weight: number; readonly that: Program };

/**
 * Ranks from the sum of the weights of what holds, larger better, from 1. Sums that are equal in twelve decimal digits are equal:
 * sums of decimals that are equal on paper are to be equal here. States with the same sum so far are one class, so that what is
 * added and compared are sums and not states.
 */
export function rankByScores(states: States, scores: readonly Score[]): Uint32Array {
  let sums = new Float64Array(1);
  const { classOf } = refine(
    states,
    scores.map(({ that }) => ({
      digits: 1,
      planes: (evaluate, columns, depth) => [evaluate(that, columns, depth)],
    })),
    (keys, _, line) => {
      const { weight } = scores[line]!;
      const added = Float64Array.from(keys, (key) => sums[key >>> 1]! + (key & 1 ? weight : 0));
      const classes = denseRanks(added).map((rank) => rank - 1);
      sums = new Float64Array(classes.reduce((most, one) => Math.max(most, one + 1), 0));
      classes.forEach((one, k) => {
        sums[one] = added[k]!;
      });
      return classes;
    },
  );
  const rankOf = denseRanks(sums.map((sum) => Number(sum.toPrecision(12))));
  return classOf.map((one) => rankOf[one]!);
}
