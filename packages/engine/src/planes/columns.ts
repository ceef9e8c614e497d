import type { Structure } from '../structure.ts';

/** A bit a state, 32 states a word: bit b of word w is the state 32 w + b of the block. */
export type Plane = Int32Array;

/** Words of a block: 8 192 states, so that the planes of a block stay in the nearest cache. */
export const blockWords = 256;
const blockBits = 13;

/** Within a word, the values of the five lowest options in the full cube. */
const withinWord = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000];

/**
 * The options as planes, block by block: `block(b)` fills and gives one plane an option for the states 8 192 b, 8 192 b + 1, …
 * Beyond the last state they hold anything. The planes are reused: what is to be kept must be copied.
 */
export type Columns = {
  readonly blocks: number;
  readonly block: (at: number) => readonly Plane[];
};

/** Columns of the full cube of so many options: every code is a state. */
export function cubeColumns(options: number): Columns {
  const planes = Array.from({ length: options }, () => new Int32Array(blockWords));
  planes.forEach((plane, k) => {
    if (k < 5) plane.fill(withinWord[k]!);
    else if (k < blockBits) for (let w = 0; w < blockWords; w++) plane[w] = (w >>> (k - 5)) & 1 ? -1 : 0;
  });
  return {
    blocks: Math.max(1, 2 ** (options - blockBits)),
    block: (at) => {
      for (let k = blockBits; k < options; k++) planes[k]!.fill((at >>> (k - blockBits)) & 1 ? -1 : 0);
      return planes;
    },
  };
}

/** Columns of any list of codes, gathered 32 codes at a time. */
export function listColumns(codes: Uint32Array, options: number, more: readonly Uint32Array[] = []): Columns {
  const planes = Array.from({ length: options }, () => new Int32Array(blockWords));
  const square = new Int32Array(32);
  return {
    blocks: Math.ceil(codes.length / (32 * blockWords)),
    block: (at) => {
      const first = at * 32 * blockWords;
      const words = Math.min(blockWords, Math.ceil((codes.length - first) / 32));
      for (let w = 0; w < words; w++) {
        const from = first + 32 * w;
        for (const [word, values] of [codes, ...more].entries()) {
          square.fill(0);
          square.set(values.subarray(from, Math.min(from + 32, codes.length)));
          transpose(square);
          const end = Math.min(options, 32 * (word + 1));
          for (let k = 32 * word; k < end; k++) planes[k]![w] = square[k - 32 * word]!;
        }
      }
      return planes;
    },
  };
}

/**
 * What of a structure programs are evaluated over: the codes of its states, and how many options they have. Beyond 32 options `more`
 * has the further words, per word one a state.
 */
export type States = Pick<Structure, 'codes' | 'options'> & { readonly more?: readonly Uint32Array[] };

/** The columns of a structure's feasible states. In graph form programs read the bits of a state's number. */
export function columnsOf({ codes, options, more }: States): Columns {
  if (options === 0) return listColumns(codes, 32);
  return codes.length === 2 ** options ? cubeColumns(options) : listColumns(codes, options, more);
}

/** Turns 32 words of 32 bits, so that bit b of word w becomes bit w of word b (Warren 2012, Hacker's Delight, 7-3). */
function transpose(square: Int32Array): void {
  let mask = 0x0000ffff;
  for (let half = 16; half > 0; half >>= 1) {
    for (let k = 0; k < 32; k = (k + half + 1) & ~half) {
      const low = square[k]!;
      const high = square[k + half]!;
      const swapped = ((low >>> half) ^ high) & mask;
      square[k] = low ^ (swapped << half);
      square[k + half] = high ^ swapped;
    }
    mask ^= mask << (half >> 1);
  }
}
