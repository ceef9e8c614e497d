// seq and sseq of one actor: what its opponents can bring about by improvements, slab by slab.
import { byWeight } from './sources';
import { finish, inCube, seqFrom, sseqFrom } from './flood';
import { bytesTo, slab, slabs } from './layout';
import { labelled, sweep, view } from './sweep';
import { raise } from './values';

/** What is to be done for an actor: words of 32 bits, at the places below. */
export namespace job {
  /** Options of the cube; the actor's are a … a + k − 1. */
  export const n: usize = 0;
  export const a: usize = 4;
  export const k: usize = 8;
  export const opponents: usize = 12;
  export const views: usize = 16;
  /** The actor's ranks, and per clique their greatest. */
  export const P: usize = 20;
  export const G: usize = 24;
  /** Per slab, how many of its states are feasible. */
  export const feasible: usize = 28;
  /** Whether that is all of them, in all slabs. */
  export const whole: usize = 32;
  /** Per slab the weight up to which labels say nothing new, and per clique the threshold, raised as labels are found. */
  export const seqFrom: usize = 36;
  export const seq: usize = 40;
  export const sseqFrom: usize = 44;
  export const sseq: usize = 48;
  /** Room: a slab of marks, of twice two words a state, of one; a digit's counts. */
  export const A: usize = 52;
  export const words: usize = 56;
  export const other: usize = 60;
  export const stack: usize = 64;
  export const room: usize = 68;
  /** Room for cubes where slabs are brought together all at once: marks in order, by slab, and what is feasible. */
  export const marks: usize = 72;
  export const slabMarks: usize = 76;
  export const slabFeasible: usize = 80;
  /** The patterns in the order in which their slabs are solved. */
  export const order: usize = 84;
}
/** Where a view keeps the room for its levels and patterns by slab. */
const roomL: usize = 32;
const roomX: usize = 36;

/** Marks the states, in the order of the cube, of a rank from 1 to the limit of their slab. */
export function markUpTo<W>(marks: usize, P: usize, limits: usize, n: i32, a: i32, k: i32): void {
  const size = 1 << k;
  const states = 1 << n;
  if (sizeof<W>() == 1 && a == 0 && size >= 16) {
    for (let s = 0; s < states; s += size)
      for (let o = 0; o < size; o += 16) {
        const from = P + ((s + o) << 2);
        const limit = limits + (o << 2);
        v128.store(marks + s + o, i8x16.narrow_i16x8_s(
          i16x8.narrow_i32x4_s(upTo(v128.load(from), v128.load(limit)), upTo(v128.load(from, 16), v128.load(limit, 16))),
          i16x8.narrow_i32x4_s(upTo(v128.load(from, 32), v128.load(limit, 32)), upTo(v128.load(from, 48), v128.load(limit, 48))),
        ));
      }
    return;
  }
  for (let s = 0; s < states; s++) {
    const rank = load<u32>(P + (s << 2));
    const limit = load<u32>(limits + (((s >> a) & (size - 1)) << 2));
    store<W>(marks + bytesTo<W>(s), (rank - 1 < limit ? -1 : 0) as W);
  }
}

// @ts-ignore: decorator
@inline
function upTo(rank: v128, limit: v128): v128 {
  return v128.andnot(i32x4.gt_s(rank, i32x4.splat(0)), i32x4.gt_s(rank, limit));
}

/** Marks where values from 1 to the limit stand, of `count` in a row, a multiple of sixteen. */
// @ts-ignore: decorator
@inline
function markRow<W>(marks: usize, values: usize, count: i32, limit: u32): void {
  const most = i32x4.splat(limit);
  for (let at = 0; at < count; at += 16) {
    const from = values + (at << 2);
    const low = i16x8.narrow_i32x4_s(upTo(v128.load(from), most), upTo(v128.load(from, 16), most));
    const high = i16x8.narrow_i32x4_s(upTo(v128.load(from, 32), most), upTo(v128.load(from, 48), most));
    if (sizeof<W>() == 1) v128.store(marks + at, i8x16.narrow_i16x8_s(low, high));
    else {
      v128.store(marks + (at << 1), low);
      v128.store(marks + (at << 1), high, 16);
    }
  }
}

/** Of a slab whose rows are sixteen states and more. */
function markSlab<W>(marks: usize, P: usize, limit: u32, n: i32, a: i32, k: i32, o: i32): void {
  const rows = 1 << (n - k - a);
  for (let row = 0; row < rows; row++)
    markRow<W>(marks + bytesTo<W>(row << a), P + (((row << (a + k)) | (o << a)) << 2), 1 << a, limit);
}

/** Whether some state of the slab is better than the threshold of its clique. */
function telling(P: usize, thresholds: usize, n: i32, a: i32, k: i32, o: i32): bool {
  const states = 1 << (n - k);
  if (a < 4) {
    for (let x = 0; x < states; x++) {
      if (load<u32>(P + (inCube(x, a, k, o) << 2)) > load<u32>(thresholds + (x << 2))) return true;
    }
    return false;
  }
  for (let x = 0; x < states; x += 16) {
    const from = P + (inCube(x, a, k, o) << 2);
    let any = i32x4.splat(0);
    for (let at = 0; at < 64; at += 16) {
      any = v128.or(any, i32x4.gt_s(v128.load(from + at), v128.load(thresholds + (x << 2) + at)));
    }
    if (v128.any_true(any)) return true;
  }
  return false;
}

/** `marks` left only where `others` are too. */
function both(marks: usize, others: usize, bytes: i32): void {
  for (let at = 0; at < bytes; at += 16)
    v128.store(marks + at, v128.and(v128.load(marks + at), v128.load(others + at)));
}

/**
 * Slabs `first` up to `end`, in the order given, of one actor. Only those in which a state is better than what is known of its clique
 * can tell anything new. The patterns of the opponents are brought together only where many states are left over. */
function solve<W>(task: usize, first: i32, end: i32): void {
  const n = load<i32>(task, job.n), a = load<i32>(task, job.a), k = load<i32>(task, job.k);
  const opponents = load<i32>(task, job.opponents);
  const views = load<usize>(task, job.views);
  const P = load<usize>(task, job.P), G = load<usize>(task, job.G);
  const whole = load<i32>(task, job.whole) != 0;
  const A = load<usize>(task, job.A);
  const seq = load<usize>(task, job.seq), sseq = load<usize>(task, job.sseq);
  const seqLimits = load<usize>(task, job.seqFrom), sseqLimits = load<usize>(task, job.sseqFrom);
  const slabMarks = load<usize>(task, job.slabMarks), slabFeasible = load<usize>(task, job.slabFeasible);
  const bits = n - k;
  const bytes = (1 << bits) * (sizeof<W>() as i32);
  const near = a < 4;
  if (near) {
    for (let j = 0; j < opponents; j++) {
      const v = views + j * view.words * 4;
      slabs<W>(load<usize>(v, view.L), load<usize>(v, roomL), n, a, k);
    }
    const marks = load<usize>(task, job.marks);
    if (seq) {
      markUpTo<W>(marks, P, seqLimits, n, a, k);
      slabs<W>(marks, slabMarks, n, a, k);
    }
    if (sseq && !whole) {
      const room = load<usize>(task, job.room);
      for (let o = 0; o < 1 << k; o++) store<u32>(room + (o << 2), i32.MAX_VALUE);
      markUpTo<W>(marks, P, room, n, a, k);
      slabs<W>(marks, slabFeasible, n, a, k);
    }
  }
  let together = false;
  const patterns = load<usize>(task, job.order);
  for (let at = first; at < end; at++) {
    const o = load<i32>(patterns + (at << 2));
    const feasible = load<i32>(load<usize>(task, job.feasible) + (o << 2));
    if (feasible == 0) continue;
    for (let j = 0; j < opponents; j++) {
      const v = views + j * view.words * 4;
      const own = load<usize>(v, roomL);
      if (!near) slab<W>(load<usize>(v, view.L), own, n, a, k, o);
      store<usize>(v, near ? own + o * bytes : own, view.slabL);
    }
    if (!near) together = false;
    for (let concept = 0; concept < 2; concept++) {
      const greatest = concept == 0 ? seq : sseq;
      if (!greatest) continue;
      // What seq does not bring down, sseq does not either.
      if (concept == 1 && seq) raise(sseq, seq, 1 << bits);
      if (!telling(P, greatest, n, a, k, o)) continue;
      if (concept == 0) {
        if (near) memory.copy(A, slabMarks + o * bytes, bytes);
        else markSlab<W>(A, P, load<u32>(seqLimits + (o << 2)), n, a, k, o);
      } else {
        markRow<W>(A, G, 1 << bits, load<u32>(sseqLimits + (o << 2)));
        if (!whole) {
          if (near) both(A, slabFeasible + o * bytes, bytes);
          else {
            const room = load<usize>(task, job.words);
            markSlab<W>(room, P, i32.MAX_VALUE, n, a, k, o);
            both(A, room, bytes);
          }
        }
      }
      let before = labelled<W>(A, bits);
      let now = before;
      for (let rounds = 0; rounds < 16; rounds++) {
        sweep<W>(A, views, opponents, bits, true);
        now = labelled<W>(A, bits);
        if (now == feasible || (now - before) << 10 < feasible) break;
        before = now;
      }
      if (now == feasible) continue;
      const many = (feasible - now) << 4 > 1 << bits;
      if (many && !together) {
        for (let j = 0; j < opponents; j++) {
          const v = views + j * view.words * 4;
          const own = load<usize>(v, roomX);
          if (near) slabs<W>(load<usize>(v, view.X), own, n, a, k);
          else slab<W>(load<usize>(v, view.X), own, n, a, k, o);
        }
        together = true;
      }
      if (together)
        for (let j = 0; j < opponents; j++) {
          const v = views + j * view.words * 4;
          store<usize>(v, load<usize>(v, roomX) + (near ? (o * bytes) as usize : 0), view.slabX);
        }
      rest<W>(task, o, concept, greatest, many);
    }
  }
}

/** What sweeps left over in the slab: finishes them, then goes on from the least weight that is left. */
function rest<W>(task: usize, o: i32, concept: i32, greatest: usize, together: bool): void {
  const n = load<i32>(task, job.n), a = load<i32>(task, job.a), k = load<i32>(task, job.k);
  const bits = n - k;
  const opponents = load<i32>(task, job.opponents);
  const views = load<usize>(task, job.views);
  const P = load<usize>(task, job.P), G = load<usize>(task, job.G);
  const A = load<usize>(task, job.A);
  const stack = load<usize>(task, job.stack);
  sweep<W>(A, views, opponents, bits, false);
  finish<W>(A, views, opponents, bits, stack, together, a, k, o);
  const words = load<usize>(task, job.words);
  let count = 0;
  let least: u32 = -1;
  let most: u32 = 0;
  let tells = false;
  const lanes = 16 / (sizeof<W>() as i32);
  for (let x = 0; x < 1 << bits; x += lanes) {
    let open = ((1 << lanes) - 1) & ~v128.bitmask<W>(v128.load(A + bytesTo<W>(x)));
    while (open) {
      const u = x + ctz(open);
      open &= open - 1;
      const rank = load<u32>(P + (inCube(u, a, k, o) << 2));
      if (rank == 0) continue;
      const weight = concept == 0 ? rank : load<u32>(G + (u << 2));
      if (rank > load<u32>(greatest + (u << 2))) tells = true;
      least = min(least, weight);
      most = max(most, weight);
      store<u64>(words + (count++ << 3), ((weight as u64) << 32) | u);
    }
  }
  if (!tells) return;
  const sources = byWeight(words, load<usize>(task, job.other), count, least, most, load<usize>(task, job.room));
  if (concept == 0) seqFrom<W>(sources, count, A, views, opponents, stack, together, greatest, P, a, k, o);
  else sseqFrom<W>(sources, count, A, views, opponents, stack, together, greatest, P, a, k, o);
}

export function solve8(task: usize, first: i32, end: i32): void {
  solve<i8>(task, first, end);
}

export function solve16(task: usize, first: i32, end: i32): void {
  solve<i16>(task, first, end);
}
