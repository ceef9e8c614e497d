import { chanceOfConclusion, expected, type Indicator } from './chance.ts';
import type { Leverage } from './conclusion-result.ts';
import { logLikelihoods, type Matter, posteriorPoint, withoutItems } from './posterior.ts';
import { middleOf, sharesOf } from './range.ts';
import { chanceOf } from './statement.ts';

/** A group of several statements, which may have no leverage one by one. */
export type Members = { readonly id: string; readonly members: readonly string[] };

/** What P(c) would be without each item and each group, greatest change first, in the order given where equal. */
export function leverageOf(
  matter: Matter,
  indicator: Indicator,
  groups: readonly Members[] = [],
): Leverage[] {
  const chance = expected(posteriorPoint(matter), indicator);
  const without = (items: readonly string[]) => {
    const left = chanceOfConclusion(withoutItems(matter, items), indicator);
    return { without: left, change: left.point - chance };
  };
  const items = [...new Set([...matter.statements, ...matter.moves].map(({ id }) => id))];
  const alone = items.map((item): Leverage => {
    const crossing = crossingStrength(matter, indicator, item);
    return { item, ...without([item]), ...(crossing === undefined ? {} : { crossing }) };
  });
  const together = groups
    .filter(({ members }) => members.length > 1)
    .map(({ id, members }): Leverage => ({ item: id, members, ...without(members) }));
  return [...alone, ...together].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
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
  const side = (rho: number) => {
    const over = chance(rho) - 0.5;
    // At strength 0 an even prior gives ½ but for rounding: that is no crossing.
    return Math.abs(over) < 1e-12 ? 0 : Math.sign(over);
  };
  const crossings: number[] = [];
  let last: { readonly rho: number; readonly side: number } | undefined;
  for (let k = 0; k <= steps; k++) {
    const here = { rho: k / steps, side: side(k / steps) };
    if (here.side === 0) continue;
    if (last && last.side !== here.side) crossings.push(flip(side, last.rho, here.rho));
    last = here;
  }
  const at = middleOf(own.strength);
  return crossings.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
}

/** Where a side changes between two strengths on different sides, by halving. */
function flip(side: (rho: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const left = side(from);
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (side(middle) === left) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
