// Who is better than whom within a clique: the states that agree on all options but one actor's own.
import { clean16, sort16 } from './network';

// @ts-ignore: decorator
@inline
function compareAt<T>(a: usize, b: usize): void {
  const x = v128.load(a);
  const y = v128.load(b);
  v128.store(a, v128.min<T>(x, y));
  v128.store(b, v128.max<T>(x, y));
}

/** Sorts `size` vectors, a power of two, lane by lane: sixteen at a time, then bitonic merges (Batcher 1968). */
function sortLanes<T>(at: usize, size: i32): void {
  let sorted = 1;
  if (size >= 16) {
    for (let from = 0; from < size; from += 16) sort16<T>(at + (from << 4));
    sorted = 16;
  }
  for (let merged = sorted * 2; merged <= size; merged *= 2) {
    for (let from = 0; from < size; from += merged) {
      const low = at + (from << 4);
      const high = low + ((merged - 1) << 4);
      for (let k = 0; k < merged >> 1; k++) compareAt<T>(low + (k << 4), high - (k << 4));
      for (let gap = merged >> 2; gap >= 1; gap >>= 1) {
        if (gap == 8) {
          for (let k = 0; k < merged; k += 16) clean16<T>(low + (k << 4));
          break;
        }
        for (let k = 0; k < merged; k++) {
          if (!(k & gap)) compareAt<T>(low + (k << 4), low + ((k + gap) << 4));
        }
      }
    }
  }
}

/**
 * Four sorted cliques, one a lane, told as levels and patterns: `L[s] = how many are worse`, `X[p-th place] = pattern`. State p of
 * lane i lies at `si + (p << up)`.
 */
// @ts-ignore: decorator
@inline
function tell<W>(
  keys: usize, size: i32, k: i32, none: i32, whole: bool,
  L: usize, X: usize, s0: i32, s1: i32, s2: i32, s3: i32, up: i32,
): void {
  const infeasible = i32x4.splat(-1 >>> k);
  const own = i32x4.splat(size - 1);
  let before = i32x4.splat(-1);
  let worse = i32x4.splat(0);
  for (let p = 0; p < size; p++) {
    const key = v128.load(keys + (p << 4));
    const rank = i32x4.shr_u(key, k);
    worse = v128.bitselect(worse, i32x4.splat(p), i32x4.eq(rank, before));
    before = rank;
    let level = worse;
    if (!whole) level = v128.bitselect(i32x4.splat(none), worse, i32x4.eq(rank, infeasible));
    const pattern = v128.and(key, own);
    const p0 = i32x4.extract_lane(pattern, 0);
    const p1 = i32x4.extract_lane(pattern, 1);
    const p2 = i32x4.extract_lane(pattern, 2);
    const p3 = i32x4.extract_lane(pattern, 3);
    store<W>(L + (s0 + (p0 << up)) * sizeof<W>(), i32x4.extract_lane(level, 0) as W);
    store<W>(L + (s1 + (p1 << up)) * sizeof<W>(), i32x4.extract_lane(level, 1) as W);
    store<W>(L + (s2 + (p2 << up)) * sizeof<W>(), i32x4.extract_lane(level, 2) as W);
    store<W>(L + (s3 + (p3 << up)) * sizeof<W>(), i32x4.extract_lane(level, 3) as W);
    const place = p << up;
    store<W>(X + (s0 + place) * sizeof<W>(), p0 as W);
    store<W>(X + (s1 + place) * sizeof<W>(), p1 as W);
    store<W>(X + (s2 + place) * sizeof<W>(), p2 as W);
    store<W>(X + (s3 + place) * sizeof<W>(), p3 as W);
  }
}

/** Ranks of four cliques at pattern p made into keys that sort by rank, infeasible ones last, and notes of the least. */
// @ts-ignore: decorator
@inline
function key(rank: v128, p: i32, k: i32, whole: bool, least: usize): v128 {
  if (!whole) rank = v128.bitselect(i32x4.splat(-1 >>> k), rank, i32x4.eq(rank, i32x4.splat(0)));
  v128.store(least + (p << 4), i32x4.min_u(v128.load(least + (p << 4)), rank));
  return v128.or(i32x4.shl(rank, k), i32x4.splat(p));
}

/** Cliques whose patterns are next to each other or every second: read state by state. */
// @ts-ignore: decorator
@inline
function orderNear<W>(
  P: usize, L: usize, X: usize, G: usize, least: usize,
  n: i32, a: i32, k: i32, none: i32, whole: bool, room: usize,
): void {
  const size = 1 << k;
  const below = (1 << a) - 1;
  const cliques = 1 << (n - k);
  for (let x = 0; x < cliques; x += 4) {
    const x1 = min(x + 1, cliques - 1), x2 = min(x + 2, cliques - 1), x3 = min(x + 3, cliques - 1);
    const s0 = ((x >> a) << (a + k)) | (x & below);
    const s1 = ((x1 >> a) << (a + k)) | (x1 & below);
    const s2 = ((x2 >> a) << (a + k)) | (x2 & below);
    const s3 = ((x3 >> a) << (a + k)) | (x3 & below);
    let best = i32x4.splat(0);
    for (let p = 0; p < size; p++) {
      const up = p << a;
      let rank = v128.load_zero<u32>(P + ((s0 + up) << 2));
      rank = v128.load_lane<u32>(P + ((s1 + up) << 2), rank, 1);
      rank = v128.load_lane<u32>(P + ((s2 + up) << 2), rank, 2);
      rank = v128.load_lane<u32>(P + ((s3 + up) << 2), rank, 3);
      best = i32x4.max_u(best, rank);
      v128.store(room + (p << 4), key(rank, p, k, whole, least));
    }
    if (x + 4 <= cliques) v128.store(G + (x << 2), best);
    else {
      store<u32>(G + (x << 2), i32x4.extract_lane(best, 0));
      if (x + 1 < cliques) store<u32>(G + (x << 2) + 4, i32x4.extract_lane(best, 1));
    }
    sortLanes<u32>(room, size);
    tell<W>(room, size, k, none, whole, L, X, s0, s1, s2, s3, a);
  }
}

/** Cliques whose patterns are four states apart or more: whole lines are read and written, however far apart the patterns are. */
// @ts-ignore: decorator
@inline
function orderFar<W>(
  P: usize, L: usize, X: usize, G: usize, least: usize,
  n: i32, a: i32, k: i32, none: i32, whole: bool, room: usize,
): void {
  const size = 1 << k;
  const wide = min(min(a, 8), max(2, 14 - k));
  const lanes = 1 << wide;
  const levels = room + (size << (wide + 2));
  const patterns = levels + (size << wide) * sizeof<W>();
  const cliques = 1 << (n - k);
  for (let x = 0; x < cliques; x += lanes) {
    const s = ((x >> a) << (a + k)) | (x & ((1 << a) - 1));
    const G0 = G + (x << 2);
    for (let at = 0; at < lanes << 2; at += 16) v128.store(G0 + at, i32x4.splat(0));
    for (let p = 0; p < size; p++) {
      const from = P + ((s + (p << a)) << 2);
      const to = room + (p << 4);
      for (let at = 0; at < lanes << 2; at += 16) {
        const rank = v128.load(from + at);
        v128.store(G0 + at, i32x4.max_u(v128.load(G0 + at), rank));
        v128.store(to + (at << k), key(rank, p, k, whole, least));
      }
    }
    for (let lane = 0; lane < lanes; lane += 4) {
      const keys = room + (lane << (k + 2));
      sortLanes<u32>(keys, size);
      tell<W>(keys, size, k, none, whole, levels, patterns, lane, lane + 1, lane + 2, lane + 3, wide);
    }
    const row = lanes * sizeof<W>();
    for (let p = 0; p < size; p++) {
      const to = (s + (p << a)) * sizeof<W>();
      if (row >= 16)
        for (let at = 0; at < row; at += 16) {
          v128.store(L + to + at, v128.load(levels + p * row + at));
          v128.store(X + to + at, v128.load(patterns + p * row + at));
        }
      else if (row == 8) {
        store<u64>(L + to, load<u64>(levels + p * row));
        store<u64>(X + to, load<u64>(patterns + p * row));
      } else {
        store<u32>(L + to, load<u32>(levels + p * row));
        store<u32>(X + to, load<u32>(patterns + p * row));
      }
    }
  }
}

/**
 * One actor's cliques, of 2^k states 2^a apart, in a cube of n options with ranks P (0: infeasible; below 2^(31−k)).
 * L: how many of its clique are worse for the actor, `none` where infeasible. X: the clique's patterns from the worst on, at the
 * clique's own places, infeasible ones last. G: per clique the greatest rank. `least`: per pattern the least feasible rank, 16
 * bytes of room each. `room`: 2^17 bytes and 32 · 2^k. W: the type of L and X.
 */
// @ts-ignore: decorator
@inline
function order<W>(
  P: usize, L: usize, X: usize, G: usize, least: usize,
  n: i32, a: i32, k: i32, none: i32, whole: bool, room: usize,
): void {
  const size = 1 << k;
  for (let p = 0; p < size; p++) v128.store(least + (p << 4), i32x4.splat(-1));
  if (a < 2) orderNear<W>(P, L, X, G, least, n, a, k, none, whole, room);
  else orderFar<W>(P, L, X, G, least, n, a, k, none, whole, room);
  for (let p = 0; p < size; p++) {
    const four = v128.load(least + (p << 4));
    const low = i32x4.min_u(four, i32x4.shuffle(four, four, 2, 3, 0, 1));
    store<u32>(least + (p << 2), i32x4.extract_lane(i32x4.min_u(low, i32x4.shuffle(low, low, 1, 0, 3, 2)), 0));
  }
}

export function order8(P: usize, L: usize, X: usize, G: usize, least: usize, n: i32, a: i32, k: i32, whole: bool, room: usize): void {
  order<u8>(P, L, X, G, least, n, a, k, 127, whole, room);
}

export function order16(P: usize, L: usize, X: usize, G: usize, least: usize, n: i32, a: i32, k: i32, whole: bool, room: usize): void {
  order<u16>(P, L, X, G, least, n, a, k, 32767, whole, room);
}
