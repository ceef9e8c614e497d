import type { Matter } from '../../src/weigh/posterior.ts';

/** The formulas as they stand on the page, by plain products and sums. */

const middle = ({ low, high }: { readonly low: number; readonly high: number }) => (low + high) / 2;

/** Numbers in the place of ranges: ρ by item, L by item and hypothesis. */
export type Chosen = { readonly rho: readonly number[]; readonly likelihood: readonly (readonly number[])[] };

export const atMiddles = ({ statements }: Matter): Chosen => ({
  rho: statements.map(({ strength }) => middle(strength)),
  likelihood: statements.map(({ likelihood }) => likelihood.map(middle)),
});

export function weightsBy({ ids, prior, statements, moves, precision }: Matter, chosen: Chosen): number[] {
  return ids.map((_, h) => {
    const groups = new Map<string, number[]>();
    statements.forEach(({ group }, e) => {
      const rho = chosen.rho[e]!;
      const chance = rho * chosen.likelihood[e]![h]! + (1 - rho) * 0.5;
      groups.set(group, [...(groups.get(group) ?? []), chance]);
    });
    let weight = prior[h]!;
    for (const chances of groups.values())
      weight *= chances.reduce((product, one) => product * one, 1) ** (1 / chances.length);
    let mixed = 0;
    for (const lambda of precision) {
      let product = 1;
      for (const { scores, chosen: at } of moves) {
        const own = scores[h]!;
        product *= Math.exp(lambda * own[at]!) / own.reduce((sum, u) => sum + Math.exp(lambda * u), 0);
      }
      mixed += product / precision.length;
    }
    return weight * mixed;
  });
}

export function posteriorBy(matter: Matter, chosen: Chosen): number[] {
  const weights = weightsBy(matter, chosen);
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => one / total);
}

/** Every corner of the box of ranges: each ρ once per item, each L per item and hypothesis. */
export function* corners({ statements }: Matter): Generator<Chosen> {
  const ranges = statements.flatMap(({ strength, likelihood }) => [strength, ...likelihood]);
  const width = statements.map(({ likelihood }) => 1 + likelihood.length);
  const free = ranges.flatMap(({ low, high }, at) => (low < high ? [at] : []));
  for (let mask = 0; mask < 2 ** free.length; mask++) {
    const values = ranges.map(({ low }) => low);
    free.forEach((at, bit) => {
      if ((mask >> bit) & 1) values[at] = ranges[at]!.high;
    });
    let start = 0;
    const rows = width.map((size) => {
      start += size;
      return values.slice(start - size, start);
    });
    yield { rho: rows.map((row) => row[0]!), likelihood: rows.map((row) => row.slice(1)) };
  }
}
