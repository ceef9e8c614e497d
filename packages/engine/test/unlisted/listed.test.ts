import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '../../src/compact.ts';
import { op } from '../../src/program.ts';
import { rankByPriorities } from '../../src/ranks/by-priorities.ts';
import { concepts } from '../../src/solver.ts';
import { structureOf } from '../../src/structure.ts';
import type { Unlisted } from '../../src/unlisted/conflict.ts';
import { listedOf, wordsAt } from '../../src/unlisted/listed.ts';
import { stableAt } from '../../src/unlisted/stable-at.ts';
import { codeOf } from '../../src/unlisted/words.ts';
import { ranksOf } from '../enumerated.ts';
import { unlisted, wider } from '../random-unlisted.ts';
import { runs } from '../runs.ts';

test.each([
  ['everything a model can have', unlisted, 150, 61],
  ['seven to ten options', wider, 10, 62],
] as const)('listed by words as by codes: %s', (_, arbitrary, count, seed) => {
  fc.assert(
    fc.property(arbitrary, ({ model, preferences }) => {
      const structure = structureOf(model);
      const listed = listedOf(model);
      expect([...listed.states.codes]).toEqual([...structure.codes]);
      const ranks = preferences.map((one) => ranksOf(structure, one));
      preferences.forEach((_one, actor) => {
        expect([...compact.stability(listed.structure, ranks, actor, concepts)]).toEqual([
          ...compact.stability(structure, ranks, actor, concepts),
        ]);
      });
    }),
    runs(count, seed),
  );
});

/** 36 options of nine actors: two by two they are on together, and at most three such pairs are. */
function sparse(): Unlisted {
  const options = 36;
  const pairs = Array.from({ length: options / 2 }, (_, k) => 2 * k);
  const impossible = [
    ...pairs.map((k) => Int32Array.of(k, k + 1, op.xor)),
    Int32Array.of(...pairs, op.atLeast, 4, pairs.length),
  ];
  return {
    model: {
      actors: 9,
      options: Array.from({ length: options }, (_, k) => ({
        owners: [k >> 2],
        mode: 'single',
        direction: k >= 34 ? 'forward' : 'both',
      })),
      impossible,
    },
    preferences: Array.from({ length: 9 }, (_, i) => ({
      kind: 'priorities',
      priorities: [
        { that: [Int32Array.of(4 * i, (4 * i + 18) % options, op.iff)] },
        { that: [Int32Array.of((5 * i + 6) % options, op.not)] },
        { that: [Int32Array.of(4 * i + 2)] },
      ],
    })),
  };
}

test('36 options with few feasible states: all five concepts, as the search from each state has it', () => {
  const conflict = sparse();
  const { structure, states } = listedOf(conflict.model);
  const count = structure.codes.length;
  expect(count).toBe(1 + 18 + 153 + 816);
  const codes = Array.from({ length: count }, (_, at) => codeOf(wordsAt(states, at)));
  expect(codes.every((code, at) => at === 0 || code > codes[at - 1]!)).toBe(true);
  const ranks = conflict.preferences.map((one) =>
    rankByPriorities(states, one.kind === 'priorities' ? one.priorities : []),
  );
  const search = stableAt(conflict);
  const told = new Set<string>();
  for (let actor = 0; actor < 9; actor++) {
    const flags = compact.stability(structure, ranks, actor, concepts);
    for (let at = 5 * actor; at < count; at += 321)
      concepts.forEach((concept, bit) => {
        const { stable } = search(actor, wordsAt(states, at), concept);
        told.add(`${concept} ${stable}`);
        expect(stable, `${concept} at ${at} for ${actor}`).toBe((flags[at]! >> bit) & 1 ? 'yes' : 'no');
      });
  }
  expect(told.size).toBeGreaterThan(6);
});
