import {
  compact,
  concepts,
  dense,
  type Runner,
  sharedWork,
  stabilityOfAll,
  stabilityOn,
} from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { type CubeShape, randomCube } from '../../engine/test/dense/random-cube.ts';
import { here, threads } from '../src/index.ts';

const shapes: readonly CubeShape[] = [
  { options: 10, actors: 4, percent: 100, ranks: 3, together: true },
  { options: 12, actors: 3, percent: 60, ranks: 'priorities', together: false },
  { options: 14, actors: 4, percent: 100, ranks: 'priorities', together: true },
  { options: 13, actors: 2, percent: 30, ranks: 'strict', together: false },
  { options: 17, actors: 4, percent: 50, ranks: 'priorities', together: true },
];

describe.each([here, threads(1), threads(2), threads(3)])('a cube shared by $name', (runner) => {
  it('has the flags of the list of states', async () => {
    for (const shape of shapes) {
      const { structure, ranks } = randomCube(shape, 7);
      const expected = stabilityOfAll(compact, structure, ranks, concepts);
      const found = await stabilityOn(runner, structure, ranks, concepts, { least: 0 });
      for (const [actor, flags] of expected.entries())
        expect(Buffer.compare(flags, found[actor]!), `${JSON.stringify(shape)}: actor ${actor}`).toBe(0);
    }
  });
});

/** Lanes that are done one after the other: nobody waits for one that has not begun. */
const oneByOne: Runner = { ...here, width: 3 };

it('does not need all lanes at once', async () => {
  const { structure, ranks } = randomCube(shapes[1]!, 8);
  const found = await stabilityOn(oneByOne, structure, ranks, ['seq'], { least: 0 });
  expect(found).toEqual(stabilityOfAll(dense, structure, ranks, ['seq']));
});

it('is left when it is cancelled', async () => {
  const { structure, ranks } = randomCube({ ...shapes[4]!, percent: 100 }, 9);
  const reason = new Error('enough');
  const control = new AbortController();
  const run = stabilityOn(threads(2), structure, ranks, concepts, { least: 0, cancel: control.signal });
  control.abort(reason);
  await expect(run).rejects.toBe(reason);
});

it('tells who waits that another lane failed', () => {
  const { structure, ranks } = randomCube(shapes[0]!, 1);
  const { job } = sharedWork(structure, ranks, concepts, 2)!;
  const broken = job.work({ ...job.setup, layout: { ...job.setup.layout, lanes: [] } });
  expect(() => broken(0)).toThrow(TypeError);
  expect(() => job.work(job.setup)(1)).toThrow('another thread failed');
});
