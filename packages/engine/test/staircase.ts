import { type Structure, structureOf } from '../src/index.ts';

/**
 * Three actors, bits dealt 4, k and k. Actors 1 and 2 climb a staircase in turn, from (0, 0) over (1, 0), (1, 1), (2, 1), …: of the line
 * along which a step leads its end is best, its beginning second, and all else worst and tied. So every state leads to the top, up
 * to 2^(k + 1) improvements away, and step by step only. Actor 0 likes the top least of all; else the higher code.
 */
export function staircase(k: number): { readonly structure: Structure; readonly ranks: Uint32Array[] } {
  const owners = [...Array(4).fill(0), ...Array(k).fill(1), ...Array(k).fill(2)] as readonly number[];
  const structure = structureOf({
    actors: 3,
    options: owners.map((owner) => ({ owners: [owner], mode: 'single', direction: 'both' })),
    impossible: [],
  });
  const side = 2 ** k;
  const along = (one: number, other: number, last: number) => (one === last ? 3 : one === other ? 2 : 1);
  const ranks = [0, 1, 2].map((actor) =>
    Uint32Array.from(structure.codes, (code) => {
      const x = (code >>> 4) % side;
      const y = code >>> (4 + k);
      if (actor === 0) return x === side - 1 && y === side - 1 ? 1 : code + 2;
      if (actor === 1) return along(x, y, Math.min(y + 1, side - 1));
      return along(y, x - 1, x);
    }),
  );
  return { structure, ranks };
}
