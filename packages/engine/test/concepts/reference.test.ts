import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ConceptName,
  concepts,
  graphStructureOf,
  isDefinedOn,
  moveGraphOf,
  nonMyopic,
  type SanctionRule,
  stabilityOf,
  structureOf,
} from '../../src/index.ts';
import { conflicts } from '../random-conflict.ts';
import { graphs } from '../random-graph.ts';
import { type Conflict, conflictOf } from '../reference/conflict.ts';
import { graphConflict } from '../reference/graph.ts';
import { horizon, phases, stays } from '../reference/limited.ts';
import { type Played, playedOf } from '../reference/played.ts';
import { stableUnderRule } from '../reference/rules.ts';
import { fhStable, simStable } from '../reference/simultaneous.ts';
import { runs } from '../runs.ts';

const rules = ['once', 'single'] as const;

/** What the engine says of every actor and state, against what `says` makes of the definition. */
function expectSame(
  stable: readonly Uint8Array[],
  { actors, states }: { readonly actors: readonly number[]; readonly states: readonly number[] },
  says: (i: number, s: number) => boolean,
  what: string,
): void {
  for (const i of actors)
    expect(
      states.filter((_, at) => stable[i]![at]),
      `${what} for actor ${i}`,
    ).toEqual(states.filter((s) => says(i, s)));
}

const drawn = graphs.map(({ model, ranks }) => {
  const structure = graphStructureOf(model);
  const played = playedOf(graphConflict([...structure.codes], model.moves, ranks));
  return { structure, played, ranks };
});

const posed = conflicts().map(({ model, ranks }) => ({
  conflict: conflictOf(model, ranks),
  structure: structureOf(model),
  ranks,
}));

test.each(['sim', 'fh'] as const)('%s is what the definition says, in option form', (concept) => {
  const says: (conflict: Conflict, i: number, s: number) => boolean =
    concept === 'sim' ? simStable : fhStable;
  fc.assert(
    fc.property(posed, ({ conflict, structure, ranks }) => {
      const { stable } = stabilityOf(structure, ranks, concept);
      expectSame(stable, conflict, (i, s) => says(conflict, i, s), concept);
    }),
    runs(400, 61),
  );
});

test.each(rules)('%s: gmr, smr, seq and sseq are what the definition says, in option form', (rule) => {
  fc.assert(
    fc.property(posed, ({ conflict, structure, ranks }) => {
      const played = playedOf(conflict);
      for (const concept of concepts) {
        const { stable } = stabilityOf(structure, ranks, concept, rule);
        expectSame(stable, conflict, (i, s) => stableUnderRule(played, concept, rule, i, s), concept);
      }
    }),
    runs(300, 62),
  );
});

test.each(rules)('%s: the same in graph form, where moves need not follow on each other', (rule) => {
  fc.assert(
    fc.property(drawn, ({ structure, played, ranks }) => {
      for (const concept of concepts)
        expectSame(
          stabilityOf(structure, ranks, concept, rule).stable,
          played,
          (i, s) => stableUnderRule(played, concept, rule, i, s),
          concept,
        );
    }),
    runs(600, 63),
  );
});

const looksAhead = (
  limited: (h: number) => readonly Uint8Array[],
  everlasting: () => ReturnType<typeof nonMyopic>,
  played: Played,
) => {
  for (const h of [1, 2, 3, 5])
    expectSame(limited(h), played, (i, s) => stays(horizon(played, h), i, s), `lim${h}`);
  const { stable, period } = everlasting();
  const cycle = phases(played);
  expect(period).toBe(cycle.length);
  expectSame(stable, played, (i, s) => cycle.every((phase) => stays(phase, i, s)), 'nm');
};

test('limited moves and nm are what the definition says, in option form', () => {
  fc.assert(
    fc.property(conflicts({ options: { max: 4 } }), ({ model, ranks }) => {
      const structure = structureOf(model);
      looksAhead(
        (h) => stabilityOf(structure, ranks, `lim${h}`).stable,
        () => nonMyopic(moveGraphOf(structure), ranks),
        playedOf(conflictOf(model, ranks)),
      );
    }),
    runs(120, 64),
  );
});

test('the same in graph form', () => {
  fc.assert(
    fc.property(drawn, ({ structure, played, ranks }) => {
      looksAhead(
        (h) => stabilityOf(structure, ranks, `lim${h}`).stable,
        () => nonMyopic(moveGraphOf(structure), ranks),
        played,
      );
    }),
    runs(200, 65),
  );
});

const inside: readonly (readonly [ConceptName, SanctionRule, ConceptName, SanctionRule])[] = [
  ...(['gmr', 'smr', 'seq', 'sseq', 'fh'] as const)
    .flatMap(
      (concept) =>
        [
          [concept, 'single', concept, 'once'],
          [concept, 'once', concept, 'legal'],
        ] as const,
    )
    .filter(([concept]) => concept !== 'fh'),
  ...(['legal', 'once', 'single'] as const).flatMap(
    (rule) =>
      [
        ['nash', rule, 'seq', rule],
        ['seq', rule, 'gmr', rule],
        ['nash', rule, 'smr', rule],
        ['smr', rule, 'gmr', rule],
        ['nash', rule, 'sseq', rule],
        ['sseq', rule, 'smr', rule],
        ['sseq', rule, 'seq', rule],
        ['seq', rule, 'fh', rule],
        ['nash', rule, 'sim', rule],
      ] as const,
  ),
  ['lim1', 'legal', 'nash', 'legal'],
  ['nash', 'legal', 'lim1', 'legal'],
];

test('what implies what', () => {
  fc.assert(
    fc.property(fc.oneof(posed, drawn), ({ structure, ranks }) => {
      for (const [narrow, first, wide, second] of inside) {
        if (!isDefinedOn(structure, narrow) || !isDefinedOn(structure, wide)) continue;
        const { stable } = stabilityOf(structure, ranks, narrow, first);
        const { stable: wider } = stabilityOf(structure, ranks, wide, second);
        for (const [i, flags] of stable.entries())
          for (const [at, flag] of flags.entries())
            expect(flag && !wider[i]![at], `${narrow} ${first} ⊆ ${wide} ${second}`).toBeFalsy();
      }
    }),
    runs(150, 66),
  );
});

test('everything feasible and free: what opponents do together they can do one after the other, so sim and fh imply gmr', () => {
  fc.assert(
    fc.property(conflicts({ plain: true }), ({ model, ranks }) => {
      const structure = structureOf(model);
      const { stable: gmr } = stabilityOf(structure, ranks, 'gmr');
      for (const concept of ['sim', 'fh'] as const)
        for (const [i, flags] of stabilityOf(structure, ranks, concept).stable.entries())
          for (const [at, flag] of flags.entries()) expect(flag && !gmr[i]![at]).toBeFalsy();
    }),
    runs(200, 67),
  );
});

test('at most two actors: the rules agree, because one opponent gains no more by a second move', () => {
  fc.assert(
    fc.property(conflicts({ actors: { min: 1, max: 2 } }), ({ model, ranks }) => {
      const structure = structureOf(model);
      for (const concept of concepts) {
        const legal = stabilityOf(structure, ranks, concept).stable;
        for (const rule of rules) expect(stabilityOf(structure, ranks, concept, rule).stable).toEqual(legal);
      }
    }),
    runs(200, 68),
  );
});
