import { compact, concepts, flag, structureOf } from '@demarche/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflicts } from '../../../engine/test/random-conflict.ts';
import { coalitionImprovements, coalitionReach } from '../../../engine/test/reference/coalition.ts';
import { type Conflict, conflictOf } from '../../../engine/test/reference/conflict.ts';
import { runs } from '../../../engine/test/runs.ts';
import { everyCoalition, gamesOf, isCoalitionStable, membersOf } from '../../src/index.ts';

type Name = (typeof concepts)[number];

/** Stability of s for H straight from the definition; states are codes. */
function stableByDefinition(
  conflict: Conflict,
  concept: Name,
  members: readonly number[],
  s: number,
): boolean {
  const others = Array.from({ length: conflict.model.actors }, (_, j) => j).filter(
    (j) => !members.includes(j),
  );
  const better = (t: number) => members.every((j) => conflict.rank(j, t) > conflict.rank(j, s));
  const improvements = [...coalitionReach(conflict, members, s)].filter(better);
  if (concept === 'nash') return improvements.length === 0;
  return improvements.every((s1) => {
    const answers =
      concept === 'gmr' || concept === 'smr'
        ? coalitionReach(conflict, others, s1)
        : coalitionImprovements(conflict, others, s1);
    return [...answers].some((s2) => {
      if (better(s2)) return false;
      if (concept === 'gmr' || concept === 'seq') return true;
      return ![...coalitionReach(conflict, members, s2)].some(better);
    });
  });
}

describe('coalition stability', () => {
  test('equals the definition for every coalition, concept and state', () => {
    fc.assert(
      fc.property(conflicts({ actors: { min: 2, max: 4 } }), ({ model, ranks }) => {
        const structure = structureOf(model);
        const conflict = conflictOf(model, ranks);
        for (const concept of concepts) {
          const game = gamesOf(structure)(ranks, concept);
          for (const coalition of everyCoalition(model.actors)) {
            const members = membersOf(coalition, model.actors);
            for (const [state, code] of structure.codes.entries())
              expect(isCoalitionStable(game, coalition, state)).toBe(
                stableByDefinition(conflict, concept, members, code),
              );
          }
        }
      }),
      runs(150, 11),
    );
  });

  test('of one actor is what the solver says', () => {
    fc.assert(
      fc.property(conflicts(), ({ model, ranks }) => {
        const structure = structureOf(model);
        for (let actor = 0; actor < model.actors; actor++) {
          const flags = compact.stability(structure, ranks, actor, concepts);
          for (const concept of concepts) {
            const game = gamesOf(structure)(ranks, concept);
            for (const state of structure.codes.keys())
              expect(isCoalitionStable(game, 1 << actor, state)).toBe((flags[state]! & flag[concept]) !== 0);
          }
        }
      }),
      runs(200, 12),
    );
  });
});
