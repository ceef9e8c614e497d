// Ranks of sixteen orders of one list of lines, and orders drawn evenly.

/** Words of an actor's list. */
namespace list {
  export const patterns: usize = 0;
  export const size: usize = 4;
  export const lines: usize = 8;
  export const states: usize = 12;
  /** Per pattern, the vectors of weights of the lines that it has, each as often as it counts. */
  export const start: usize = 16;
  export const has: usize = 20;
  /** Per state, the vector of its pattern. */
  export const patternOf: usize = 24;
  /** Per line, how many levels it has. */
  export const levels: usize = 28;
  /** Per line, what a level of it weighs: sixteen numbers of 16 bits. */
  export const weights: usize = 32;
  export const scores: usize = 36;
  export const table: usize = 40;
  export const byPattern: usize = 44;
  export const ranks: usize = 48;
  /** Room for an order. */
  export const order: usize = 52;
}

// @ts-ignore: decorator
@inline
function word(at: usize): usize {
  return load<u32>(at);
}

/** From weights to ranks without gaps, lane by lane: a table of all sums says which there are, then how many are no greater. */
export function rank(L: usize): void {
  const patterns = word(L + list.patterns);
  const size = word(L + list.size);
  const start = word(L + list.start);
  const has = word(L + list.has);
  const weights = word(L + list.weights);
  const scores = word(L + list.scores);
  const table = word(L + list.table);
  const byPattern = word(L + list.byPattern);
  for (let p: usize = 0; p < patterns; p++) {
    let a = i64x2.splat(0);
    let b = a;
    const end = has + (word(start + (p << 2) + 4) << 2);
    for (let k = has + (word(start + (p << 2)) << 2); k < end; k += 4) {
      const at = weights + word(k);
      a = i16x8.add(a, v128.load(at));
      b = i16x8.add(b, v128.load(at, 16));
    }
    v128.store(scores + (p << 5), a);
    v128.store(scores + (p << 5), b, 16);
  }
  for (let lane: usize = 0; lane < 16; lane++) {
    for (let at = table; at < table + size; at += 16) v128.store(at, i64x2.splat(0));
    let score = scores + (lane << 1);
    for (let p: usize = 0; p < patterns; p++, score += 32) store<u8>(table + load<u16>(score), 1);
    let before = i8x16.splat(0);
    const zero = i8x16.splat(0);
    for (let at = table; at < table + size; at += 16) {
      let v = v128.load(at);
      v = i8x16.add(v, i8x16.shuffle(zero, v, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30));
      v = i8x16.add(v, i8x16.shuffle(zero, v, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29));
      v = i8x16.add(v, i8x16.shuffle(zero, v, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27));
      v = i8x16.add(v, i8x16.shuffle(zero, v, 0, 0, 0, 0, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23));
      v = i8x16.add(v, before);
      v128.store(at, v);
      before = i8x16.shuffle(v, v, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15);
    }
    score = scores + (lane << 1);
    for (let p: usize = 0; p < patterns; p++, score += 32)
      store<u8>(byPattern + (p << 4) + lane, load<u8>(table + load<u16>(score)));
  }
  const states = word(L + list.states);
  const patternOf = word(L + list.patternOf);
  const ranks = word(L + list.ranks);
  for (let state: usize = 0; state < states; state++)
    v128.store(ranks + (state << 4), v128.load(byPattern + word(patternOf + (state << 2))));
}

let c0: u32 = 0;
let c1: u32 = 0;
let c2: u32 = 0;
let c3: u32 = 0;

/** Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011), as in `src/philox.ts`. */
function philox(k0: u32, k1: u32): void {
  for (let round = 0; round < 10; round++) {
    const one = <u64>c0 * 0xd2511f53;
    const two = <u64>c2 * 0xcd9e8d57;
    c0 = <u32>(two >> 32) ^ c1 ^ k0;
    c1 = <u32>two;
    c2 = <u32>(one >> 32) ^ c3 ^ k1;
    c3 = <u32>one;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
}

/** A number below `n`, every one as likely: the first of the draws of the sample and lane that is fair. */
function below(n: u32, k0: u32, k1: u32, sample: u64, lane: u32): u32 {
  const all: u64 = 0x100000000;
  const fair: u64 = all - (all % <u64>n);
  let block: u32 = 0;
  while (true) {
    c0 = block++;
    c1 = lane;
    c2 = <u32>sample;
    c3 = <u32>(sample >> 32);
    philox(k0, k1);
    if (<u64>c0 < fair) return c0 % n;
    if (<u64>c1 < fair) return c1 % n;
    if (<u64>c2 < fair) return c2 % n;
    if (<u64>c3 < fair) return c3 % n;
  }
}

/** Weights of an order of the lines drawn evenly for each of sixteen samples. `orders` is the factorial of the lines. */
export function draw(L: usize, k0: u32, k1: u32, first: u64, lane: u32, orders: u32): void {
  const lines = <i32>word(L + list.lines);
  const order = word(L + list.order);
  const levels = word(L + list.levels);
  const weights = word(L + list.weights);
  for (let k: usize = 0; k < 16; k++) {
    let code = below(orders, k0, k1, first + k, lane);
    for (let at = 0; at < lines; at++) store<u8>(order + at, <u8>at);
    for (let at = lines - 1; at > 0; at--) {
      const other = code % <u32>(at + 1);
      code /= <u32>(at + 1);
      const line = load<u8>(order + at);
      store<u8>(order + at, load<u8>(order + other));
      store<u8>(order + other, line);
    }
    let weight: u32 = 1;
    for (let at = lines - 1; at >= 0; at--) {
      const line = <usize>load<u8>(order + at);
      store<u16>(weights + (line << 5) + (k << 1), <u16>weight);
      weight *= load<u32>(levels + (line << 2));
    }
  }
}
