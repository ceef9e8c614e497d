import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  closedUnder,
  greatestFrom,
  leastByImprovements,
  leastByMoves,
  leastIn,
  structureOf,
} from '../src/index.ts';
import { conflicts } from './random-conflict.ts';
import { deep } from './runs.ts';

test('a closure worked out once says of every weight what a flood says', () => {
  fc.assert(
    fc.property(conflicts({ actors: { min: 1, max: 4 } }), fc.nat(15), ({ model, ranks }, members) => {
      const structure = structureOf(model);
      const movers = ranks.map((_, j) => j).filter((j) => (members >>> j) & 1);
      const byMoves = closedUnder(structure, movers);
      const byImprovements = closedUnder(structure, movers, ranks);
      ranks.forEach((own, actor) => {
        for (const weight of [own, greatestFrom(structure, actor, own)]) {
          expect(leastIn(byMoves, weight)).toEqual(leastByMoves(structure, movers, weight));
          expect(leastIn(byImprovements, weight)).toEqual(
            leastByImprovements(structure, movers, ranks, weight),
          );
        }
      });
    }),
    { numRuns: deep ? 20_000 : 600, seed: 1 },
  );
});
