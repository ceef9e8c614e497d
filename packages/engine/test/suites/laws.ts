import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Model } from '../../src/model.ts';
import { op, type Program } from '../../src/program.ts';
import { type Concept, concepts, flag, type Ranks, type Solver } from '../../src/solver.ts';
import { conflicts } from '../random-conflict.ts';
import { feasibleStates } from '../reference/conflict.ts';
import { runs } from '../runs.ts';
import { equilibriaOf, type StructureOf, verdictsOf } from './flags.ts';

/** Every state stable in the first sense is stable in the second. */
const inclusions: readonly (readonly [Concept, Concept])[] = [
  ['nash', 'seq'],
  ['seq', 'gmr'],
  ['nash', 'smr'],
  ['smr', 'gmr'],
  ['nash', 'sseq'],
  ['sseq', 'smr'],
  ['sseq', 'seq'],
];

/** Bit k of the code becomes bit `to[k]`. */
const moveBits = (code: number, to: readonly number[]) =>
  to.reduce((moved, bit, k) => moved | (((code >>> k) & 1) << bit), 0);

const counting: readonly number[] = [op.exactly, op.atLeast, op.atMost];

function moveProgram(program: Program, to: readonly number[]): Program {
  let immediates = 0;
  return program.map((word) => {
    if (immediates > 0) {
      immediates--;
      return word;
    }
    if (counting.includes(word)) immediates = 2;
    return word >= 0 ? to[word]! : word;
  });
}

/** The same model with option k in place `options[k]` and actor i named `actors[i]`. */
function relabel(model: Model, options: readonly number[], actors: readonly number[]): Model {
  const moved = model.options.map(({ gate, lock, ...rest }, k) => ({
    place: options[k]!,
    spec: {
      ...rest,
      owners: rest.owners.map((i) => actors[i]!).sort((a, b) => a - b),
      ...(gate ? { gate: moveProgram(gate, options) } : {}),
      ...(lock ? { lock: moveProgram(lock, options) } : {}),
    },
  }));
  return {
    actors: model.actors,
    options: moved.sort((a, b) => a.place - b.place).map(({ spec }) => spec),
    impossible: model.impossible.map((program) => moveProgram(program, options)),
    ...(model.fixed
      ? { fixed: model.fixed.map(({ option, on }) => ({ option: options[option]!, on })) }
      : {}),
  };
}

const permutation = (n: number) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n });

/** What holds of every conflict, whatever the solver. */
export function laws(solver: Solver, structureOf: StructureOf): void {
  const solve = (model: Model, ranks: Ranks) => verdictsOf(solver, structureOf(model), ranks);

  test('nash ⊆ seq ⊆ gmr, nash ⊆ smr ⊆ gmr, nash ⊆ sseq ⊆ smr ∩ seq', () => {
    fc.assert(
      fc.property(conflicts(), ({ model, ranks }) => {
        const verdicts = solve(model, ranks);
        for (const [narrow, wide] of inclusions)
          verdicts[narrow].forEach((codes, i) => {
            for (const code of codes) expect(verdicts[wide][i], `${narrow} ⊆ ${wide}`).toContain(code);
          });
      }),
      runs(300, 11),
    );
  });

  test('names and order of options and actors change nothing', () => {
    const relabelled = conflicts().chain((conflict) =>
      fc.tuple(
        fc.constant(conflict),
        permutation(conflict.model.options.length),
        permutation(conflict.model.actors),
      ),
    );
    fc.assert(
      fc.property(relabelled, ([{ model, ranks }, options, actors]) => {
        const moved = relabel(model, options, actors);
        const before = feasibleStates(model);
        const after = feasibleStates(moved);
        const movedRanks: Uint32Array[] = [];
        actors.forEach((name, i) => {
          const rankAt = new Map(before.map((code, at) => [moveBits(code, options), ranks[i]![at]!]));
          movedRanks[name] = Uint32Array.from(after, (code) => rankAt.get(code)!);
        });
        const plain = solve(model, ranks);
        const other = solve(moved, movedRanks);
        for (const concept of concepts)
          plain[concept].forEach((codes, i) => {
            const expected = codes.map((code) => moveBits(code, options)).sort((a, b) => a - b);
            expect(other[concept][actors[i]!]).toEqual(expected);
          });
      }),
      runs(300, 12),
    );
  });

  test('only the order of the ranks counts, up to the largest numbers there are', () => {
    fc.assert(
      fc.property(conflicts(), fc.boolean(), ({ model, ranks }, high) => {
        const rescaled = ranks.map((rank) => {
          const levels = [...new Set(rank)].sort((a, b) => a - b);
          const least = high ? 2 ** 32 - levels.length : 1;
          return rank.map((value) => least + levels.indexOf(value));
        });
        expect(solve(model, rescaled)).toEqual(solve(model, ranks));
      }),
      runs(300, 13),
    );
  });

  test('an option that is held off changes nothing', () => {
    fc.assert(
      fc.property(conflicts({ options: { max: 5 } }), ({ model, ranks }) => {
        const option = model.options.length;
        const held: Model = {
          ...model,
          options: [...model.options, { owners: [0], mode: 'single', direction: 'both' }],
          fixed: [...(model.fixed ?? []), { option, on: false }],
        };
        expect(solve(held, ranks)).toEqual(solve(model, ranks));
      }),
      runs(300, 14),
    );
  });

  test('asked for some concepts only, it says of those what it says when asked for all', () => {
    fc.assert(
      fc.property(conflicts(), fc.subarray([...concepts]), ({ model, ranks }, some) => {
        const structure = structureOf(model);
        for (let i = 0; i < model.actors; i++) {
          const all = solver.stability(structure, ranks, i, concepts);
          const mask = some.reduce((bits, concept) => bits | flag[concept], 0);
          expect(solver.stability(structure, ranks, i, some)).toEqual(all.map((flags) => flags & mask));
        }
      }),
      runs(300, 15),
    );
  });

  test('everything feasible and reversible: some gmr equilibrium exists', () => {
    fc.assert(
      fc.property(conflicts({ plain: true }), ({ model, ranks }) => {
        expect(equilibriaOf(solve(model, ranks), 'gmr', feasibleStates(model))).not.toEqual([]);
      }),
      runs(300, 16),
    );
  });

  test('two actors in normal form, no ties: some seq equilibrium exists', () => {
    const strictPairs = conflicts({ plain: true, strict: true, actors: { min: 2, max: 2 } });
    fc.assert(
      fc.property(strictPairs, ({ model, ranks }) => {
        expect(equilibriaOf(solve(model, ranks), 'seq', feasibleStates(model))).not.toEqual([]);
      }),
      runs(300, 17),
    );
  });
}
