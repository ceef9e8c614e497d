import { describe, expect, test } from 'vitest';
import { type Random, randomFrom } from '../../../case/test/random.ts';
import { deep } from '../../../engine/test/runs.ts';
import { boundOf } from '../../src/hinge/bounds.ts';
import { chancesIn } from '../../src/hinge/chances.ts';
import { verticesOf } from '../../src/hinge/vertices.ts';
import type { AnswerGrid, Verdict, Weighing } from '../../src/index.ts';
import { greatestOdds, type Matter, posteriorOf } from '../../src/weigh/posterior.ts';
import { byId } from '../../src/weigh/range.ts';
import type { Range } from '../../src/weigh/result.ts';
import { randomMatter } from '../weigh/random-matter.ts';
import { atMiddles, posteriorBy } from '../weigh/reference.ts';
import { verticesByForce } from './vertices-by-force.ts';

const runs = deep ? 3_000 : 150;
const verdicts: readonly Verdict[] = ['yes', 'no', 'depends'];

/** The last hypothesis becomes `other`: nothing tells it from its alternatives. */
function withOther(matter: Matter): Matter {
  const last = matter.ids.length - 1;
  const half: Range = { low: 0.5, high: 0.5 };
  return {
    ...matter,
    ids: matter.ids.with(last, 'other'),
    statements: matter.statements.map((one) => ({ ...one, likelihood: one.likelihood.with(last, half) })),
    moves: matter.moves.map((one) => ({
      ...one,
      scores: one.scores.with(
        last,
        one.scores[last]!.map(() => 0),
      ),
    })),
  };
}

function weighingOf(matter: Matter, actor: string): Weighing {
  const posterior = posteriorOf(matter);
  return {
    odds: greatestOdds(matter),
    standing: {
      actor,
      weighed: true,
      priorStated: true,
      items: [],
      prior: byId(matter.ids, (h) => matter.prior[h]!),
      posterior: byId(matter.ids, (h) => posterior[h]!),
    },
  };
}

/** Up to three actors with up to four hypotheses each, and random answers over their readings. */
function posed(seed: number) {
  const random = randomFrom(seed);
  const matters = Array.from({ length: 1 + random.below(3) }, (_, a) => {
    const matter = randomMatter(10 * seed + a, {
      hypotheses: 2 + random.below(3),
      ranges: random.next(),
      unknown: random.chance(0.5) ? 0.5 : 0,
    });
    return matter.ids.length > 2 && random.chance(0.4) ? withOther(matter) : matter;
  });
  const factors = matters.map(({ ids }, a) => ({
    name: `reading of a${a}`,
    actor: `a${a}`,
    values: ids.filter((id) => id !== 'other'),
  }));
  const size = factors.reduce((product, { values }) => product * values.length, 1);
  const answers = Array.from({ length: size }, () => random.pick(verdicts));
  const grid: AnswerGrid = { question: 'q', concept: 'seq', factors, answers };
  return { random, matters, grid, weighings: matters.map((one, a) => weighingOf(one, `a${a}`)) };
}

/** P(answer) by plain sums, what `other` brings about as given. */
function chanceBy(
  grid: AnswerGrid,
  posteriors: readonly Readonly<Record<string, number>>[],
  answer: Verdict,
  unexplained: () => number,
): number {
  const walk = (axis: number, at: number, lost: boolean): number => {
    if (axis === posteriors.length) return lost ? unexplained() : grid.answers[at] === answer ? 1 : 0;
    const { values } = grid.factors[axis]!;
    return Object.entries(posteriors[axis]!).reduce((sum, [id, p]) => {
      const value = values.indexOf(id);
      return sum + p * walk(axis + 1, at * values.length + Math.max(value, 0), lost || value === -1);
    }, 0);
  };
  return walk(0, 0, false);
}

const within = (random: Random, { low, high }: Range) => low + (high - low) * random.next();

/** Numbers drawn from all ranges, often from their ends. */
function drawn(random: Random, matter: Matter): Readonly<Record<string, number>> {
  const pick = (range: Range) =>
    random.chance(0.5) ? within(random, range) : random.chance(0.5) ? range.low : range.high;
  const posterior = posteriorBy(matter, {
    rho: matter.statements.map(({ strength }) => pick(strength)),
    likelihood: matter.statements.map(({ likelihood }) => likelihood.map(pick)),
  });
  return byId(matter.ids, (h) => posterior[h]!);
}

describe(`the range of an answer's probability, in ${runs} random conflicts`, () => {
  test('the vertices of an actor are those of the definition', () => {
    let many = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const odds = greatestOdds(
        randomMatter(seed, { hypotheses: 2 + (seed % 3), ranges: 0.7, unknown: seed % 2 }),
      );
      const found = verticesOf(odds)!;
      const expected = verticesByForce(odds);
      many += expected.length;
      expect({ seed, vertices: found.length }).toEqual({ seed, vertices: expected.length });
      for (const vertex of found)
        expect(
          expected.some((one) => one.every((p, h) => Math.abs(p - vertex[h]!) < 1e-7)),
          `${seed}: ${vertex}`,
        ).toBe(true);
    }
    expect(many).toBeGreaterThan(3 * runs);
  });

  test('where nothing limits the odds, the vertices are the readings themselves', () => {
    const odds = [0, 1, 2].map((h) => [0, 1, 2].map((k) => (h === k ? 1 : Number.POSITIVE_INFINITY)));
    expect(verticesOf(odds)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  test('both ends are attained at joint vertices, and no joint vertex lies beyond', () => {
    let wide = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const { grid, weighings } = posed(seed);
      const bodies = weighings.map(({ odds, standing }) =>
        verticesByForce(odds).map((vertex) => byId(Object.keys(standing.posterior), (h) => vertex[h]!)),
      );
      let joint: (readonly Readonly<Record<string, number>>[])[] = [[]];
      for (const body of bodies) joint = joint.flatMap((known) => body.map((one) => [...known, one]));
      const { answers, exact } = chancesIn(grid, weighings);
      expect(exact).toBe(true);
      for (const { answer, low, point, high } of answers) {
        const least = Math.min(...joint.map((one) => chanceBy(grid, one, answer, () => 0)));
        const greatest = Math.max(...joint.map((one) => chanceBy(grid, one, answer, () => 1)));
        expect([seed, low], answer).toEqual([seed, expect.closeTo(least, 9)]);
        expect([seed, high], answer).toEqual([seed, expect.closeTo(greatest, 9)]);
        expect(low <= point! && point! <= high).toBe(true);
        if (high - low > 0.05) wide++;
      }
    }
    expect(wide).toBeGreaterThan(runs / 2);
  });

  test('no numbers drawn from the stated ranges lead out of it', () => {
    for (let seed = 1; seed <= runs; seed++) {
      const { random, grid, matters, weighings } = posed(seed);
      const { answers } = chancesIn(grid, weighings);
      for (let draw = 0; draw < 40; draw++) {
        const posteriors = matters.map((one) => drawn(random, one));
        for (const { answer, low, high } of answers) {
          const chance = chanceBy(grid, posteriors, answer, () => random.next());
          expect(chance, `${seed} ${answer}`).toBeGreaterThan(low - 1e-12);
          expect(chance, `${seed} ${answer}`).toBeLessThan(high + 1e-12);
        }
      }
    }
  });

  test('the point is the probability at the middles, given that one of the readings is true', () => {
    for (let seed = 1; seed <= runs; seed++) {
      const { grid, matters, weighings } = posed(seed);
      const posteriors = matters.map((matter) => {
        const posterior = posteriorBy(matter, atMiddles(matter));
        const named = posterior.reduce((sum, p, h) => (matter.ids[h] === 'other' ? sum : sum + p), 0);
        return byId(matter.ids, (h) => (matter.ids[h] === 'other' ? 0 : posterior[h]! / named));
      });
      const { answers } = chancesIn(grid, weighings);
      for (const { answer, point } of answers)
        expect(point, `${seed} ${answer}`).toBeCloseTo(
          chanceBy(grid, posteriors, answer, () => 0),
          12,
        );
      expect(answers.reduce((sum, { point }) => sum + point!, 0)).toBeCloseTo(1, 12);
    }
  });

  test('the answer that one reading of one actor carries has exactly the range of that reading', () => {
    for (let seed = 1; seed <= runs; seed++) {
      const matter = randomMatter(seed, { ranges: 0.8, unknown: 0.5 });
      const weighing = weighingOf(matter, 'a0');
      const answers = matter.ids.map((_, h): Verdict => (h === 0 ? 'yes' : 'no'));
      const factors = [{ name: 'reading of a0', actor: 'a0', values: matter.ids }];
      const said = chancesIn({ question: 'q', concept: 'seq', factors, answers }, [weighing]);
      const { low, high } = weighing.standing.posterior.h0!;
      const yes = said.answers.find(({ answer }) => answer === 'yes')!;
      expect([yes.low, yes.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
    }
  });

  test('too many joint vertices: the bound is certain, wider at most, and says that it is not exact', () => {
    const random = randomFrom(7);
    const matters = Array.from({ length: 5 }, (_, a) =>
      randomMatter(100 + a, { hypotheses: 5, ranges: 1, unknown: 1, statements: 3 }),
    );
    const bodies = matters.map((matter) => {
      const odds = greatestOdds(matter);
      return { odds, vertices: verticesOf(odds) };
    });
    const values = Array.from({ length: 5 ** 5 }, () => random.below(2));
    const unlisted = bodies.map(({ odds }) => ({ odds, vertices: undefined }));
    const bounds = [bodies, unlisted].map((each) => ({
      low: boundOf(values, each, 'least'),
      high: boundOf(values, each, 'greatest'),
    }));
    for (const { low, high } of bounds) expect([low.exact, high.exact]).toEqual([false, false]);
    for (let draw = 0; draw < 20; draw++) {
      const posteriors = matters.map((one) => Object.values(drawn(random, one)));
      const chance = values.reduce((sum, value, at) => {
        let weight = value;
        for (let axis = 4, rest = at; axis >= 0; axis--, rest = Math.floor(rest / 5))
          weight *= posteriors[axis]![rest % 5]!;
        return sum + weight;
      }, 0);
      for (const { low, high } of bounds) {
        expect(chance).toBeGreaterThan(low.value);
        expect(chance).toBeLessThan(high.value);
      }
    }
    for (const { low, high } of bounds) expect([low.value > 0, high.value < 1]).toEqual([true, true]);
  });
});
