import { type Cube, Refused, statesIn, type Unlisted } from '@demarche/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesIn, enumerated } from '../../engine/test/enumerated.ts';
import { unlisted, wider } from '../../engine/test/random-unlisted.ts';
import { runs } from '../../engine/test/runs.ts';
import { cadical } from '../src/cadical.ts';
import { cubesOf } from '../src/cubes.ts';
import { nashQuestion } from '../src/nash.ts';

const make = await cadical();

/** Of six own options with gates among them, the moves are not written out. */
const takes = (conflict: Unlisted) => {
  try {
    nashQuestion(conflict);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

function nashCubes(conflict: Unlisted, cubes = Number.POSITIVE_INFINITY) {
  const found: Cube[] = [];
  const search = cubesOf(nashQuestion(conflict), make, { cubes, conflicts: 10_000_000 });
  for (let next = search.next(); ; next = search.next()) {
    if (next.done) return { found, end: next.value };
    if (next.value !== undefined) found.push(next.value);
  }
}

describe('all Nash equilibria as cubes', () => {
  test.each([
    ['everything a model can have', unlisted, 300, 81],
    ['seven to ten options', wider, 100, 82],
  ] as const)('no state twice and none missing: %s', (_, arbitrary, count, seed) => {
    fc.assert(
      fc.property(arbitrary.filter(takes), (conflict) => {
        const { found, end } = nashCubes(conflict);
        expect(end).toBe('all');
        const codes = found.flatMap(codesIn);
        expect(codes.toSorted((a, b) => a - b)).toEqual(enumerated(conflict, 'nash'));
        expect(found.reduce((sum, cube) => sum + statesIn(cube), 0n)).toBe(BigInt(codes.length));
      }),
      runs(count, seed),
    );
  });

  test('a cube cannot be widened beside those before it', () => {
    let free = 0;
    fc.assert(
      fc.property(unlisted.filter(takes), (conflict) => {
        const { found } = nashCubes(conflict);
        const nash = new Set(enumerated(conflict, 'nash'));
        found.forEach((cube, at) => {
          const before = new Set(found.slice(0, at).flatMap(codesIn));
          const fixed = new Set((conflict.model.fixed ?? []).map(({ option }) => option));
          [...cube].forEach((mark, k) => {
            if (mark === '-') free++;
            if (mark === '-' || fixed.has(k)) return;
            const wide = codesIn(`${cube.slice(0, k)}-${cube.slice(k + 1)}`);
            expect(wide.every((code) => nash.has(code) && !before.has(code))).toBe(false);
          });
        });
      }),
      runs(150, 83),
    );
    expect(free).toBeGreaterThan(100);
  });

  test('a limit cuts the list and says so', () => {
    const conflict: Unlisted = {
      model: {
        actors: 1,
        options: Array.from({ length: 40 }, () => ({ owners: [0], mode: 'single', direction: 'both' })),
        impossible: [],
      },
      preferences: [{ kind: 'priorities', priorities: [{ that: [Int32Array.of(0, 1, -6)] }] }],
    };
    expect(nashCubes(conflict, 1)).toMatchObject({ found: [/^(01|10)-{38}$/], end: 'cubes' } as object);
    const { found, end } = nashCubes(conflict, 2);
    expect([end, found.length, found.reduce((sum, cube) => sum + statesIn(cube), 0n)]).toEqual([
      'all',
      2,
      2n ** 39n,
    ]);
  });
});
