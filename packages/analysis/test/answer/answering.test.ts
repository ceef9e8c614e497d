import {
  greatestFrom,
  leastByImprovements,
  leastByMoves,
  othersThan,
  stableByLevel,
  structureOf,
} from '@demarche/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflicts } from '../../../engine/test/random-conflict.ts';
import { answeringBy } from '../../src/answer/answering.ts';

test('what outsiders can do is the same looked for nearby and by the levels of all states', () => {
  fc.assert(
    fc.property(
      conflicts({ actors: { min: 2, max: 4 } }),
      fc.nat(15),
      fc.boolean(),
      (conflict, members, glad) => {
        const structure = structureOf(conflict.model);
        const { ranks } = conflict;
        for (let actor = 0; actor < structure.actors; actor++) {
          const own = ranks[actor]!;
          const outside = othersThan(structure, actor).filter((j) => !((members >>> j) & 1));
          for (const weight of [own, greatestFrom(structure, actor, own)]) {
            const least = glad
              ? leastByImprovements(structure, outside, ranks, weight)
              : leastByMoves(structure, outside, weight);
            structure.codes.forEach((_, to) => {
              for (const most of new Set(own)) {
                const near = answeringBy(structure, outside, glad ? ranks : undefined, weight, () => {
                  throw new Error('asked for all states at once');
                });
                expect(near.canLeave(to, most)).toBe(least[to]! <= most);
              }
            });
          }
        }
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test('stability by levels is what reading every move says', () => {
  fc.assert(
    fc.property(conflicts({ actors: { min: 1, max: 3 } }), (conflict) => {
      const structure = structureOf(conflict.model);
      const { ranks } = conflict;
      for (let actor = 0; actor < structure.actors; actor++) {
        const own = ranks[actor]!;
        const level = leastByMoves(structure, othersThan(structure, actor), own);
        const undeterred = greatestFrom(
          structure,
          actor,
          own.map((rank, state) => Math.min(rank, level[state]!)),
        );
        expect([...stableByLevel(structure, actor, own, level)]).toEqual(
          [...own].map((rank, state) => (undeterred[state]! <= rank ? 1 : 0)),
        );
      }
    }),
    { numRuns: 200, seed: 2 },
  );
});
