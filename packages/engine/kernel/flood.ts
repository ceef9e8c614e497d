// What sweeps leave: linear, because a clique's labelled states are always its worst ones, so that its top only rises.
import { bytesTo } from './layout';
import { laneBits, view } from './sweep';

/** What a flood does with the states that it labels. */
export const enum Kind { only, seq, sseq }

/** How a slab lies in the cube: its actor's bits a … a + k − 1 hold o. */
// @ts-ignore: decorator
@inline
export function inCube(u: i32, a: i32, k: i32, o: i32): i32 {
  return ((u >> a) << (a + k)) | (o << a) | (u & ((1 << a) - 1));
}

// @ts-ignore: decorator
@inline
function note<W>(kind: Kind, u: i32, value: u32, greatest: usize, P: usize, a: i32, k: i32, o: i32): void {
  if (kind == Kind.only) return;
  const known = load<u32>(greatest + (u << 2));
  if (known >= value) return;
  if (kind == Kind.sseq) value = min(value, load<u32>(P + (inCube(u, a, k, o) << 2)));
  store<u32>(greatest + (u << 2), max(known, value));
}

/**
 * Empties the stack: labels what leads by an improvement to a state on it, and so on. `near`: the patterns lie in the order of the
 * slab. `value`: the label, raised into `greatest` by what `kind` says.
 */
// @ts-ignore: decorator
@inline
function flood<W>(
  kind: Kind, A: usize, views: usize, opponents: i32, stack: usize, height: i32, near: bool,
  value: u32, greatest: usize, P: usize, a: i32, k: i32, o: i32,
): void {
  while (height > 0) {
    const t = load<i32>(stack + (--height << 2));
    for (let j = 0; j < opponents; j++) {
      const v = views + j * view.words * 4;
      const level = load<W>(load<usize>(v, view.slabL) + bytesTo<W>(t)) as i32;
      const c = t & load<i32>(v, view.others);
      const place = load<usize>(v, view.top) + bytesTo<W>(c);
      const top = load<W>(place) as i32;
      if (level <= top) continue;
      store<W>(place, level as W);
      const b = load<i32>(v, view.b);
      const X = near
        ? load<usize>(v, view.slabX) + bytesTo<W>(c)
        : load<usize>(v, view.X) + bytesTo<W>(inCube(c, a, k, o));
      const up = near ? b : load<i32>(v, view.a);
      for (let p = top; p < level; p++) {
        const u = c | ((load<W>(X + bytesTo<W>(p << up)) as i32) << b);
        const mark = A + bytesTo<W>(u);
        if (load<W>(mark) != 0) continue;
        store<W>(mark, -1 as W);
        store<i32>(stack + (height++ << 2), u);
        note<W>(kind, u, value, greatest, P, a, k, o);
      }
    }
  }
}

/** After sweeps, with tops as they are: labels all that leads to a labelled state. */
export function finish<W>(
  A: usize, views: usize, opponents: i32, bits: i32, stack: usize, near: bool, a: i32, k: i32, o: i32,
): void {
  const lanes = 1 << laneBits<W>();
  const all = (1 << lanes) - 1;
  let height = 0;
  for (let x = 0; x < 1 << bits; x += lanes) {
    let open = all & ~v128.bitmask<W>(v128.load(A + bytesTo<W>(x)));
    while (open) {
      const u = x + ctz(open);
      open &= open - 1;
      for (let j = 0; j < opponents; j++) {
        const v = views + j * view.words * 4;
        const level = load<W>(load<usize>(v, view.slabL) + bytesTo<W>(u));
        const c = u & load<i32>(v, view.others);
        if (level >= load<W>(load<usize>(v, view.top) + bytesTo<W>(c))) continue;
        store<W>(A + bytesTo<W>(u), -1 as W);
        store<i32>(stack + (height++ << 2), u);
        break;
      }
    }
  }
  flood<W>(Kind.only, A, views, opponents, stack, height, near, 0, 0, 0, a, k, o);
}

/** From sources in ascending weight (upper half of each word; below, the state), everything that is not labelled yet. */
// @ts-ignore: decorator
@inline
function fromSources<W>(
  kind: Kind, sources: usize, count: i32, A: usize, views: usize, opponents: i32, stack: usize, near: bool,
  greatest: usize, P: usize, a: i32, k: i32, o: i32,
): void {
  for (let at = 0; at < count; at++) {
    const source = load<u64>(sources + (at << 3));
    const u = source as i32;
    const mark = A + bytesTo<W>(u);
    if (load<W>(mark) != 0) continue;
    store<W>(mark, -1 as W);
    store<i32>(stack, u);
    const value = (source >> 32) as u32;
    note<W>(kind, u, value, greatest, P, a, k, o);
    flood<W>(kind, A, views, opponents, stack, 1, near, value, greatest, P, a, k, o);
  }
}

export function seqFrom<W>(
  sources: usize, count: i32, A: usize, views: usize, opponents: i32, stack: usize, near: bool,
  greatest: usize, P: usize, a: i32, k: i32, o: i32,
): void {
  fromSources<W>(Kind.seq, sources, count, A, views, opponents, stack, near, greatest, P, a, k, o);
}

export function sseqFrom<W>(
  sources: usize, count: i32, A: usize, views: usize, opponents: i32, stack: usize, near: bool,
  greatest: usize, P: usize, a: i32, k: i32, o: i32,
): void {
  fromSources<W>(Kind.sseq, sources, count, A, views, opponents, stack, near, greatest, P, a, k, o);
}
