/**
 * Numbers from a counter (the mixing function of MurmurHash3, Appleby 2011): draw k is the same whoever computes it. 32 bits.
 */
export function drawn(seed: number, counter: number): number {
  let x = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(counter + 1, 0xc2b2ae35)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** `count` distinct positions of 0 … total − 1, ascending, drawn by the seed (Floyd's algorithm; Bentley & Floyd 1987). */
export function drawDistinct(total: number, count: number, seed: number): readonly number[] {
  const chosen = new Set<number>();
  for (let top = total - count; top < total; top++) {
    const at = drawn(seed, top) % (top + 1);
    chosen.add(chosen.has(at) ? top : at);
  }
  return [...chosen].sort((a, b) => a - b);
}
