import { describe, expect, test } from 'vitest';
import { type ByReading, weighActor, weigherOf } from '../../src/weigh/index.ts';
import { logChoice } from '../../src/weigh/move.ts';
import { posteriorPoint } from '../../src/weigh/posterior.ts';
import { exactly } from '../../src/weigh/range.ts';
import { chanceOf } from '../../src/weigh/statement.ts';
import { caseFrom, fourStatements, oracleText, threeReadings } from './fixture.ts';

const near = (found: ByReading<number> | readonly number[], expected: readonly number[]) =>
  Object.values(found).forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at]!, 6);
  });

const points = (posterior: ByReading<{ readonly point: number }>) =>
  Object.fromEntries(Object.entries(posterior).map(([id, { point }]) => [id, point]));

describe('the first oracle of the formulas', () => {
  const strength = exactly(0.5);
  const likelihood = [exactly(0.8), exactly(0.2)];
  const scores = [
    [1, 0.5, 0],
    [0, 0.5, 1],
  ];
  const move = { id: 'm', chosen: 0, scores };

  test('a statement', () => {
    expect(chanceOf(0.5, 0.8)).toBeCloseTo(0.65, 12);
    expect(chanceOf(0.5, 0.2)).toBeCloseTo(0.35, 12);
  });

  test.each([0, 0.3, 1])('a third reading with likelihood %s leaves the ratio as it is', (third) => {
    const statements = [{ id: 'e', group: 'e', strength, likelihood: [...likelihood, exactly(third)] }];
    const found = posteriorPoint({
      ids: ['a', 'b', 'c'],
      prior: [0.4, 0.4, 0.2],
      statements,
      moves: [],
      precision: [2],
    });
    expect(found[0]! / found[1]!).toBeCloseTo(1.857143, 6);
  });

  test('a move', () => {
    const [one, two] = scores.map((own) => Math.exp(logChoice(own, 0, 2)));
    expect(one).toBeCloseTo(0.665241, 6);
    expect(two).toBeCloseTo(0.090031, 6);
    expect(one! / two!).toBeCloseTo(7.389056, 6);
  });

  test('both', () => {
    const statements = [{ id: 'e', group: 'e', strength, likelihood }];
    const found = posteriorPoint({
      ids: ['a', 'b'],
      prior: [0.5, 0.5],
      statements,
      moves: [move],
      precision: [2],
    });
    expect(found[0]! / found[1]!).toBeCloseTo(13.722533, 6);
    expect(found[0]).toBeCloseTo(0.932077, 6);
  });
});

describe('the second oracle of the formulas', () => {
  const weighed = weighActor(threeReadings(), 0);

  test('chances of the statements and of the move', () => {
    const chances = weighed.statements.map(({ chance }) => Object.values(chance).map(({ point }) => point));
    const expected = [
      [0.7, 0.7, 0.65],
      [0.18, 0.42, 0.82],
      [0.38, 0.68, 0.5],
      [0.32, 0.56, 0.62],
    ];
    chances.forEach((row, e) => {
      row.forEach((value, h) => {
        expect(value).toBeCloseTo(expected[e]![h]!, 12);
      });
    });
    near(weighed.together.chance, [0.07314, 0.171804, 0.755056]);
    near(weighed.moves[0]!.chance, [0.07314, 0.171804, 0.755056]);
  });

  test('the posterior: words only, all, the move seen twice', () => {
    near(weighed.wordsOnly, [0.05238, 0.382744, 0.564876]);
    near(points(weighed.posterior), [0.007722, 0.132547, 0.85973]);
    const { posterior } = weighActor(threeReadings('', 2), 0);
    near(points(posterior), [0.016406, 0.064118, 0.919476]);
  });

  test('contributions in bans', () => {
    near(weighed.statements[1]!.bans, [-0.537119, -0.075721, 0.436693]);
    near(weighed.moves[0]!.bans, [-0.801829, -0.382071, 0.789943]);
    expect(weighed.statements[1]!.diagnosticity).toBeCloseTo(0.973812, 6);
  });

  test('ranges of one statement', () => {
    const ranges = fourStatements(['0.05..0.20', '[0.20, 0.45]', '0.80..0.95']);
    const { posterior } = weighActor(threeReadings(ranges), 0);
    const ends = Object.values(posterior);
    near(
      ends.map(({ low }) => low),
      [0.005705, 0.082476, 0.832301],
    );
    near(
      ends.map(({ high }) => high),
      [0.012835, 0.156598, 0.911027],
    );
  });

  test('the posterior of λ', () => {
    near(weighed.precision.posterior, [0.208342, 0.238945, 0.269791, 0.282922]);
    expect(weighed.precision.unexplained).toBe(false);
  });

  test('without each item', () => {
    const { items, posterior } = weigherOf(threeReadings(), 0);
    expect(items).toEqual(['e1', 'e2', 'e3', 'e4', 'move-1']);
    const chance = (without?: readonly string[]) => {
      const found = posterior(without);
      return found.peace!.point + found.gain!.point;
    };
    expect(chance()).toBeCloseTo(0.14027, 6);
    const expected = [0.131569, 0.254802, 0.111255, 0.158316, 0.435124];
    items.forEach((item, at) => {
      expect(chance([item])).toBeCloseTo(expected[at]!, 6);
    });
    expect(weighed.removals.map(({ item }) => item)).toEqual(items);
  });
});

describe('the small oracle', () => {
  const { weigh } = JSON.parse(oracleText('small.json')) as { weigh: Record<string, Record<string, number>> };

  test.each([
    ['grid 1 2 4 8', 'weighing: { precision: [1, 2, 4, 8] }'],
    ['grid 0 .5 1 2 4 8 16', ''],
  ])('Russia under the %s', (name, weighing) => {
    const found = caseFrom(`${oracleText('small.yaml')}\n${weighing}\n`);
    const { posterior, readings } = weighActor(found, 0);
    expect(readings).toEqual(Object.keys(weigh[name]!));
    near(points(posterior), Object.values(weigh[name]!));
  });
});
