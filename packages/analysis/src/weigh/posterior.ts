import { logMoves, logMovesBy, type MoveItem } from './move.ts';
import { logSum, middleOf, sharesOf } from './range.ts';
import type { Estimate } from './result.ts';
import { chanceOf, type StatementItem } from './statement.ts';

/** All that bears on the readings of one actor. Hypotheses are positions: the readings, then `other` where it is declared. */
export type Matter = {
  readonly ids: readonly string[];
  readonly prior: readonly number[];
  readonly statements: readonly StatementItem[];
  readonly moves: readonly MoveItem[];
  /** The grid of λ, weighted evenly. */
  readonly precision: readonly number[];
};

/** The same without some items. */
export function withoutItems(matter: Matter, items: readonly string[]): Matter {
  if (items.length === 0) return matter;
  const out = new Set(items);
  return {
    ...matter,
    statements: matter.statements.filter(({ id }) => !out.has(id)),
    moves: matter.moves.filter(({ id }) => !out.has(id)),
  };
}

/** How many members each group has: a member counts with the inverse as its exponent. */
export function groupSizes(statements: readonly StatementItem[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { group } of statements) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}

/** log of P(items | h) at the middle of every range, by hypothesis. */
export function logLikelihoods(matter: Matter): number[] {
  const sizes = groupSizes(matter.statements);
  return matter.ids.map((_, h) => {
    const words = matter.statements.reduce((sum, { group, strength, likelihood }) => {
      const chance = chanceOf(middleOf(strength), middleOf(likelihood[h]!));
      return sum + Math.log(chance) / sizes.get(group)!;
    }, 0);
    return words + logMoves(matter.moves, h, matter.precision);
  });
}

/** p(h) ∝ π(h) · Π over groups P(e | h) · P(moves | h), at the middle of every range. All zero where nothing is left. */
export function posteriorPoint(matter: Matter): number[] {
  const likelihood = logLikelihoods(matter);
  return sharesOf(matter.prior.map((share, h) => Math.log(share) + likelihood[h]!));
}

/** Per pair, the greatest value of w(h′)/w(h) that the ranges allow: w(h) = π(h) P(items | h). */
export type Odds = readonly (readonly number[])[];

/**
 * The greatest odds of each hypothesis against each other: the top of every likelihood of the one, the bottom of the other's. The
 * strength ρ of an item is one number whatever is true, so both sides get the same end of its range, whichever gives more; an item
 * with equal likelihoods thus moves nothing, however unknown its strength.
 */
export function greatestOdds(matter: Matter): Odds {
  const sizes = groupSizes(matter.statements);
  const fixed = matter.ids.map(
    (_, h) => Math.log(matter.prior[h]!) + logMoves(matter.moves, h, matter.precision),
  );
  return matter.ids.map((_, top) =>
    matter.ids.map((_, bottom) => {
      if (top === bottom) return 1;
      let above = fixed[top]!;
      let below = fixed[bottom]!;
      for (const { group, strength, likelihood } of matter.statements) {
        const ends = [strength.low, strength.high].map((rho) => ({
          above: Math.log(chanceOf(rho, likelihood[top]!.high)),
          below: Math.log(chanceOf(rho, likelihood[bottom]!.low)),
        }));
        const [one, two] = [ends[0]!, ends[1]!];
        const best = two.above - two.below > one.above - one.below ? two : one;
        above += best.above / sizes.get(group)!;
        below += best.below / sizes.get(group)!;
      }
      if (above === -Infinity) return 0;
      return below === -Infinity ? Infinity : Math.exp(above - below);
    }),
  );
}

/**
 * p(h) with its least and greatest value over all ranges, without a search: p(h) rises in each P(e | h) and falls in each
 * P(e | h′). Exact where every strength is a number, and between two readings always; with unknown strengths and three readings or
 * more each pair is taken at its extreme, so that the range may be a little too wide and never too narrow.
 */
export function posteriorOf(matter: Matter): Estimate[] {
  const odds = greatestOdds(matter);
  const point = posteriorPoint(matter);
  return point.map((value, h) => {
    const others = matter.ids.map((_, k) => k).filter((k) => k !== h);
    const least = 1 / (1 + others.reduce((sum, k) => sum + odds[k]![h]!, 0));
    const greatest = 1 / (1 + others.reduce((sum, k) => sum + 1 / odds[h]![k]!, 0));
    // Rounding may put the ends an ulp inside; where nothing is left, no value is right.
    return { low: Math.min(least, value), point: value, high: Math.max(greatest, value) };
  });
}

/** Posterior of λ given that one of the readings is true: `other` knows no precision. `named` is how many there are. */
export function precisionPosterior(matter: Matter, named: number): number[] {
  const words = logLikelihoods({ ...matter, moves: [] });
  const parts = matter.ids.slice(0, named).map((_, h) => ({
    weight: Math.log(matter.prior[h]!) + words[h]!,
    moves: logMovesBy(matter.moves, h, matter.precision),
  }));
  return sharesOf(
    matter.precision.map((_, at) => logSum(parts.map(({ weight, moves }) => weight + moves[at]!))),
  );
}
