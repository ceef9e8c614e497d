import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concepts, type Solver } from '../../src/solver.ts';
import { conflicts } from '../random-conflict.ts';
import { conflictOf } from '../reference/conflict.ts';
import { stable } from '../reference/stable.ts';
import { deep } from '../runs.ts';
import { type StructureOf, verdictsOf } from './flags.ts';
import { laws } from './laws.ts';
import { published } from './published.ts';

/** A part of the suite that a back end may leave out, if it says why. */
export type Skip = {
  readonly part: 'random conflicts' | 'laws' | 'published conflicts';
  readonly reason: string;
};

/** Random conflicts, in parts: `npm test` compares 2 500 in all, `npm run test:deep` twenty times as many. */
const parts = [1, 2, 3, 4, 5];
const conflictsPerPart = deep ? 10_000 : 500;

/**
 * What every back end must pass: on random conflicts every concept, actor and state as the reference has it, the laws that hold
 * of all conflicts, and the published conflicts.
 */
export function solverConformance(
  name: string,
  solver: Solver,
  structureOf: StructureOf,
  { skip = [] }: { readonly skip?: readonly Skip[] } = {},
): void {
  const sections: Readonly<Record<Skip['part'], () => void>> = {
    'random conflicts': () => randomConflicts(solver, structureOf),
    laws: () => laws(solver, structureOf),
    'published conflicts': () => published(solver, structureOf),
  };
  describe(`${name} is a solver`, () => {
    for (const [part, run] of Object.entries(sections)) {
      const skipped = skip.find((left) => left.part === part);
      if (skipped) describe.skip(`${part} (${skipped.reason})`, run);
      else describe(part, run);
    }
  });
}

function randomConflicts(solver: Solver, structureOf: StructureOf): void {
  test.each(parts)(
    'every concept, actor and state as the reference has it, part %i',
    { timeout: 600_000 },
    (part) => {
      fc.assert(
        fc.property(conflicts(), ({ model, ranks }) => {
          const conflict = conflictOf(model, ranks);
          const structure = structureOf(model);
          expect([...structure.codes]).toEqual(conflict.states);
          const verdicts = verdictsOf(solver, structure, ranks);
          for (const concept of concepts)
            for (const i of conflict.actors)
              expect(verdicts[concept][i], `${concept} for actor ${i}`).toEqual(
                conflict.states.filter((s) => stable(conflict, concept, i, s)),
              );
        }),
        { numRuns: conflictsPerPart, seed: part },
      );
    },
  );
}
