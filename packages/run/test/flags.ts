import { concepts, type Runner, stabilityOn } from '../../engine/src/index.ts';
import { type CubeShape, randomCube } from '../../engine/test/dense/random-cube.ts';

/** Conflicts that are solved by threads in Node and in a page. */
const shapes: readonly CubeShape[] = [
  { options: 7, actors: 3, percent: 100, ranks: 3, together: true },
  { options: 8, actors: 2, percent: 60, ranks: 'strict', together: false },
  { options: 12, actors: 4, percent: 100, ranks: 'priorities', together: true },
  { options: 13, actors: 3, percent: 45, ranks: 6, together: false },
  { options: 16, actors: 4, percent: 80, ranks: 'priorities', together: false },
];

/** FNV-1a (Fowler, Noll & Vo 1991) of all flags, a word an actor. */
function hashes(flags: readonly Uint8Array[]): readonly number[] {
  return flags.map((own) =>
    own.reduce((hash, one) => Math.imul(hash ^ one, 16_777_619) >>> 0, 2_166_136_261),
  );
}

/** The hashes of every shape by a runner, with a memory that its threads share where that can be. */
export async function hashesOn(runner: Runner): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for (const shape of shapes) {
    const { structure, ranks } = randomCube(shape, 3);
    found.push(hashes(await stabilityOn(runner, structure, ranks, concepts, { least: 0 })));
  }
  return found;
}
