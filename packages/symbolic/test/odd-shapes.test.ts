import { type Concept, type Cube, type Model, op, type Unlisted } from '@demarche/engine';
import { expect, test } from 'vitest';
import { codesIn, enumerated } from '../../engine/test/enumerated.ts';
import { symbolic } from '../src/solver.ts';

const solver = await symbolic();
const free = (owner: number) => ({ owners: [owner], mode: 'single', direction: 'both' }) as const;
const never = Int32Array.of(op.true);

function conflict(model: Model): Unlisted {
  const likes = (actor: number) =>
    model.options.map((_, k) => ({ that: [Int32Array.of(...((k + actor) % 2 ? [k, op.not] : [k]))] }));
  return {
    model,
    preferences: Array.from({ length: model.actors }, (_, actor) => ({
      kind: 'priorities',
      priorities: likes(actor),
    })),
  };
}

function codesOf(one: Unlisted, concept: Concept): readonly number[] {
  const found: Cube[] = [];
  for (const cube of solver.equilibria(one, concept, { cubes: 1_000, conflicts: 1e6 }))
    if (cube !== undefined) found.push(cube);
  return found.flatMap(codesIn).sort((a, b) => a - b);
}

const shapes: readonly (readonly [what: string, states: number, model: Model])[] = [
  ['one actor', 4, { actors: 1, options: [free(0), free(0)], impossible: [] }],
  ['actors without options', 4, { actors: 4, options: [free(2), free(2)], impossible: [] }],
  ['no option at all', 1, { actors: 2, options: [], impossible: [] }],
  [
    'one feasible state',
    1,
    {
      actors: 2,
      options: [free(0), free(1)],
      impossible: [Int32Array.of(0), Int32Array.of(1, op.not)],
    },
  ],
  [
    'one state that a scenario holds',
    1,
    {
      actors: 2,
      options: [free(0), free(1)],
      impossible: [],
      fixed: [
        { option: 0, on: true },
        { option: 1, on: false },
      ],
    },
  ],
  ['no feasible state', 0, { actors: 2, options: [free(0), free(1)], impossible: [never] }],
];

test.each(shapes)('%s', (_, states, model) => {
  const one = conflict(model);
  for (const concept of ['nash', 'gmr', 'smr'] as const) {
    const codes = codesOf(one, concept);
    expect(codes, concept).toEqual(enumerated(one, concept));
    if (states <= 1) expect(codes, concept).toHaveLength(states);
    else expect(codes.length, concept).toBeGreaterThan(0);
  }
});
