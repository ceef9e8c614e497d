/**
 * Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror & Shaw 2011, Parallel random numbers: as easy as 1, 2, 3): four
 * words of 32 bits from a key of two words and a counter of four, without any state in between. Writes them to `out`.
 */
export function philox(
  key0: number,
  key1: number,
  counter: readonly [number, number, number, number],
  out: Uint32Array,
): void {
  let [c0, c1, c2, c3] = counter;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The upper 32 bits of the product of two words. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000)) | 0;
}

/** Numbers drawn one after the other. */
export type Draws = {
  /** Uniform in [0, 1), 53 bits. */
  readonly uniform: () => number;
  /** Uniform among 0 … n − 1, without bias; n from 1 to 2^32. */
  readonly below: (n: number) => number;
};

/**
 * The draws that belong to sample `sample` of a seed, and within it to the purpose `lane`: the same whoever asks, in whatever
 * order, and independent of those of every other sample and lane. Seed and sample are whole numbers from 0 to 2^53 − 1, the lane
 * one of 32 bits.
 */
export function drawsOf(seed: number, sample: number, lane = 0): Draws {
  for (const [name, value] of [
    ['seed', seed],
    ['sample', sample],
  ] as const)
    if (!(Number.isSafeInteger(value) && value >= 0))
      throw new RangeError(`a ${name} is a whole number from 0 to 2^53 - 1, not ${value}`);
  const words = new Uint32Array(4);
  let block = 0;
  let used = 4;
  const next = (): number => {
    if (used === 4) {
      const counter = [block++, lane, sample >>> 0, Math.floor(sample / 2 ** 32)] as const;
      philox(seed >>> 0, Math.floor(seed / 2 ** 32), counter, words);
      used = 0;
    }
    return words[used++]!;
  };
  return {
    uniform: () => {
      const high = next() >>> 5;
      return (high * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
    },
    below: (n) => {
      const fair = 2 ** 32 - (2 ** 32 % n);
      let word = next();
      while (word >= fair) word = next();
      return word % n;
    },
  };
}
