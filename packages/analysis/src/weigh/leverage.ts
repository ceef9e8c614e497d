import { chanceOfConclusion, expected, type Indicator } from './chance.ts';
import type { Leverage } from './conclusion-result.ts';
import { logLikelihoods, type Matter, posteriorPoint, withoutItems } from './posterior.ts';
import { middleOf, sharesOf } from './range.ts';
import { chanceOf } from './statement.ts';

/** What P(c) would be without each item, greatest change first, in the order of the items where equal. */
export function leverageOf(matter: Matter, indicator: Indicator): Leverage[] {
  const chance = expected(posteriorPoint(matter), indicator);
  const items = [...new Set([...matter.statements, ...matter.moves].map(({ id }) => id))];
  return items
    .map((item) => {
      const without = chanceOfConclusion(withoutItems(matter, [item]), indicator);
      const crossing = crossingStrength(matter, indicator, item);
      return {
        item,
        without,
        change: without.point - chance,
        ...(crossing === undefined ? {} : { crossing }),
      };
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** P(c) as a function of the strength of one item, all else at its middle. */
export function chanceByStrength(
  matter: Matter,
  indicator: Indicator,
  item: string,
): (rho: number) => number {
  const group = matter.statements.find(({ id }) => id === item)?.group;
  const members = matter.statements.filter((one) => one.group === group);
  const rest = { ...matter, statements: matter.statements.filter((one) => one.group !== group) };
  const base = logLikelihoods(rest).map((log, h) => log + Math.log(matter.prior[h]!));
  return (rho) => {
    const logs = base.map((log, h) =>
      members.reduce((sum, { id, strength, likelihood }) => {
        const chance = chanceOf(id === item ? rho : middleOf(strength), middleOf(likelihood[h]!));
        return sum + Math.log(chance) / members.length;
      }, log),
    );
    return expected(sharesOf(logs), indicator);
  };
}

const steps = 128;

/**
 * The strength of an item at which P(c) crosses ½, the nearest to its own. P(c) is monotone in the strength of an item that counts
 * alone; within a group it need not be, so that the whole scale is looked through.
 */
export function crossingStrength(matter: Matter, indicator: Indicator, item: string): number | undefined {
  const own = matter.statements.find(({ id }) => id === item);
  if (!own) return undefined;
  const chance = chanceByStrength(matter, indicator, item);
  const over = (rho: number) => chance(rho) - 0.5;
  const crossings: number[] = [];
  for (let k = 0; k < steps; k++) {
    let [low, high] = [k / steps, (k + 1) / steps];
    const [left, right] = [over(low), over(high)];
    if (left * right > 0 || left === right) continue;
    for (let halving = 0; halving < 50; halving++) {
      const middle = (low + high) / 2;
      if (over(middle) * left > 0) low = middle;
      else high = middle;
    }
    crossings.push(left === 0 ? k / steps : (low + high) / 2);
  }
  const at = middleOf(own.strength);
  return crossings.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
}
