import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../case/test/random.ts';
import { runs } from '../../../engine/test/runs.ts';
import { type Conclusion, weighConclusion } from '../../src/weigh/index.ts';
import { chanceByStrength, crossingStrength, leverageOf } from '../../src/weigh/leverage.ts';
import { lookedFor } from '../../src/weigh/look-for.ts';
import { type Matter, posteriorPoint } from '../../src/weigh/posterior.ts';
import { exactly } from '../../src/weigh/range.ts';
import { carryingReading, tippingPriors } from '../../src/weigh/tipping.ts';
import { fourStatements, threeReadings } from './fixture.ts';
import { randomMatter } from './random-matter.ts';
import { atMiddles, posteriorBy } from './reference.ts';

const seeds = fc.nat(2 ** 24);

const chance = (matter: Matter, holds: readonly number[]) =>
  posteriorBy(matter, atMiddles(matter)).reduce((sum, p, h) => sum + p * holds[h]!, 0);

const holdsFor = (seed: number, { ids }: Matter): number[] => {
  const random = randomFrom(seed + 3);
  return ids.map(() => (random.chance(0.7) ? random.below(2) : random.next()));
};

describe('conclusions on the second oracle', () => {
  const found = threeReadings();
  const twoOfThree = weighConclusion(found, 0, { peace: 1, gain: 1, subdue: 0 });
  const peaceOnly = weighConclusion(found, 0, { peace: 1, gain: 0, subdue: 0 });
  const tip = ({ tipping }: Conclusion, id: string) => tipping.find(({ reading }) => reading === id)!;

  test('the chance, and that the carrying item is the move, then e2', () => {
    expect(twoOfThree.chance.point).toBeCloseTo(0.14027, 6);
    expect(twoOfThree.leverage.map(({ item }) => item)).toEqual(['move-1', 'e2', 'e3', 'e4', 'e1']);
    expect(twoOfThree.leverage[0]!.without.point).toBeCloseTo(0.435124, 6);
    expect(twoOfThree.robust).toBe(false);
    expect(twoOfThree.carrying?.reading).toBe('subdue');
  });

  test('the tipping prior of peace', () => {
    expect(tip(peaceOnly, 'peace').to).toBeCloseTo(0.984674, 6);
    expect(1 / (1 + tip(peaceOnly, 'peace').ratio!)).toBeCloseTo(0.984674, 6);
    expect(tip(peaceOnly, 'gain').to).toBeUndefined();
  });

  test('robust where all readings that count agree', () => {
    expect(peaceOnly.robust).toBe(true);
    expect(weighConclusion(found, 0, { peace: 0, gain: 1, subdue: 1 }).robust).toBe(true);
    const ranges = fourStatements(['0.05..0.20', '[0.20, 0.45]', '0.80..0.95']);
    expect(weighConclusion(threeReadings(ranges), 0, { peace: 1, gain: 0, subdue: 0 }).robust).toBe(false);
  });

  test('a share is asked for under every reading', () => {
    expect(() => weighConclusion(found, 0, { peace: 1 })).toThrow('no share of profiles for gain');
  });

  test('under `other` a conclusion is open', () => {
    const open = weighConclusion(threeReadings(fourStatements(), 1, ', other: { north: 0.1 }'), 0, {
      peace: 1,
      gain: 1,
      subdue: 1,
    });
    expect(open.chance.unexplained).toBeGreaterThan(0);
    expect(open.chance.high).toBeCloseTo(1, 12);
    expect(open.chance.low).toBeCloseTo(1 - open.chance.unexplained, 12);
    expect(open.robust).toBe(true);
    expect(Object.keys(open.holds)).toEqual(['peace', 'gain', 'subdue']);
  });
});

describe('against the definitions', () => {
  test('at the tipping prior, the others in proportion, P(c) is one half; where there is none it never is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed);
        const holds = holdsFor(seed, matter);
        tippingPriors(matter, holds, matter.ids.length).forEach(({ from, to }, h) => {
          expect(from).toBe(matter.prior[h]);
          const at = (x: number) => {
            const prior = matter.prior.map((p, k) => (k === h ? x : ((1 - x) * p) / (1 - from)));
            return chance({ ...matter, prior }, holds);
          };
          if (to !== undefined) expect(at(to)).toBeCloseTo(0.5, 9);
          else expect((at(0.001) - 0.5) * (at(0.999) - 0.5)).toBeGreaterThanOrEqual(-1e-3);
        });
      }),
      runs(200, 21),
    );
  });

  test('the carrying reading', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed);
        const holds = holdsFor(seed, matter);
        const posterior = posteriorPoint(matter);
        const effects = posterior.map((p, h) => {
          const others = posterior.map((_, k) => k).filter((k) => k !== h);
          const rest = others.reduce((sum, k) => sum + posterior[k]!, 0);
          const without = others.reduce((sum, k) => sum + posterior[k]! * holds[k]!, 0) / rest;
          return p * Math.abs(holds[h]! - without);
        });
        const found = carryingReading(matter, holds, matter.ids.length);
        expect(found?.effect ?? 0).toBeCloseTo(Math.max(...effects), 10);
        if (found) expect(effects[matter.ids.indexOf(found.reading)]).toBeCloseTo(found.effect, 10);
      }),
      runs(200, 22),
    );
  });

  test('leverage is the chance computed without the item, greatest first', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { grouped: 0.5 });
        const holds = holdsFor(seed, matter);
        const before = chance(matter, holds);
        const found = leverageOf(matter, holds);
        expect(found.length).toBe(matter.statements.length + matter.moves.length);
        for (const { item, without, change } of found) {
          const left = {
            ...matter,
            statements: matter.statements.filter(({ id }) => id !== item),
            moves: matter.moves.filter(({ id }) => id !== item),
          };
          expect(without.point).toBeCloseTo(chance(left, holds), 10);
          expect(change).toBeCloseTo(chance(left, holds) - before, 10);
        }
        const sizes = found.map(({ change }) => Math.abs(change));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }),
      runs(100, 23),
    );
  });

  test('the strength at which P(c) crosses one half', () => {
    let crossed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { grouped: 0.3 });
        const holds = holdsFor(seed, matter);
        for (const { id } of matter.statements) {
          const by = chanceByStrength(matter, holds, id);
          const at = (rho: number) =>
            chance(
              {
                ...matter,
                statements: matter.statements.map((one) =>
                  one.id === id ? { ...one, strength: exactly(rho) } : one,
                ),
              },
              holds,
            );
          for (const rho of [0, 0.37, 1]) expect(by(rho)).toBeCloseTo(at(rho), 10);
          const crossing = crossingStrength(matter, holds, id);
          if (crossing !== undefined) {
            crossed++;
            expect(at(crossing)).toBeCloseTo(0.5, 8);
          } else expect((at(0) - 0.5) * (at(1) - 0.5)).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
      runs(100, 24),
    );
    expect(crossed).toBeGreaterThan(10);
  });

  test('at strength zero an even prior gives one half, and that is no crossing', () => {
    const statements = [
      { id: 'e', group: 'e', strength: exactly(0.6), likelihood: [exactly(0.9), exactly(0.1)] },
    ];
    const matter = { ids: ['a', 'b'], prior: [0.5, 0.5], statements, moves: [], precision: [1] };
    expect(crossingStrength(matter, [1, 0], 'e')).toBeUndefined();
  });

  test('what to look for: the expected change of P(c), which is expected not to change', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const matter = randomMatter(seed, { unknown: 0.5 });
        const holds = holdsFor(seed, matter);
        const { statements } = randomMatter(seed + 1, {
          hypotheses: matter.ids.length,
          ranges: 0.5,
          unknown: 0.5,
        });
        const before = chance(matter, holds);
        const found = lookedFor(
          matter,
          holds,
          statements.map((one) => ({ ...one, label: one.id })),
        );
        for (const { id, seen, unseen, value } of found) {
          const item = statements.find((one) => one.id === id)!;
          const against = {
            ...item,
            likelihood: item.likelihood.map(({ low, high }) => ({ low: 1 - high, high: 1 - low })),
          };
          const after = [item, against].map((one) =>
            chance({ ...matter, statements: [...matter.statements, { ...one, group: 'new' }] }, holds),
          );
          expect(seen.chance).toBeCloseTo(after[0]!, 10);
          expect(unseen.chance).toBeCloseTo(after[1]!, 10);
          expect(seen.probability + unseen.probability).toBeCloseTo(1, 12);
          expect(seen.probability * after[0]! + unseen.probability * after[1]!).toBeCloseTo(before, 10);
          const expected =
            seen.probability * Math.abs(after[0]! - before) +
            unseen.probability * Math.abs(after[1]! - before);
          expect(value).toBeCloseTo(expected, 10);
        }
        const values = found.map(({ value }) => value);
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
      runs(100, 25),
    );
  });
});
