import fc from 'fast-check';
import type { GraphModel } from '../src/graph.ts';

/** A conflict in graph form with one rank array per actor. */
export type RandomGraph = { readonly model: GraphModel; readonly ranks: readonly Uint32Array[] };

const mostStates = 9;

/** Random graphs of up to four actors and nine states: from hardly an arc to nearly all of them, rarely transitive. */
export const graphs: fc.Arbitrary<RandomGraph> = fc
  .record({
    actors: fc.integer({ min: 1, max: 4 }),
    states: fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 4, arbitrary: fc.integer({ min: 4, max: mostStates }) },
    ),
    percent: fc.constantFrom(5, 15, 15, 25, 25, 40, 70),
    draws: fc.array(fc.nat(99), { minLength: 4 * mostStates ** 2, maxLength: 4 * mostStates ** 2 }),
    levels: fc.constantFrom(1, 2, 4, 100),
    orders: fc.array(fc.nat(99), { minLength: 4 * mostStates, maxLength: 4 * mostStates }),
  })
  .map(({ actors, states, percent, draws, levels, orders }) => {
    const all = [...Array(states).keys()];
    const moves = [...Array(actors).keys()].map((actor) =>
      all.flatMap((from) =>
        all
          .filter((to) => to !== from && draws[(actor * mostStates + from) * mostStates + to]! < percent)
          .map((to) => [from, to] as const),
      ),
    );
    const ranks = [...Array(actors).keys()].map((actor) =>
      Uint32Array.from(all, (state) => (orders[actor * mostStates + state]! % levels) + 1),
    );
    return { model: { actors, states, moves }, ranks };
  });

/** Whether every actor gets at once wherever it gets in two moves. */
export function isTransitive({ moves }: GraphModel): boolean {
  return moves.every((own) => {
    const has = new Set(own.map(([from, to]) => `${from} ${to}`));
    return own.every(([a, b]) => own.every(([c, d]) => b !== c || a === d || has.has(`${a} ${d}`)));
  });
}
