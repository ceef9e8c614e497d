// Which states of a slab lead to labelled ones by improvements of one opponent at a time. A: all bits set where labelled.

/** A view of an opponent in a slab; its bits there are b … b + k − 1. Words of 32 bits, at the places below. */
export namespace view {
  export const words = 16;
  /** Levels and patterns, in the order of the cube and in that of the slab. */
  export const L: usize = 0;
  export const X: usize = 4;
  export const slabL: usize = 8;
  export const slabX: usize = 12;
  /** Per clique of the slab, at the place of its first state, the greatest level of a labelled one. */
  export const top: usize = 16;
  export const b: usize = 20;
  export const k: usize = 24;
  /** Where its bits begin in the cube. */
  export const a: usize = 28;
  /** All bits of the slab but its own. */
  export const others: usize = 40;
}

// @ts-ignore: decorator
@inline
export function laneBits<W>(): i32 {
  return sizeof<W>() == 1 ? 4 : 3;
}

/** The greatest within groups of lanes: those that differ in bits b … b + k − 1 of their number. */
// @ts-ignore: decorator
@inline
function within<W>(v: v128, b: i32, k: i32): v128 {
  const first = b + ((sizeof<W>() as i32) >> 1);
  const last = first + k;
  if (first <= 0 && last > 0) v = v128.max<W>(v, i8x16.shuffle(v, v, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
  if (first <= 1 && last > 1) v = v128.max<W>(v, i8x16.shuffle(v, v, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  if (first <= 2 && last > 2) v = v128.max<W>(v, i8x16.shuffle(v, v, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  if (first <= 3 && last > 3) v = v128.max<W>(v, i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return v;
}

/**
 * One opponent's step back: tops of its cliques, and with `label` every state below its clique's top labelled. `bits`: options of
 * the slab.
 */
// @ts-ignore: decorator
@inline
function step<W>(A: usize, L: usize, top: usize, bits: i32, b: i32, k: i32, label: bool): void {
  const lane = laneBits<W>();
  const B = max(b, lane);
  const rows = 1 << max(0, b + k - B);
  const row = (1 << B) * (sizeof<W>() as i32);
  const groups = (1 << bits) * (sizeof<W>() as i32) / (row * rows);
  for (let group = 0; group < groups; group++) {
    const from = group * row * rows;
    const end = from + rows * row;
    if (b >= lane && row >= 64) {
      for (let lo = 0; lo < row; lo += 64) {
        let t0 = i64x2.splat(0), t1 = t0, t2 = t0, t3 = t0;
        for (let at = from + lo; at < end; at += row) {
          t0 = v128.max<W>(t0, v128.and(v128.load(A + at), v128.load(L + at)));
          t1 = v128.max<W>(t1, v128.and(v128.load(A + at, 16), v128.load(L + at, 16)));
          t2 = v128.max<W>(t2, v128.and(v128.load(A + at, 32), v128.load(L + at, 32)));
          t3 = v128.max<W>(t3, v128.and(v128.load(A + at, 48), v128.load(L + at, 48)));
        }
        const to = top + from + lo;
        v128.store(to, t0);
        v128.store(to, t1, 16);
        v128.store(to, t2, 32);
        v128.store(to, t3, 48);
        if (!label) continue;
        for (let at = from + lo; at < end; at += row) {
          v128.store(A + at, v128.or(v128.load(A + at), v128.lt<W>(v128.load(L + at), t0)));
          v128.store(A + at, v128.or(v128.load(A + at, 16), v128.lt<W>(v128.load(L + at, 16), t1)), 16);
          v128.store(A + at, v128.or(v128.load(A + at, 32), v128.lt<W>(v128.load(L + at, 32), t2)), 32);
          v128.store(A + at, v128.or(v128.load(A + at, 48), v128.lt<W>(v128.load(L + at, 48), t3)), 48);
        }
      }
      continue;
    }
    for (let lo = 0; lo < row; lo += 16) {
      let t = i64x2.splat(0);
      for (let at = from + lo; at < end; at += row)
        t = v128.max<W>(t, v128.and(v128.load(A + at), v128.load(L + at)));
      if (b < lane) t = within<W>(t, b, k);
      v128.store(top + from + lo, t);
      if (!label) continue;
      for (let at = from + lo; at < end; at += row)
        v128.store(A + at, v128.or(v128.load(A + at), v128.lt<W>(v128.load(L + at), t)));
    }
  }
}

/** A step back for every opponent in turn. */
export function sweep<W>(A: usize, views: usize, opponents: i32, bits: i32, label: bool): void {
  for (let j = 0; j < opponents; j++) {
    const v = views + j * view.words * 4;
    step<W>(
      A, load<usize>(v, view.slabL), load<usize>(v, view.top), bits,
      load<i32>(v, view.b), load<i32>(v, view.k), label,
    );
  }
}

/** How many are labelled. */
export function labelled<W>(A: usize, bits: i32): i32 {
  const end = A + ((1 << bits) * (sizeof<W>() as i32));
  let count = 0;
  for (let at = A; at < end; at += 16) count += popcnt(v128.bitmask<W>(v128.load(at)));
  return count;
}
