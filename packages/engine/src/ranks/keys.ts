import type { Plane } from '../planes/columns.ts';

const eight = new Int32Array(8);

/**
 * Appends binary digits to a key a state: `keys[s]` becomes `keys[s] << planes.length` and the planes' bits of s, the first plane
 * the highest; for `count` states from `first` on. Eight states and eight planes at a time, by an 8 × 8 turn of bits
 * (Warren 2012, Hacker's Delight, 7-3).
 */
export function appendBits(keys: Uint32Array, first: number, count: number, planes: readonly Plane[]): void {
  const digits = planes.length;
  for (let group = 0; group < count; group += 8) {
    const word = group >>> 5;
    const shift = group & 31;
    eight.fill(0);
    for (let done = 0; done < digits; done += 8) {
      const last = digits - 1 - done;
      let low = 0;
      let high = 0;
      for (let k = 0; k < 4 && k <= last; k++) low |= ((planes[last - k]![word]! >>> shift) & 255) << (8 * k);
      for (let k = 4; k < 8 && k <= last; k++)
        high |= ((planes[last - k]![word]! >>> shift) & 255) << (8 * (k - 4));
      let swap = (low ^ (low >>> 7)) & 0x00aa00aa;
      low ^= swap ^ (swap << 7);
      swap = (high ^ (high >>> 7)) & 0x00aa00aa;
      high ^= swap ^ (swap << 7);
      swap = (low ^ (low >>> 14)) & 0x0000cccc;
      low ^= swap ^ (swap << 14);
      swap = (high ^ (high >>> 14)) & 0x0000cccc;
      high ^= swap ^ (swap << 14);
      const even = (low & 0x0f0f0f0f) | ((high << 4) & 0xf0f0f0f0);
      const odd = ((low >>> 4) & 0x0f0f0f0f) | (high & 0xf0f0f0f0);
      for (let b = 0; b < 4; b++) {
        eight[b]! |= ((even >>> (8 * b)) & 255) << done;
        eight[b + 4]! |= ((odd >>> (8 * b)) & 255) << done;
      }
    }
    const from = first + group;
    const most = Math.min(8, count - group);
    for (let b = 0; b < most; b++) keys[from + b] = (keys[from + b]! << digits) | eight[b]!;
  }
}
