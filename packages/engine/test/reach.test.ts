import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  improvementsFrom,
  isSingleMove,
  movesFrom,
  positionOf,
  reachFrom,
  type Step,
  stepsOf,
  structureOf,
} from '../src/index.ts';
import { conflicts } from './random-conflict.ts';
import { coalitionImprovements, coalitionReach } from './reference/coalition.ts';
import { type Conflict, conflictOf } from './reference/conflict.ts';
import { improvements, reach, singleMoves } from './reference/moves.ts';
import { runs } from './runs.ts';

const posed = (seed: { readonly max: number }) =>
  conflicts({ options: seed }).map(({ model, ranks }) => ({
    conflict: conflictOf(model, ranks),
    structure: structureOf(model),
    ranks,
  }));

const sorted = (codes: Iterable<number>) => [...codes].sort((a, b) => a - b);

test('positions are those of the ascending feasible codes', () => {
  fc.assert(
    fc.property(posed({ max: 6 }), ({ conflict, structure }) => {
      for (let code = 0; code < 2 ** structure.options; code++)
        expect(positionOf(structure, code)).toBe(conflict.states.indexOf(code));
    }),
    runs(200, 21),
  );
});

test('single moves, moves and improvements are those of the definitions', () => {
  fc.assert(
    fc.property(posed({ max: 6 }), ({ conflict, structure, ranks }) => {
      const { codes } = structure;
      const codesOf = (positions: Iterable<number>) => sorted([...positions].map((at) => codes[at]!));
      for (const i of conflict.actors)
        for (const [at, s] of conflict.states.entries()) {
          const single = codes.map((_, to) => Number(isSingleMove(structure, i, at, to)));
          expect(conflict.states.filter((_, to) => single[to])).toEqual(singleMoves(conflict, i, s));
          expect(codesOf(movesFrom(structure, i, at))).toEqual(sorted(reach(conflict, i, s)));
          expect(codesOf(improvementsFrom(structure, ranks[i]!, i, at))).toEqual(
            sorted(improvements(conflict, i, s)),
          );
        }
    }),
    runs(300, 22),
  );
});

type Walk = (conflict: Conflict, actor: number, from: number) => Iterable<number>;

/** Fewest moves to each state, by widening circles. */
function circles(
  conflict: Conflict,
  movers: readonly number[],
  start: number,
  walk: Walk,
): Map<number, number> {
  const distance = new Map([[start, 0]]);
  for (const s of distance.keys())
    for (const j of movers)
      for (const t of walk(conflict, j, s)) if (!distance.has(t)) distance.set(t, distance.get(s)! + 1);
  return distance;
}

test('a move is told as the fewest single moves that make it', () => {
  fc.assert(
    fc.property(posed({ max: 5 }), ({ conflict, structure }) => {
      const { codes } = structure;
      for (const i of conflict.actors)
        for (const [at, s] of conflict.states.entries()) {
          const fewest = circles(conflict, [i], s, singleMoves);
          for (const to of movesFrom(structure, i, at)) {
            const steps = stepsOf(structure, i, at, to);
            let here = s;
            for (const step of steps) {
              expect(singleMoves(conflict, i, here)).toContain(codes[step]!);
              here = codes[step]!;
            }
            expect(here).toBe(codes[to]!);
            expect(steps).toHaveLength(fewest.get(here)!);
          }
        }
    }),
    runs(200, 23),
  );
});

const some = fc.subarray([0, 1, 2, 3]);

test.each(['moves', 'improvements'] as const)('what is reached by %s, with shortest paths', (by) => {
  fc.assert(
    fc.property(posed({ max: 6 }), fc.nat(63), some, ({ conflict, structure, ranks }, draw, subset) => {
      const { states, actors } = conflict;
      if (states.length === 0) return;
      const from = draw % states.length;
      const start = states[from]!;
      const chosen = subset.filter((i) => actors.includes(i));
      const movers = chosen.length > 0 ? chosen : actors;
      const walk = by === 'moves' ? reach : improvements;
      const coalition = by === 'moves' ? coalitionReach : coalitionImprovements;
      const found = reachFrom(structure, from, {
        ...(by === 'moves' ? {} : { ranks }),
        ...(chosen.length > 0 ? { actors: chosen } : {}),
      });

      const reached = states.filter((s, at) => s !== start && found.distance[at]! >= 0);
      expect(reached).toEqual(sorted(coalition(conflict, movers, start)).filter((s) => s !== start));

      const distance = circles(conflict, movers, start, walk);
      for (const [at, s] of states.entries()) {
        expect(found.distance[at]).toBe(distance.get(s) ?? -1);
        const path = found.path(at);
        if (!distance.has(s)) expect(path).toBeUndefined();
        else expectPath(conflict, structure.codes, start, path!, walk, s, distance.get(s)!);
      }
    }),
    runs(500, by === 'moves' ? 24 : 25),
  );
});

function expectPath(
  conflict: Conflict,
  codes: Uint32Array,
  start: number,
  path: readonly Step[],
  walk: Walk,
  end: number,
  length: number,
): void {
  expect(path).toHaveLength(length);
  let here = start;
  for (const { actor, to } of path) {
    expect([...walk(conflict, actor, here)]).toContain(codes[to]!);
    here = codes[to]!;
  }
  expect(here).toBe(end);
}
