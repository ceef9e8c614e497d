// Thresholds into flags: s is stable exactly when its rank is at least the threshold of its clique.

// @ts-ignore: decorator
@inline
function four(rank: v128, nash: v128, gmr: v128, smr: v128, seq: v128, sseq: v128, asked: v128): v128 {
  let f = i32x4.gt_s(sseq, rank);
  f = i32x4.add(i32x4.add(f, f), i32x4.gt_s(seq, rank));
  f = i32x4.add(i32x4.add(f, f), i32x4.gt_s(smr, rank));
  f = i32x4.add(i32x4.add(f, f), i32x4.gt_s(gmr, rank));
  f = i32x4.add(i32x4.add(f, f), i32x4.gt_s(nash, rank));
  return v128.and(i32x4.add(f, i32x4.splat(31)), asked);
}

// @ts-ignore: decorator
@inline
function at(thresholds: usize, x: i32): v128 {
  return v128.load(thresholds + (x << 2));
}

// @ts-ignore: decorator
@inline
function same(thresholds: usize, x: i32): v128 {
  return v128.load32_splat(thresholds + (x << 2));
}

/** Flags of every state, bits nash 1, gmr 2, smr 4, seq 8, sseq 16 and of these the mask, from one threshold a clique and concept. */
export function flags(
  to: usize, P: usize, n: i32, a: i32, k: i32,
  nash: usize, gmr: usize, smr: usize, seq: usize, sseq: usize, mask: i32,
): void {
  const size = 1 << k;
  const cliques = 1 << (n - k);
  const below = (1 << a) - 1;
  const asked = i32x4.splat(mask);
  if (a >= 2) {
    for (let x = 0; x < cliques; x += 4) {
      const s = ((x >> a) << (a + k)) | (x & below);
      const t0 = at(nash, x), t1 = at(gmr, x), t2 = at(smr, x), t3 = at(seq, x), t4 = at(sseq, x);
      for (let p = 0; p < size; p++) {
        const u = s + (p << a);
        const f = four(v128.load(P + (u << 2)), t0, t1, t2, t3, t4, asked);
        const h = i16x8.narrow_i32x4_s(f, f);
        store<u32>(to + u, i32x4.extract_lane(i8x16.narrow_i16x8_s(h, h), 0));
      }
    }
    return;
  }
  if (a == 0 && k >= 2) {
    for (let x = 0; x < cliques; x++) {
      const t0 = same(nash, x), t1 = same(gmr, x), t2 = same(smr, x), t3 = same(seq, x), t4 = same(sseq, x);
      for (let u = x << k; u < (x + 1) << k; u += 4) {
        const f = four(v128.load(P + (u << 2)), t0, t1, t2, t3, t4, asked);
        const h = i16x8.narrow_i32x4_s(f, f);
        store<u32>(to + u, i32x4.extract_lane(i8x16.narrow_i16x8_s(h, h), 0));
      }
    }
    return;
  }
  for (let x = 0; x < cliques; x++) {
    const s = ((x >> a) << (a + k)) | (x & below);
    const t0 = same(nash, x), t1 = same(gmr, x), t2 = same(smr, x), t3 = same(seq, x), t4 = same(sseq, x);
    for (let p = 0; p < size; p++) {
      const u = s + (p << a);
      store<u8>(to + u, i32x4.extract_lane(four(i32x4.splat(load<u32>(P + (u << 2))), t0, t1, t2, t3, t4, asked), 0));
    }
  }
}
