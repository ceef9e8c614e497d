import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compact,
  concepts,
  dense,
  denseScalar,
  flag,
  type Model,
  type Ranks,
  type Solver,
  type Structure,
  stabilityOfAll,
  structureOf,
} from '../src/index.ts';
import { type CubeShape, randomCube } from './dense/random-cube.ts';
import { conflicts } from './random-conflict.ts';
import { conflictOf } from './reference/conflict.ts';
import { stable } from './reference/stable.ts';
import { deep, runs } from './runs.ts';
import { verdictsOf } from './suites/flags.ts';

const backEnds = [dense, denseScalar] as const;

function same(solver: Solver, structure: Structure, ranks: Ranks, what: string): void {
  const expected = stabilityOfAll(compact, structure, ranks, concepts);
  const found = stabilityOfAll(solver, structure, ranks, concepts);
  for (const [actor, flags] of expected.entries())
    expect(Buffer.compare(flags, found[actor]!), `${what}: actor ${actor}`).toBe(0);
}

describe.each(backEnds)('$name', (solver) => {
  test('says of every small conflict that it takes what the definitions say', () => {
    let taken = 0;
    fc.assert(
      fc.property(conflicts(), fc.boolean(), ({ model, ranks }, free) => {
        const plain: Model = {
          ...model,
          options: model.options.map(({ owners }) => ({
            owners: owners.slice(0, 1),
            mode: 'single',
            direction: 'both',
          })),
        };
        const structure = structureOf(free ? plain : model);
        if (solver.refuses?.(structure) !== undefined) return;
        taken++;
        const conflict = conflictOf(structure.model, ranks);
        const verdicts = verdictsOf(solver, structure, ranks);
        for (const concept of concepts)
          for (const i of conflict.actors)
            expect(verdicts[concept][i], `${concept} for actor ${i}`).toEqual(
              conflict.states.filter((s) => stable(conflict, concept, i, s)),
            );
      }),
      runs(600, 71),
    );
    expect(taken).toBeGreaterThan(200);
  });
});

const shapes: readonly CubeShape[] = [6, 7, 8, 9, 10, 11].flatMap((options) =>
  ([2, 6, 'strict', 'priorities'] as const).flatMap((ranks, a) =>
    [100, 60, 22].map((percent, b) => ({
      options,
      actors: 1 + ((options + 2 * a + b) % 5),
      percent,
      ranks,
      together: (a + b) % 2 === 0,
    })),
  ),
);
const larger: readonly CubeShape[] = [
  { options: 14, actors: 3, percent: 100, ranks: 'priorities', together: true },
  { options: 14, actors: 4, percent: 20, ranks: 5, together: false },
  { options: 15, actors: 2, percent: 50, ranks: 'strict', together: true },
];
const deepest: readonly CubeShape[] = [12, 13, 14, 15, 16].flatMap((options) =>
  ([3, 40, 'strict', 'priorities'] as const).flatMap((ranks) =>
    [100, 80, 50, 20].flatMap((percent) =>
      [true, false].map((together) => ({ options, actors: 2 + (options % 4), percent, ranks, together })),
    ),
  ),
);

describe.each(backEnds)('$name agrees with the list of states', (solver) => {
  test.each([...shapes, ...larger, ...(deep ? deepest : [])])(
    '$options options, $actors actors, $percent % feasible, ranks $ranks, together $together',
    (shape) => {
      const { structure, ranks } = randomCube(shape, 1);
      if (solver.refuses?.(structure) === undefined) same(solver, structure, ranks, JSON.stringify(shape));
      else expect(shape.percent).toBe(22);
    },
  );

  test('concept by concept and actor by actor it says the same', () => {
    const { structure, ranks } = randomCube(
      { options: 9, actors: 3, percent: 70, ranks: 'priorities', together: true },
      2,
    );
    const all = stabilityOfAll(solver, structure, ranks, concepts);
    for (const concept of concepts)
      for (const actor of ranks.keys())
        expect(solver.stability(structure, ranks, actor, [concept])).toEqual(
          all[actor]!.map((flags) => flags & flag[concept]),
        );
  });
});
