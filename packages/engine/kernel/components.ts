// Where not every state is feasible, moves of the opponents reach what hangs together in a slab, a component.
import { inCube } from './flood';
import { slabs } from './layout';
import { job, markUpTo } from './solve';
import { view } from './sweep';

// @ts-ignore: decorator
@inline
function spread(v: v128, low: i64, gap: i32): v128 {
  const mask = i64x2.splat(low);
  return v128.or(v, v128.or(i64x2.shl(v128.and(v, mask), gap), v128.and(i64x2.shr_u(v, gap), mask)));
}

/** Each bit set where one is set whose number differs in bits b … b + k − 1 only, within a vector of 128. */
function within(v: v128, b: i32, k: i32): v128 {
  const end = b + k;
  if (b <= 0 && end > 0) v = spread(v, 0x5555555555555555, 1);
  if (b <= 1 && end > 1) v = spread(v, 0x3333333333333333, 2);
  if (b <= 2 && end > 2) v = spread(v, 0x0f0f0f0f0f0f0f0f, 4);
  if (b <= 3 && end > 3) v = spread(v, 0x00ff00ff00ff00ff, 8);
  if (b <= 4 && end > 4) v = spread(v, 0x0000ffff0000ffff, 16);
  if (b <= 5 && end > 5) v = spread(v, 0x00000000ffffffff, 32);
  if (b <= 6 && end > 6) v = v128.or(v, i64x2.shuffle(v, v, 1, 0));
  return v;
}

/** Adds to A, a bit a state, what is feasible (F) and one opponent's move away; whether there was any. */
function step(A: usize, F: usize, bits: i32, b: i32, k: i32): bool {
  const B = max(b, 7);
  const rows = 1 << max(0, b + k - B);
  const row = 1 << (B - 3);
  const groups = max(1, (1 << (max(bits, 7) - 3)) / (row * rows));
  let changed = i64x2.splat(0);
  for (let group = 0; group < groups; group++) {
    const from = group * row * rows;
    for (let lo = 0; lo < row; lo += 16) {
      let any = i64x2.splat(0);
      for (let r = 0; r < rows; r++) any = v128.or(any, v128.load(A + from + lo + r * row));
      if (!v128.any_true(any)) continue;
      if (b < 7) any = within(any, b, k);
      for (let r = 0; r < rows; r++) {
        const at = from + lo + r * row;
        const before = v128.load(A + at);
        const now = v128.and(any, v128.load(F + at));
        changed = v128.or(changed, v128.xor(before, now));
        v128.store(A + at, now);
      }
    }
  }
  return v128.any_true(changed);
}

/** Grows A until it is all of the components it touches. */
function grow(A: usize, F: usize, bits: i32, views: usize, opponents: i32): void {
  let changed = true;
  while (changed) {
    changed = false;
    for (let j = 0; j < opponents; j++) {
      const v = views + j * view.words * 4;
      if (step(A, F, bits, load<i32>(v, view.b), load<i32>(v, view.k))) changed = true;
    }
  }
}

/** The states of a slab that are feasible, a bit each; how many. */
function feasibleBits(F: usize, P: usize, byte: usize, n: i32, a: i32, k: i32, o: i32): i32 {
  const states = 1 << (n - k);
  if (states < 128) memory.fill(F, 0, 16);
  let count = 0;
  for (let x = 0; x < states; x += 16) {
    let mask: i32;
    if (a < 4) mask = i8x16.bitmask(v128.load(byte + x));
    else {
      const from = P + (inCube(x, a, k, o) << 2);
      const none = i32x4.splat(0);
      mask = i8x16.bitmask(i8x16.narrow_i16x8_s(
        i16x8.narrow_i32x4_s(i32x4.ne(v128.load(from), none), i32x4.ne(v128.load(from, 16), none)),
        i16x8.narrow_i32x4_s(i32x4.ne(v128.load(from, 32), none), i32x4.ne(v128.load(from, 48), none)),
      ));
    }
    store<u16>(F + (x >> 3), mask as u16);
    count += popcnt(mask);
  }
  return count;
}

// @ts-ignore: decorator
@inline
function has(plane: usize, u: i32): bool {
  return ((load<u8>(plane + (u >> 3)) >> ((u & 7) as u8)) & 1) != 0;
}

// @ts-ignore: decorator
@inline
function flip(plane: usize, u: i32): void {
  store<u8>(plane + (u >> 3), load<u8>(plane + (u >> 3)) ^ (1 << ((u & 7) as u8)));
}

/**
 * The component of a state, taken out of F, if it has at most `most` states: they are listed and counted. 0 where it has more; then
 * nothing is changed.
 */
function small(seed: i32, F: usize, list: usize, most: i32, views: usize, opponents: i32): i32 {
  let count = 1;
  store<i32>(list, seed);
  flip(F, seed);
  for (let at = 0; at < count; at++) {
    const t = load<i32>(list + (at << 2));
    for (let j = 0; j < opponents; j++) {
      const v = views + j * view.words * 4;
      const b = load<i32>(v, view.b), k = load<i32>(v, view.k);
      const c = t & ~(((1 << k) - 1) << b);
      for (let p = 0; p < 1 << k; p++) {
        const u = c | (p << b);
        if (!has(F, u)) continue;
        if (count == most) {
          for (let back = 0; back < count; back++) flip(F, load<i32>(list + (back << 2)));
          return 0;
        }
        flip(F, u);
        store<i32>(list + (count++ << 2), u);
      }
    }
  }
  return count;
}

/** Raises the thresholds of gmr and smr to what follows from a component of the slab, its states listed. */
function tell(list: usize, count: i32, P: usize, G: usize, gmr: usize, smr: usize, a: i32, k: i32, o: i32): void {
  let leastP: u32 = -1;
  let leastG: u32 = -1;
  for (let at = 0; at < count; at++) {
    const u = load<i32>(list + (at << 2));
    leastP = min(leastP, load<u32>(P + (inCube(u, a, k, o) << 2)));
    leastG = min(leastG, load<u32>(G + (u << 2)));
  }
  for (let at = 0; at < count; at++) {
    const u = load<i32>(list + (at << 2));
    store<u32>(gmr + (u << 2), max(load<u32>(gmr + (u << 2)), leastP));
    const escape = min(leastG, load<u32>(P + (inCube(u, a, k, o) << 2)));
    store<u32>(smr + (u << 2), max(load<u32>(smr + (u << 2)), escape));
  }
}

/** Per pattern the least of G over the cliques in which it is feasible. `four`: 16 bytes of room a pattern. */
function leastOfG(P: usize, G: usize, least: usize, n: i32, a: i32, k: i32): void {
  const size = 1 << k;
  const cliques = 1 << (n - k);
  const none = i32x4.splat(0);
  for (let o = 0; o < size; o++) v128.store(least + (o << 4), i32x4.splat(-1));
  if (a >= 2)
    for (let x = 0; x < cliques; x += 4) {
      const s = inCube(x, a, k, 0);
      const g = v128.load(G + (x << 2));
      for (let o = 0; o < size; o++) {
        const value = v128.or(g, i32x4.eq(v128.load(P + ((s + (o << a)) << 2)), none));
        v128.store(least + (o << 4), i32x4.min_u(v128.load(least + (o << 4)), value));
      }
    }
  else
    for (let x = 0; x < cliques; x++) {
      const s = inCube(x, a, k, 0);
      const g = load<u32>(G + (x << 2));
      for (let o = 0; o < size; o++)
        if (load<u32>(P + ((s + (o << a)) << 2))) store<u32>(least + (o << 4), min(load<u32>(least + (o << 4)), g));
    }
  for (let o = 0; o < size; o++) {
    let one = load<u32>(least + (o << 4));
    for (let lane = 4; lane < 16; lane += 4) one = min(one, load<u32>(least + (o << 4) + lane));
    store<u32>(least + (o << 2), one);
  }
}

/** Raises the thresholds by the slabs that are one component; `leastP`, `leastG`: 0 for others. */
function tellWhole(P: usize, leastP: usize, leastG: usize, gmr: usize, smr: usize, n: i32, a: i32, k: i32): void {
  const size = 1 << k;
  const cliques = 1 << (n - k);
  const none = i32x4.splat(0);
  if (a >= 2) {
    for (let x = 0; x < cliques; x += 4) {
      const s = inCube(x, a, k, 0);
      let g = v128.load(gmr + (x << 2)), m = v128.load(smr + (x << 2));
      for (let o = 0; o < size; o++) {
        const rank = v128.load(P + ((s + (o << a)) << 2));
        g = i32x4.max_u(g, v128.andnot(v128.load32_splat(leastP + (o << 2)), i32x4.eq(rank, none)));
        m = i32x4.max_u(m, i32x4.min_u(rank, v128.load32_splat(leastG + (o << 2))));
      }
      v128.store(gmr + (x << 2), g);
      v128.store(smr + (x << 2), m);
    }
    return;
  }
  for (let x = 0; x < cliques; x++) {
    const s = inCube(x, a, k, 0);
    let g = load<u32>(gmr + (x << 2)), m = load<u32>(smr + (x << 2));
    if (a == 0 && k >= 2) {
      let g4 = none, m4 = none;
      for (let o = 0; o < size << 2; o += 16) {
        const rank = v128.load(P + (s << 2) + o);
        g4 = i32x4.max_u(g4, v128.andnot(v128.load(leastP + o), i32x4.eq(rank, none)));
        m4 = i32x4.max_u(m4, i32x4.min_u(rank, v128.load(leastG + o)));
      }
      g = max(g, max(max<u32>(i32x4.extract_lane(g4, 0), i32x4.extract_lane(g4, 1)), max<u32>(i32x4.extract_lane(g4, 2), i32x4.extract_lane(g4, 3))));
      m = max(m, max(max<u32>(i32x4.extract_lane(m4, 0), i32x4.extract_lane(m4, 1)), max<u32>(i32x4.extract_lane(m4, 2), i32x4.extract_lane(m4, 3))));
    } else
      for (let o = 0; o < size; o++) {
        const rank = load<u32>(P + ((s + (o << a)) << 2));
        if (rank) g = max(g, load<u32>(leastP + (o << 2)));
        m = max(m, min(rank, load<u32>(leastG + (o << 2))));
      }
    store<u32>(gmr + (x << 2), g);
    store<u32>(smr + (x << 2), m);
  }
}

/**
 * Thresholds of gmr and smr where not all states are feasible, from 0. Per pattern: how many states of its slab are feasible; in
 * `leastP` (the least ranks, from `order`) and `leastG` (room: 16 bytes a pattern) what the slab's component comes down to, or 0
 * where it has several.
 */
export function components(task: usize, leastP: usize, leastG: usize, gmr: usize, smr: usize): void {
  const n = load<i32>(task, job.n), a = load<i32>(task, job.a), k = load<i32>(task, job.k);
  const opponents = load<i32>(task, job.opponents);
  const views = load<usize>(task, job.views);
  const P = load<usize>(task, job.P), G = load<usize>(task, job.G);
  const bits = n - k;
  const states = 1 << bits;
  const bytes = max(16, states >> 3);
  const F = load<usize>(task, job.words), A = load<usize>(task, job.other), list = load<usize>(task, job.stack);
  const byte = load<usize>(task, job.slabFeasible);
  const limits = load<usize>(task, job.room);
  if (a < 4) {
    for (let o = 0; o < 1 << k; o++) store<u32>(limits + (o << 2), i32.MAX_VALUE);
    markUpTo<i8>(load<usize>(task, job.marks), P, limits, n, a, k);
    slabs<i8>(load<usize>(task, job.marks), byte, n, a, k);
  }
  leastOfG(P, G, leastG, n, a, k);
  for (let o = 0; o < 1 << k; o++) {
    const count = feasibleBits(F, P, byte + o * states, n, a, k, o);
    store<i32>(load<usize>(task, job.feasible) + (o << 2), count);
    let left = count;
    let at = 0;
    while (left > 0) {
      while (load<u64>(F + at) == 0) at += 8;
      const seed = (at << 3) + (ctz(load<u64>(F + at)) as i32);
      let found = left == count ? 0 : small(seed, F, list, max(1, states >> 6), views, opponents);
      if (found == 0) {
        memory.fill(A, 0, bytes);
        flip(A, seed);
        grow(A, F, bits, views, opponents);
        for (let part = 0; part < bytes; part += 8) found += popcnt(load<u64>(A + part)) as i32;
        if (found == count) break;
        found = 0;
        for (let part = 0; part < bytes; part += 8) {
          let open = load<u64>(A + part);
          store<u64>(F + part, load<u64>(F + part) & ~open);
          while (open) {
            store<i32>(list + (found++ << 2), (part << 3) + (ctz(open) as i32));
            open &= open - 1;
          }
        }
      }
      tell(list, found, P, G, gmr, smr, a, k, o);
      left -= found;
    }
    if (left < count) {
      store<u32>(leastP + (o << 2), 0);
      store<u32>(leastG + (o << 2), 0);
    }
    if (count == 0) {
      store<u32>(leastP + (o << 2), 0);
      store<u32>(leastG + (o << 2), 0);
    }
  }
  tellWhole(P, leastP, leastG, gmr, smr, n, a, k);
}
