import { expect, test } from 'vitest';
import { moveGraphOf, nonMyopic, stabilityOf, structureOf } from '../../src/index.ts';
import { ordinalGames, twoByTwo } from './ordinal-games.ts';

const structure = structureOf(twoByTwo);

test('there are 78 strictly ordinal 2×2 games', () => expect(ordinalGames).toHaveLength(78));

test('in 17 of them what actors anticipate never settles', () => {
  const periods = ordinalGames.map((ranks) => nonMyopic(moveGraphOf(structure), ranks).period);
  expect(periods.filter((period) => period > 1)).toHaveLength(17);
});

test('where it settles, nm is what every long horizon says', () => {
  for (const ranks of ordinalGames) {
    const { stable, period } = nonMyopic(moveGraphOf(structure), ranks);
    if (period > 1) continue;
    for (const h of [40, 41]) expect(stabilityOf(structure, ranks, `lim${h}`).stable).toEqual(stable);
  }
});

test('where it cycles, nm is what every horizon of a cycle agrees on', () => {
  for (const ranks of ordinalGames) {
    const { stable, period } = nonMyopic(moveGraphOf(structure), ranks);
    const phases = Array.from(
      { length: period },
      (_, k) => stabilityOf(structure, ranks, `lim${40 + k}`).stable,
    );
    for (const [i, flags] of stable.entries())
      expect([...flags]).toEqual([...flags].map((_, s) => (phases.every((one) => one[i]![s]) ? 1 : 0)));
  }
});
