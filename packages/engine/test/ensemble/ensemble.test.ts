import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compact,
  concepts,
  denseRanks,
  drawnOrder,
  ensembleOf,
  lanes,
  orderedEnsembleOf,
  structureOf,
} from '../../src/index.ts';
import { conflicts } from '../random-conflict.ts';
import { deep } from '../runs.ts';

/** Few levels, so that ties are common, or as many as there are states. */
const draws = fc.record({
  seed: fc.nat(),
  levels: fc.constantFrom(1, 2, 4, 64),
  used: fc.integer({ min: 0, max: lanes }),
});

function mixed(seed: number, at: number): number {
  let word = Math.imul(seed ^ (at + 1), 0x9e3779b1);
  word = Math.imul(word ^ (word >>> 15), 0x85ebca6b);
  return (word ^ (word >>> 13)) >>> 0;
}

test('every lane is solved as the conflict alone, by vectors and without, and counted', () => {
  fc.assert(
    fc.property(conflicts({ actors: { min: 1, max: 4 } }), draws, ({ model }, { seed, levels, used }) => {
      const structure = structureOf(model);
      const fast = ensembleOf(structure);
      const plain = ensembleOf(structure, true);
      for (let round = 0; round < 2; round++) {
        for (let at = 0; at < fast.ranks.length; at++)
          fast.ranks[at] = plain.ranks[at] = 1 + (mixed(seed + round, at) % levels);
        fast.solve(used);
        plain.solve(used);
      }
      expect(fast.flags).toEqual(plain.flags);
      expect(fast.equilibria).toEqual(plain.equilibria);
      expect(fast.counts).toEqual(plain.counts);
    }),
    { numRuns: deep ? 5_000 : 60, seed: 1 },
  );
});

test('ranks from orders are those of the priorities, and orders are drawn alike by vectors and without', () => {
  fc.assert(
    fc.property(
      conflicts({ actors: { min: 1, max: 3 } }),
      fc.nat(),
      fc.integer({ min: 1, max: 7 }),
      ({ model }, seed, count) => {
        const structure = structureOf(model);
        const lines = Array.from({ length: structure.actors }, (_, actor) =>
          Array.from({ length: count }, (__, line) =>
            Uint8Array.from(
              structure.codes,
              (code) => mixed(seed + line * 7 + actor, code) % (line === 1 ? 3 : 2),
            ),
          ),
        );
        const fast = orderedEnsembleOf(structure, lines);
        const plain = orderedEnsembleOf(structure, lines, true);
        const first = 2 ** 32 - 7;
        for (const one of [fast, plain]) {
          one.draw(seed, first);
          one.rank();
        }
        expect(fast.ranks).toEqual(plain.ranks);
        for (let actor = 0; actor < structure.actors; actor++) {
          const order = drawnOrder(count, seed, first + 3, actor);
          const scores = Float64Array.from(structure.codes, (_, state) =>
            order.reduce((sum, line) => 3 * sum + lines[actor]![line]![state]!, 0),
          );
          const ranks = denseRanks(scores);
          structure.codes.forEach((_, state) => {
            expect(fast.ranks[(actor * fast.states + state) * lanes + 3]).toBe(ranks[state]);
          });
        }
      },
    ),
    { numRuns: deep ? 2_000 : 40, seed: 2 },
  );
});

test('odd shapes: nobody owns anything, one state, none', () => {
  const option = { owners: [0], mode: 'single', direction: 'both' } as const;
  const never = Int32Array.of(-1);
  for (const model of [
    { actors: 1, options: [option], impossible: [] },
    { actors: 2, options: [option], impossible: [] },
    { actors: 3, options: [], impossible: [] },
    { actors: 2, options: [option], impossible: [], fixed: [{ option: 0, on: true }] },
    { actors: 2, options: [option], impossible: [never] },
  ]) {
    const structure = structureOf(model);
    const ensemble = ensembleOf(structure);
    ensemble.ranks.fill(1);
    ensemble.solve();
    expect([...ensemble.equilibria].every((flags) => flags === 31)).toBe(true);
    expect(ensemble.counts).toHaveLength(5 * structure.codes.length);
  }
});

test('up to 255 states, every rank there can be', () => {
  const options = Array.from(
    { length: 8 },
    (_, k) => ({ owners: [k >> 2], mode: 'single', direction: 'both' }) as const,
  );
  const first = Int32Array.of(...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => (k === 0 ? [k] : [k, -4])));
  const structure = structureOf({ actors: 2, options, impossible: [first] });
  expect(structure.codes).toHaveLength(255);
  const ensemble = ensembleOf(structure);
  const ranks = [0, 1].map((actor) =>
    Uint32Array.from(structure.codes, (code) => 1 + ((code * 7 + actor * 91) % 255)),
  );
  ranks.forEach((own, actor) => {
    own.forEach((rank, state) => {
      ensemble.ranks.fill(rank, (actor * 255 + state) * lanes, (actor * 255 + state + 1) * lanes);
    });
  });
  ensemble.solve();
  for (const actor of [0, 1]) {
    const flags = compact.stability(structure, ranks, actor, concepts);
    flags.forEach((one, state) => {
      expect(ensemble.flags[(actor * 255 + state) * lanes + 5]).toBe(one);
    });
  }
  expect(() => ensembleOf(structureOf({ actors: 2, options, impossible: [] }))).toThrow(RangeError);
});
