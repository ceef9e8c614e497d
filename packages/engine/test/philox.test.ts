import { describe, expect, it } from 'vitest';
import { drawsOf, philox } from '../src/index.ts';

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');

/** The known answers published with the algorithm (Random123, `kat_vectors`). */
describe('philox4x32-10', () => {
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ] as const)('%j', (counter, [key0, key1], expected) => {
    const out = new Uint32Array(4);
    philox(key0, key1, counter, out);
    expect(hex(out)).toBe(expected);
  });

  it('equals the algorithm written with big integers', () => {
    const mask = 0xffffffffn;
    const slow = (key: readonly bigint[], counter: readonly bigint[]) => {
      let [c0, c1, c2, c3] = counter as [bigint, bigint, bigint, bigint];
      let [k0, k1] = key as [bigint, bigint];
      for (let round = 0; round < 10; round++) {
        const p0 = 0xd2511f53n * c0;
        const p1 = 0xcd9e8d57n * c2;
        [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, p1 & mask, (p0 >> 32n) ^ c3 ^ k1, p0 & mask];
        k0 = (k0 + 0x9e3779b9n) & mask;
        k1 = (k1 + 0xbb67ae85n) & mask;
      }
      return Uint32Array.from([c0, c1, c2, c3].map(Number));
    };
    const draws = drawsOf(11, 0);
    const word = () => draws.below(2 ** 32);
    for (let run = 0; run < 500; run++) {
      const counter = [word(), word(), word(), word()] as const;
      const key = [word(), word()] as const;
      const out = new Uint32Array(4);
      philox(key[0], key[1], counter, out);
      expect(hex(out)).toBe(hex(slow(key.map(BigInt), counter.map(BigInt))));
    }
  });
});

describe('the draws of a sample', () => {
  const first = (seed: number, sample: number, lane?: number) => {
    const draws = drawsOf(seed, sample, lane);
    return Array.from({ length: 9 }, draws.uniform);
  };

  it('are the same whoever asks, and differ by seed, sample and lane', () => {
    expect(first(7, 3)).toEqual(first(7, 3));
    const all = [
      first(7, 3),
      first(8, 3),
      first(7 + 2 ** 32, 3),
      first(7, 4),
      first(7, 3 + 2 ** 32),
      first(7, 3, 1),
    ].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('are uniform: chi-square over 100 classes, and every remainder as often as another', () => {
    const counts = new Array<number>(100).fill(0);
    const sevenths = new Array<number>(7).fill(0);
    for (let sample = 0; sample < 20_000; sample++) {
      const draws = drawsOf(1, sample);
      counts[Math.floor(draws.uniform() * 100)]!++;
      sevenths[draws.below(7)]!++;
    }
    const chi = (observed: readonly number[]) => {
      const mean = observed.reduce((sum, one) => sum + one, 0) / observed.length;
      return observed.reduce((sum, one) => sum + (one - mean) ** 2 / mean, 0);
    };
    // The 99.9th percentiles for 99 and 6 degrees of freedom.
    expect(chi(counts)).toBeLessThan(148.2);
    expect(chi(sevenths)).toBeLessThan(22.5);
  });

  it('refuse a seed that is no whole number', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => drawsOf(seed, 0)).toThrow(/seed/);
    expect(() => drawsOf(1, -1)).toThrow(/sample/);
  });
});
