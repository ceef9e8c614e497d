import {
  compact,
  concepts,
  dense,
  denseScalar,
  ensembleOf,
  lanes,
  plain,
  type Runner,
  type Solver,
  stabilityOfAll,
  stabilityOn,
} from '../../engine/src/index.ts';
import { type CubeShape, randomCube } from '../../engine/test/dense/random-cube.ts';

/** Conflicts that are solved in Node and in a page; `small` ones by the definition's own back end too. */
export const shapes: readonly (CubeShape & { readonly small?: true })[] = [
  { options: 7, actors: 3, percent: 100, ranks: 3, together: true, small: true },
  { options: 8, actors: 2, percent: 60, ranks: 'strict', together: false, small: true },
  { options: 12, actors: 4, percent: 100, ranks: 'priorities', together: true },
  { options: 13, actors: 3, percent: 45, ranks: 6, together: false },
  { options: 16, actors: 4, percent: 80, ranks: 'priorities', together: false },
];

export const byBackEnd = { plain, compact, dense, denseScalar } satisfies Readonly<Record<string, Solver>>;

/** FNV-1a (Fowler, Noll & Vo 1991) of all flags, a word an actor. */
function hashes(flags: readonly Uint8Array[]): readonly number[] {
  return flags.map((own) =>
    own.reduce((hash, one) => Math.imul(hash ^ one, 16_777_619) >>> 0, 2_166_136_261),
  );
}

/** The hashes of every shape by every back end; Chromium and Node have the same. */
export function hashesByBackEnd(): Readonly<Record<string, readonly (readonly number[] | undefined)[]>> {
  return Object.fromEntries(
    Object.entries<Solver>(byBackEnd).map(([name, solver]) => [
      name,
      shapes.map((shape) => {
        const { structure, ranks } = randomCube(shape, 3);
        if (name === 'plain' && !shape.small) return undefined;
        return hashes(stabilityOfAll(solver, structure, ranks, concepts));
      }),
    ]),
  );
}

/** The same by a runner, with a memory that its threads share where that can be. */
export async function hashesOn(runner: Runner): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for (const shape of shapes) {
    const { structure, ranks } = randomCube(shape, 3);
    found.push(hashes(await stabilityOn(runner, structure, ranks, concepts, { least: 0 })));
  }
  return found;
}

/** Sixteen profiles of one small conflict at once. */
export function ensembleHashes(): readonly number[] {
  const { structure, ranks } = randomCube(shapes[0]!, 5);
  const ensemble = ensembleOf(structure);
  ranks.forEach((own, actor) => {
    own.forEach((rank, state) => {
      for (let lane = 0; lane < lanes; lane++)
        ensemble.ranks[(actor * ensemble.states + state) * lanes + lane] = 1 + ((rank * (lane + 1)) % 5);
    });
  });
  ensemble.solve();
  return hashes([ensemble.flags, ensemble.equilibria]);
}
