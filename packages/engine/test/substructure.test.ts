import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  coalesce,
  compact,
  concepts,
  flag,
  graphStructureOf,
  movesFrom,
  positionOf,
  type Structure,
  structureOf,
  substructureOf,
} from '../src/index.ts';
import { conflicts } from './random-conflict.ts';
import { expressions, programOf } from './random-expression.ts';
import { graphs } from './random-graph.ts';
import { type Conflict, conflictOf } from './reference/conflict.ts';
import { classesOf, coalescedConflict, graphConflict } from './reference/graph.ts';
import { reach } from './reference/moves.ts';
import { stable } from './reference/stable.ts';
import { runs } from './runs.ts';

const kept = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 });

/** The reference with fewer states, and its arcs between them. */
function fewer(conflict: Conflict, keep: readonly boolean[]): Conflict {
  const states = conflict.states.filter((code) => keep[code]);
  const { arcs } = conflict;
  return {
    ...conflict,
    states,
    feasible: (code) => states.includes(code),
    ...(arcs
      ? { arcs: (i: number, code: number) => new Set([...arcs(i, code)].filter((to) => keep[to])) }
      : {}),
    kept: new Map(),
  };
}

function expectSame(part: Structure, conflict: Conflict, ranks: readonly Uint32Array[]): void {
  expect([...part.codes]).toEqual(conflict.states);
  const own = ranks.map((_, i) => Uint32Array.from(conflict.states, (code) => conflict.rank(i, code)));
  conflict.actors.forEach((i) => {
    const flags = compact.stability(part, own, i, concepts);
    conflict.states.forEach((code, state) => {
      expect(positionOf(part, code)).toBe(state);
      const ends = [...movesFrom(part, i, state)].map((to) => part.codes[to]!);
      expect(new Set(ends)).toEqual(reach(conflict, i, code));
      for (const concept of concepts)
        expect((flags[state]! & flag[concept]) !== 0, concept).toBe(stable(conflict, concept, i, code));
    });
  });
}

test('in option form: the conflict of fewer states, no chain of moves passing through the others', () => {
  fc.assert(
    fc.property(conflicts(), kept, ({ model, ranks }, keep) => {
      const structure = structureOf(model);
      const conflict = conflictOf(model, ranks);
      const part = substructureOf(structure, (state) => keep[structure.codes[state]!]!);
      expectSame(part, fewer(conflict, keep), ranks);
      for (const code of conflict.states) if (!keep[code]) expect(positionOf(part, code)).toBe(-1);
    }),
    runs(100, 501),
  );
});

test('in graph form: the arcs between them', () => {
  fc.assert(
    fc.property(graphs, kept, ({ model, ranks }, keep) => {
      const structure = graphStructureOf(model);
      const states = [...Array(model.states).keys()];
      expectSame(
        substructureOf(structure, (state) => keep[state]!),
        fewer(graphConflict(states, model.moves, ranks), keep),
        ranks,
      );
    }),
    runs(100, 502),
  );
});

test('where states are coalesced: whole ones, found by any of their parts', () => {
  fc.assert(
    fc.property(
      conflicts(),
      fc.array(expressions, { maxLength: 2 }),
      kept,
      ({ model, ranks }, same, keep) => {
        const programs = same.map((one) => programOf(one, model.options.length));
        const structure = coalesce(structureOf(model), programs);
        const classes = classesOf(conflictOf(model, ranks).states, programs);
        const part = substructureOf(structure, (state) => keep[structure.codes[state]!]!);
        expectSame(part, fewer(coalescedConflict(conflictOf(model, ranks), classes), keep), ranks);
        for (const one of classes)
          for (const code of one)
            expect(positionOf(part, code)).toBe([...part.codes].indexOf(Math.min(...one)));
      },
    ),
    runs(60, 503),
  );
});
