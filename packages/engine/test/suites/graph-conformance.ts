import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphStructureOf } from '../../src/graph.ts';
import { concepts, type Solver } from '../../src/solver.ts';
import { graphs, isTransitive } from '../random-graph.ts';
import { graphConflict } from '../reference/graph.ts';
import { stable } from '../reference/stable.ts';
import { runs } from '../runs.ts';
import { verdictsOf } from './flags.ts';

const parts = [1, 2, 3, 4, 5];

/** What a solver of conflicts in graph form must pass: every concept, actor and state as the definitions have it. */
export function graphConformance(name: string, solver: Solver): void {
  describe(`${name} solves graphs`, () => {
    test.each(parts)(
      'every concept, actor and state as the reference has it, part %i',
      { timeout: 600_000 },
      (part) => {
        fc.assert(
          fc.property(graphs, ({ model, ranks }) => {
            const structure = graphStructureOf(model);
            const conflict = graphConflict([...structure.codes], model.moves, ranks);
            const verdicts = verdictsOf(solver, structure, ranks);
            for (const concept of concepts)
              for (const i of conflict.actors)
                expect(verdicts[concept][i], `${concept} for actor ${i}`).toEqual(
                  conflict.states.filter((s) => stable(conflict, concept, i, s)),
                );
          }),
          runs(1_000, 100 + part),
        );
      },
    );

    test('the random graphs are hardly ever transitive, and the sequence rule matters in them', () => {
      const sample = fc.sample(graphs, { numRuns: 500, seed: 3 });
      const share = sample.filter(({ model }) => isTransitive(model)).length / sample.length;
      expect(share).toBeLessThan(0.4);
      expect(share).toBeGreaterThan(0.01);
      // Were the rule forgotten, opponents could reach more: count where a state's verdict would change.
      const closed = sample.filter(({ model, ranks }) => {
        const structure = graphStructureOf(model);
        const merged = model.moves.map((own) => closure(own));
        const other = graphStructureOf({ ...model, moves: merged });
        return (
          JSON.stringify(verdictsOf(solver, structure, ranks)) !==
          JSON.stringify(verdictsOf(solver, other, ranks))
        );
      });
      expect(closed.length / sample.length).toBeGreaterThan(0.2);
    });
  });
}

function closure(arcs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const all = new Map(arcs.map((arc) => [arc.join(), arc]));
  for (const [a, b] of all.values())
    for (const [c, d] of all.values())
      if (b === c && a !== d && !all.has(`${a},${d}`)) all.set(`${a},${d}`, [a, d]);
  return [...all.values()];
}
