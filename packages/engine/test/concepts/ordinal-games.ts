import type { Model } from '../../src/model.ts';
import type { Ranks } from '../../src/solver.ts';

/** Two actors with one free option each: the four states of a 2×2 game. */
export const twoByTwo: Model = {
  actors: 2,
  options: [
    { owners: [0], mode: 'single', direction: 'both' },
    { owners: [1], mode: 'single', direction: 'both' },
  ],
  impossible: [],
};

const orders = (left: readonly number[]): readonly (readonly number[])[] =>
  left.length === 0
    ? [[]]
    : left.flatMap((first) => orders(left.filter((one) => one !== first)).map((rest) => [first, ...rest]));

/** A game under other names of its rows, its columns and its players. */
function namings(game: readonly (readonly number[])[]): readonly string[] {
  const states = [0, 1, 2, 3];
  return [0, 1, 2, 3].flatMap((flip) => {
    const flipped = game.map((rank) => states.map((s) => rank[s ^ flip]!));
    const turned = [...flipped].reverse().map((rank) => states.map((s) => rank[((s & 1) << 1) | (s >> 1)]!));
    return [flipped, turned].map((one) => JSON.stringify(one));
  });
}

/** The 78 strictly ordinal 2×2 games (Rapoport & Guyer 1966), one of each up to names. */
export const ordinalGames: readonly Ranks[] = (() => {
  const found = new Map<string, Ranks>();
  for (const row of orders([1, 2, 3, 4]))
    for (const column of orders([1, 2, 3, 4])) {
      const name = [...namings([row, column])].sort()[0]!;
      if (!found.has(name)) found.set(name, [Uint32Array.from(row), Uint32Array.from(column)]);
    }
  return [...found.values()];
})();
