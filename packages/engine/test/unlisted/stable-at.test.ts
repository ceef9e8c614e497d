import fc from 'fast-check';
import { expect, test } from 'vitest';
import { op } from '../../src/program.ts';
import { concepts, flag } from '../../src/solver.ts';
import type { Unlisted } from '../../src/unlisted/conflict.ts';
import { isNash, stableAt } from '../../src/unlisted/stable-at.ts';
import { codeOf, wordsOf } from '../../src/unlisted/words.ts';
import { enumerated, flagsOf } from '../enumerated.ts';
import { unlisted, wider } from '../random-unlisted.ts';
import { runs } from '../runs.ts';

const wordsAt = (code: number, { model }: Unlisted) => wordsOf(BigInt(code), model.options.length);

test.each([
  ['everything a model can have', unlisted, 100, 71],
  ['seven to ten options', wider, 3, 72],
] as const)('by search as by listing, every concept, actor and state: %s', (_, arbitrary, count, seed) => {
  fc.assert(
    fc.property(arbitrary, (conflict) => {
      const { codes, flags } = flagsOf(conflict, concepts);
      const search = stableAt(conflict);
      codes.forEach((code, state) => {
        for (let actor = 0; actor < conflict.model.actors; actor++)
          for (const concept of concepts) {
            const { stable, improvements } = search(actor, wordsAt(code, conflict), concept);
            const listed = (flags[actor]![state]! & flag[concept]) !== 0;
            expect(stable, `${concept} of ${code} for actor ${actor}`).toBe(listed ? 'yes' : 'no');
            for (const { answer, sanction } of improvements)
              expect(sanction.length > 0).toBe(answer === 'deterred');
          }
      });
    }),
    runs(count, seed),
  );
});

test('Nash equilibria are those of the list', () => {
  fc.assert(
    fc.property(unlisted, (conflict) => {
      const nash = isNash(conflict);
      const all = [...Array(2 ** conflict.model.options.length).keys()];
      expect(all.filter((code) => nash(wordsAt(code, conflict)))).toEqual(enumerated(conflict, 'nash'));
    }),
    runs(100, 73),
  );
});

test('a search that would go too far says that it does not know', () => {
  // Everybody else can set 60 options, and none of that hurts: to be certain, all would have to be looked at.
  const conflict: Unlisted = {
    model: {
      actors: 13,
      options: Array.from({ length: 62 }, (_, k) => ({
        owners: [k < 2 ? 0 : 1 + Math.floor((k - 2) / 5)],
        mode: 'single',
        direction: 'both',
      })),
      impossible: [],
    },
    // Read, and always true: what nothing reads is not gone through.
    preferences: Array.from({ length: 13 }, () => ({
      kind: 'priorities',
      priorities: [
        { that: [Int32Array.of(0)] },
        { that: Array.from({ length: 62 }, (_, k) => Int32Array.of(k, k, op.not, op.or)) },
      ],
    })),
  };
  const here = wordsOf(0n, 62);
  const { stable, improvements } = stableAt(conflict, 1_000)(0, here, 'gmr');
  expect(stable).toBe('unknown');
  expect(improvements[0]).toMatchObject({ answer: 'unknown', looked: 1_001 });
  expect(stableAt(conflict)(0, here, 'seq').stable).toBe('no');
});

test('codes and words say the same, beyond 2^53 too', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 100n - 1n }), (code) => {
      expect(codeOf(wordsOf(code, 100))).toBe(code);
    }),
    runs(200, 74),
  );
});
