import { compact, concepts, flag, graphStructureOf, structureOf } from '@demarche/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflicts } from '../../../engine/test/random-conflict.ts';
import { graphs } from '../../../engine/test/random-graph.ts';
import { coalitionImprovements, coalitionReach } from '../../../engine/test/reference/coalition.ts';
import { coalitionalImprovements, signingReach } from '../../../engine/test/reference/coalition-steps.ts';
import { type Conflict, conflictOf, once } from '../../../engine/test/reference/conflict.ts';
import { graphConflict } from '../../../engine/test/reference/graph.ts';
import { runs } from '../../../engine/test/runs.ts';
import { coalitionsOf, everyCoalition, gamesOf, membersOf, type Outsiders } from '../../src/index.ts';

type Name = (typeof concepts)[number];

/** Stability of s for H straight from the definitions; states are codes. */
function stableByDefinition(
  conflict: Conflict,
  concept: Name,
  outsiders: Outsiders,
  members: readonly number[],
  s: number,
): boolean {
  const others = conflict.actors.filter((j) => !members.includes(j));
  const reach = (coalition: readonly number[], from: number) =>
    once(conflict, `signing ${coalition} ${from}`, () => signingReach(conflict, coalition, from));
  const better = (t: number) => members.every((j) => conflict.rank(j, t) > conflict.rank(j, s));
  const improvements = [...reach(members, s)].filter(better);
  if (concept === 'nash') return improvements.length === 0;
  const gladly = concept === 'seq' || concept === 'sseq';
  const answers = (s1: number) => {
    if (outsiders === 'alone')
      return gladly ? coalitionImprovements(conflict, others, s1) : coalitionReach(conflict, others, s1);
    return gladly
      ? once(conflict, `together ${others} ${s1}`, () => coalitionalImprovements(conflict, others, s1))
      : reach(others, s1);
  };
  return improvements.every((s1) =>
    [...answers(s1)].some((s2) => {
      if (better(s2)) return false;
      if (concept === 'gmr' || concept === 'seq') return true;
      return ![...reach(members, s2)].some(better);
    }),
  );
}

describe.each(['alone', 'together'] as const)('coalition stability, outsiders %s', (outsiders) => {
  test('equals the definition for every coalition, concept and state', () => {
    fc.assert(
      fc.property(conflicts({ actors: { min: 2, max: 4 } }), ({ model, ranks }) => {
        const structure = structureOf(model);
        const conflict = conflictOf(model, ranks);
        for (const concept of concepts) {
          const table = coalitionsOf(gamesOf(structure)(ranks, concept), outsiders);
          for (const coalition of everyCoalition(model.actors)) {
            const members = membersOf(coalition, model.actors);
            expect([...table.stable(coalition)]).toEqual(
              [...structure.codes].map((code) =>
                Number(stableByDefinition(conflict, concept, outsiders, members, code)),
              ),
            );
          }
        }
      }),
      outsiders === 'alone' ? runs(8, 11) : runs(4, 13),
    );
  });

  test('equals the definition in graph form, where moves need not be transitive', () => {
    fc.assert(
      fc.property(graphs, ({ model, ranks }) => {
        const structure = graphStructureOf(model);
        const conflict = graphConflict([...structure.codes], model.moves, ranks);
        for (const concept of concepts) {
          const table = coalitionsOf(gamesOf(structure)(ranks, concept), outsiders);
          for (const coalition of everyCoalition(model.actors)) {
            const members = membersOf(coalition, model.actors);
            expect([...table.stable(coalition)], `${concept} ${members}`).toEqual(
              conflict.states.map((code) =>
                Number(stableByDefinition(conflict, concept, outsiders, members, code)),
              ),
            );
          }
        }
      }),
      runs(20, 16),
    );
  });
});

test('with members moving alone only where no joint option is theirs, as published', () => {
  fc.assert(
    fc.property(conflicts({ actors: { min: 2, max: 4 }, plain: true }), ({ model, ranks }) => {
      const conflict = conflictOf(model, ranks);
      for (const coalition of everyCoalition(model.actors)) {
        const members = membersOf(coalition, model.actors);
        for (const s of conflict.states) {
          const published = new Set(coalitionReach(conflict, members, s)).add(s);
          expect(new Set(signingReach(conflict, members, s)).add(s)).toEqual(published);
        }
      }
    }),
    runs(5, 14),
  );
});

test('stability of one actor is what the solver says', () => {
  fc.assert(
    fc.property(conflicts(), ({ model, ranks }) => {
      const structure = structureOf(model);
      for (let actor = 0; actor < model.actors; actor++) {
        const flags = compact.stability(structure, ranks, actor, concepts);
        for (const concept of concepts) {
          const table = coalitionsOf(gamesOf(structure)(ranks, concept));
          expect([...table.stable(1 << actor)]).toEqual(
            [...flags].map((bits) => Number((bits & flag[concept]) !== 0)),
          );
        }
      }
    }),
    runs(40, 12),
  );
});

test('the two readings of how outsiders answer differ in part of all conflicts, one way round', () => {
  const share = (actors: number) => {
    let differing = 0;
    let all = 0;
    fc.assert(
      fc.property(
        conflicts({ actors: { min: actors, max: actors }, options: { max: 5 }, strict: true }),
        ({ model, ranks }) => {
          const structure = structureOf(model);
          const differs = (['seq', 'sseq'] as const).some((concept) => {
            const game = gamesOf(structure)(ranks, concept);
            const [alone, together] = [coalitionsOf(game), coalitionsOf(game, 'together')];
            return everyCoalition(actors).some((one) => {
              const [a, b] = [alone.stable(one), together.stable(one)];
              // What some actor can answer, some coalition can: whatever alone deters, together does.
              expect(a.every((flagged, s) => !flagged || b[s] === 1)).toBe(true);
              return a.some((flagged, s) => flagged !== b[s]);
            });
          });
          all++;
          if (differs) differing++;
        },
      ),
      runs(50, 15),
    );
    return differing / all;
  };
  expect(share(2)).toBe(0);
  const three = share(3);
  const four = share(4);
  expect(three).toBeGreaterThan(0);
  expect(four).toBeGreaterThan(three);
});
