// Digits of states, given as planes of a bit a state, appended to what is known of each state.

/**
 * `keys[s] << digits` and the digits of s, the first plane the highest; planes are 1 024 bytes apart. Marks in `seen`, a byte a key,
 * the keys that occur. `fresh`: as if all keys were 0.
 */
export function append(planes: usize, digits: i32, keys: usize, count: i32, seen: usize, fresh: bool): void {
  const own = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
  for (let s = 0; s < count; s += 16) {
    let low = i64x2.splat(0), high = low;
    const word = planes + (s >> 3);
    for (let d = 0; d < digits; d++) {
      const two = v128.load16_splat(word + (d << 10));
      const spread = i8x16.shuffle(two, two, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
      const set = i8x16.eq(v128.and(spread, own), own);
      const up = digits - 1 - d;
      const bit: i32 = 1 << (up & 7);
      const placed = v128.and(set, i8x16.splat(bit as i8));
      if (up < 8) low = v128.or(low, placed);
      else high = v128.or(high, placed);
    }
    const near = i8x16.shuffle(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const far = i8x16.shuffle(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const to = keys + (s << 2);
    let k0 = i32x4.extend_low_i16x8_u(near), k1 = i32x4.extend_high_i16x8_u(near);
    let k2 = i32x4.extend_low_i16x8_u(far), k3 = i32x4.extend_high_i16x8_u(far);
    if (!fresh) {
      k0 = v128.or(k0, i32x4.shl(v128.load(to), digits));
      k1 = v128.or(k1, i32x4.shl(v128.load(to, 16), digits));
      k2 = v128.or(k2, i32x4.shl(v128.load(to, 32), digits));
      k3 = v128.or(k3, i32x4.shl(v128.load(to, 48), digits));
    }
    v128.store(to, k0);
    v128.store(to, k1, 16);
    v128.store(to, k2, 32);
    v128.store(to, k3, 48);
  }
  const end = keys + (count << 2);
  for (let at = keys; at < end; at += 4) store<u8>(seen + load<u32>(at), 1);
}

/** `keys[s] = table[keys[s]]`. */
export function lookUp(keys: usize, count: i32, table: usize): void {
  const end = keys + (count << 2);
  for (let at = keys; at < end; at += 4) store<u32>(at, load<u32>(table + (load<u32>(at) << 2)));
}
