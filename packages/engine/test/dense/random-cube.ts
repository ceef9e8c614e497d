import { drawsOf } from '../../src/philox.ts';
import { op, type Program } from '../../src/program.ts';
import { rankByPriorities } from '../../src/ranks/by-priorities.ts';
import { structureOf } from '../../src/structure.ts';
import { substructureOf } from '../../src/substructure.ts';

/** A conflict that the dense back end takes: free options, a share of the combinations feasible. */
export type CubeShape = {
  readonly options: number;
  readonly actors: number;
  /** Of 100 combinations, how many are feasible. */
  readonly percent: number;
  /** How ranks are drawn: all different, so many levels, or by priorities. */
  readonly ranks: 'strict' | 'priorities' | number;
  /** Whether the options of an actor stand together. */
  readonly together: boolean;
};

/** The conflict of a shape with this seed, always the same. */
export function randomCube(shape: CubeShape, seed: number) {
  const { options, actors, percent, ranks, together } = shape;
  const { below } = drawsOf(seed, 0);
  const owners = Array.from({ length: options }, () => below(actors));
  if (together) owners.sort((a, b) => a - b);
  const whole = structureOf({
    actors,
    options: owners.map((owner) => ({ owners: [owner], mode: 'single', direction: 'both' })),
    impossible: [],
  });
  const structure = percent === 100 ? whole : substructureOf(whole, () => below(100) < percent);
  const states = structure.codes.length;
  const rank = (): Uint32Array => {
    if (typeof ranks === 'number') return Uint32Array.from({ length: states }, () => 1 + below(ranks));
    if (ranks === 'strict') {
      const order = Uint32Array.from({ length: states }, (_, k) => k + 1);
      for (let k = states - 1; k > 0; k--) {
        const other = below(k + 1);
        [order[k], order[other]] = [order[other]!, order[k]!];
      }
      return order;
    }
    const literal = (): number[] => (below(2) ? [below(options)] : [below(options), op.not]);
    const line = (): Program =>
      Int32Array.from([
        ...literal(),
        ...Array.from({ length: below(3) }, () => [...literal(), op.and]).flat(),
      ]);
    return rankByPriorities(
      structure,
      Array.from({ length: 8 }, () => ({ that: [line()] })),
    );
  };
  return { structure, ranks: Array.from({ length: actors }, rank) };
}
