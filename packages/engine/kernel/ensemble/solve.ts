// Sixteen preference profiles of one conflict at once: a vector holds one state for sixteen of them. Everything that follows from the
// moves alone is laid out beforehand (`src/ensemble/plan.ts`); places are addresses, and states are numbered by their vectors.

/** Words of the head, by their places. */
namespace head {
  export const states: usize = 0;
  export const actors: usize = 4;
  export const ranks: usize = 8;
  export const flags: usize = 12;
  export const equilibria: usize = 16;
  export const counts: usize = 20;
  export const masks: usize = 24;
  export const gains: usize = 28;
  export const reach: usize = 32;
  export const byPart: usize = 36;
  export const plans: usize = 40;
}

/** Words of an actor's plan. */
namespace plan {
  export const size: usize = 44;
  /** Arcs of its own by state: where they begin, and the vectors they lead to. */
  export const arcStart: usize = 0;
  export const arcTo: usize = 4;
  /** Vector of its first arc among the masks. */
  export const maskFrom: usize = 8;
  /** Arcs of all others by state: pairs of a mask's place and the pair of vectors it leads to. */
  export const otherStart: usize = 12;
  export const others: usize = 16;
  /** Who leads where by moves of all others: parts, what they are made of and lead to. */
  export const parts: usize = 20;
  export const part: usize = 24;
  export const memberStart: usize = 28;
  export const members: usize = 32;
  export const afterStart: usize = 36;
  export const after: usize = 40;
}

// @ts-ignore: decorator
@inline
function word(at: usize): usize {
  return load<u32>(at);
}

/** Per arc, all bits set in the lanes where it is no improvement of whoever makes it. */
function compare(H: usize, A: usize, ranks: usize): void {
  const states = <i32>word(H + head.states);
  const start = word(A + plan.arcStart);
  const to = word(A + plan.arcTo);
  let mask = word(H + head.masks) + word(A + plan.maskFrom);
  for (let state = 0; state < states; state++) {
    const own = v128.load(ranks + (<usize>state << 4));
    const end = word(start + (<usize>state << 2) + 4);
    for (let k = word(start + (<usize>state << 2)); k < end; k++) {
      v128.store(mask, i8x16.le_u(v128.load(ranks + word(to + (k << 2))), own));
      mask += 16;
    }
  }
}

/** Ranks and the greatest rank that can be reached, as pairs of vectors; the states that are nash. */
function open(H: usize, A: usize, ranks: usize, flags: usize): void {
  const states = <i32>word(H + head.states);
  const start = word(A + plan.arcStart);
  const to = word(A + plan.arcTo);
  const reach = word(H + head.reach);
  for (let state = 0; state < states; state++) {
    const own = v128.load(ranks + (<usize>state << 4));
    let greatest = own;
    const end = word(start + (<usize>state << 2) + 4);
    for (let k = word(start + (<usize>state << 2)); k < end; k++)
      greatest = i8x16.max_u(greatest, v128.load(ranks + word(to + (k << 2))));
    v128.store(reach + (<usize>state << 5), own);
    v128.store(reach + (<usize>state << 5), greatest, 16);
    v128.store(flags + (<usize>state << 4), v128.and(i8x16.eq(greatest, own), i8x16.splat(1)));
  }
}

/** What others can bring about by moves: per part the least of both weights. */
function moves(H: usize, A: usize, ranks: usize): void {
  const states = <i32>word(H + head.states);
  const parts = <i32>word(A + plan.parts);
  const memberStart = word(A + plan.memberStart);
  const members = word(A + plan.members);
  const afterStart = word(A + plan.afterStart);
  const after = word(A + plan.after);
  const reach = word(H + head.reach);
  const byPart = word(H + head.byPart);
  for (let p = 0; p < parts; p++) {
    let a = i8x16.splat(-1);
    let b = a;
    const lastMember = word(memberStart + (<usize>p << 2) + 4);
    for (let k = word(memberStart + (<usize>p << 2)); k < lastMember; k++) {
      const at = reach + word(members + (k << 2));
      a = i8x16.min_u(a, v128.load(at));
      b = i8x16.min_u(b, v128.load(at, 16));
    }
    const lastAfter = word(afterStart + (<usize>p << 2) + 4);
    for (let k = word(afterStart + (<usize>p << 2)); k < lastAfter; k++) {
      const at = byPart + word(after + (k << 2));
      a = i8x16.min_u(a, v128.load(at));
      b = i8x16.min_u(b, v128.load(at, 16));
    }
    v128.store(byPart + (<usize>p << 5), a);
    v128.store(byPart + (<usize>p << 5), b, 16);
  }
  const part = word(A + plan.part);
  const gains = word(H + head.gains);
  for (let state = 0; state < states; state++) {
    const own = v128.load(ranks + (<usize>state << 4));
    const at = byPart + word(part + (<usize>state << 2));
    v128.store(gains + (<usize>state << 6), i8x16.min_u(own, v128.load(at)));
    v128.store(gains + (<usize>state << 6), i8x16.min_u(own, v128.load(at, 16)), 16);
  }
}

// @ts-ignore: decorator
@inline
function relaxed(M: usize, start: usize, others: usize, reach: usize, state: usize, changed: v128): v128 {
  const at = reach + (state << 5);
  const a0 = v128.load(at);
  const b0 = v128.load(at, 16);
  let a = a0;
  let b = b0;
  const end = others + (word(start + (state << 2) + 4) << 3);
  for (let k = others + (word(start + (state << 2)) << 3); k < end; k += 8) {
    const not = v128.load(M + word(k));
    const to = reach + word(k + 4);
    a = i8x16.min_u(a, v128.or(v128.load(to), not));
    b = i8x16.min_u(b, v128.or(v128.load(to, 16), not));
  }
  v128.store(at, a);
  v128.store(at, b, 16);
  return v128.or(changed, v128.or(v128.xor(a, a0), v128.xor(b, b0)));
}

/** What others can bring about by improvements: relaxed to and fro until nothing changes in any lane. */
function improvements(H: usize, A: usize): void {
  const states = word(H + head.states);
  const M = word(H + head.masks);
  const start = word(A + plan.otherStart);
  const others = word(A + plan.others);
  const reach = word(H + head.reach);
  while (true) {
    let changed = i64x2.splat(0);
    for (let state = states; state > 0; state--) changed = relaxed(M, start, others, reach, state - 1, changed);
    if (!v128.any_true(changed)) return;
    changed = i64x2.splat(0);
    for (let state: usize = 0; state < states; state++) changed = relaxed(M, start, others, reach, state, changed);
    if (!v128.any_true(changed)) return;
  }
}

/** Stable is what the greatest gain that can be reached is no more than. */
function close(H: usize, A: usize, ranks: usize, flags: usize, first: bool): void {
  const states = <i32>word(H + head.states);
  const start = word(A + plan.arcStart);
  const to = word(A + plan.arcTo);
  const reach = word(H + head.reach);
  const gains = word(H + head.gains);
  const equilibria = word(H + head.equilibria);
  for (let state = 0; state < states; state++) {
    const own = v128.load(ranks + (<usize>state << 4));
    const at = reach + (<usize>state << 5);
    v128.store(gains + (<usize>state << 6), i8x16.min_u(own, v128.load(at)), 32);
    v128.store(gains + (<usize>state << 6), i8x16.min_u(own, v128.load(at, 16)), 48);
  }
  for (let state = 0; state < states; state++) {
    const own = v128.load(ranks + (<usize>state << 4));
    const here = gains + (<usize>state << 6);
    let gmr = v128.load(here);
    let smr = v128.load(here, 16);
    let seq = v128.load(here, 32);
    let sseq = v128.load(here, 48);
    const end = word(start + (<usize>state << 2) + 4);
    for (let k = word(start + (<usize>state << 2)); k < end; k++) {
      const there = gains + (word(to + (k << 2)) << 2);
      gmr = i8x16.max_u(gmr, v128.load(there));
      smr = i8x16.max_u(smr, v128.load(there, 16));
      seq = i8x16.max_u(seq, v128.load(there, 32));
      sseq = i8x16.max_u(sseq, v128.load(there, 48));
    }
    let all = v128.load(flags + (<usize>state << 4));
    all = v128.or(all, v128.and(i8x16.le_u(gmr, own), i8x16.splat(2)));
    all = v128.or(all, v128.and(i8x16.le_u(smr, own), i8x16.splat(4)));
    all = v128.or(all, v128.and(i8x16.le_u(seq, own), i8x16.splat(8)));
    all = v128.or(all, v128.and(i8x16.le_u(sseq, own), i8x16.splat(16)));
    v128.store(flags + (<usize>state << 4), all);
    const together = equilibria + (<usize>state << 4);
    v128.store(together, first ? all : v128.and(v128.load(together), all));
  }
}

/** All five concepts for all actors; counts of equilibria go up by those in the lanes of which the bit is set. */
export function solve(H: usize, lanes: i32): void {
  const states = word(H + head.states);
  const actors = word(H + head.actors);
  const row = states << 4;
  for (let actor: usize = 0; actor < actors; actor++)
    compare(H, H + head.plans + actor * plan.size, word(H + head.ranks) + actor * row);
  for (let actor: usize = 0; actor < actors; actor++) {
    const A = H + head.plans + actor * plan.size;
    const ranks = word(H + head.ranks) + actor * row;
    const flags = word(H + head.flags) + actor * row;
    open(H, A, ranks, flags);
    moves(H, A, ranks);
    improvements(H, A);
    close(H, A, ranks, flags, actor == 0);
  }
  let count = word(H + head.counts);
  const equilibria = word(H + head.equilibria);
  for (let state: usize = 0; state < states; state++) {
    const all = v128.load(equilibria + (state << 4));
    for (let concept = 0; concept < 5; concept++) {
      const here = i32.popcnt(i8x16.bitmask(i8x16.shl(all, 7 - concept)) & lanes);
      store<u32>(count, load<u32>(count) + here);
      count += 4;
    }
  }
}
