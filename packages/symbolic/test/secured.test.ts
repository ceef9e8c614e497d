import { Refused, type Unlisted } from '@demarche/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesIn, enumerated } from '../../engine/test/enumerated.ts';
import { unlisted, wider } from '../../engine/test/random-unlisted.ts';
import { runs } from '../../engine/test/runs.ts';
import { cadical } from '../src/cadical.ts';
import { cubesOf } from '../src/cubes.ts';
import { securedQuestion } from '../src/secured.ts';

const make = await cadical();

/** Without what is refused: gates, locks, one-way and joint options; of what is impossible, what joins several actors. */
function freed({ model, preferences }: Unlisted, together: boolean): Unlisted {
  return {
    preferences,
    model: {
      ...model,
      options: model.options.map(({ owners, mode }) => ({
        owners,
        mode: mode === 'all' ? 'any' : mode,
        direction: 'both',
      })),
      impossible: together ? model.impossible : [],
    },
  };
}

function codesOf(conflict: Unlisted, concept: 'gmr' | 'smr'): readonly number[] | undefined {
  try {
    const search = cubesOf(securedQuestion(conflict, concept, make), make, { cubes: 5_000, conflicts: 1e7 });
    return [...search].flatMap((cube) => (cube === undefined ? [] : codesIn(cube))).sort((a, b) => a - b);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

describe.each(['gmr', 'smr'] as const)('%s by what an actor can secure', (concept) => {
  test.each([
    ['everything a model can have', unlisted, 120, 91],
    ['seven to ten options', wider, 40, 92],
  ] as const)('as by listing, where it is not refused: %s', (_, arbitrary, count, seed) => {
    let taken = 0;
    fc.assert(
      fc.property(arbitrary, fc.boolean(), (conflict, together) => {
        const free = freed(conflict, together);
        const codes = codesOf(free, concept);
        if (!codes) return;
        taken++;
        expect(codes).toEqual(enumerated(free, concept));
      }),
      runs(count, seed),
    );
    expect(taken).toBeGreaterThan(count / 2);
  });

  test('one-way options, gates and patterns of several actors are refused with the reason', () => {
    const base = { owners: [0], mode: 'single', direction: 'both' } as const;
    const other = { ...base, owners: [1] };
    const say = (options: Unlisted['model']['options'], impossible: Unlisted['model']['impossible'] = []) => {
      const model = { actors: 2, options, impossible };
      const preferences = [0, 1].map(() => ({ kind: 'priorities' as const, priorities: [] }));
      return () => securedQuestion({ model, preferences }, concept, make);
    };
    expect(say([{ ...base, direction: 'forward' }])).toThrow(/option 1 can be switched one way only/);
    expect(say([base, { ...base, owners: [0, 1], mode: 'all' }])).toThrow(
      /option 2 is switched on by several/,
    );
    expect(say([base, { ...other, gate: Int32Array.of(0) }])).toThrow(/option 2 has a gate/);
    expect(say([base, other], [Int32Array.of(0, 1, -4)])).toThrow(/joins options of several actors/);
    expect(say([base, other], [Int32Array.of(0)])).not.toThrow();
  });
});
