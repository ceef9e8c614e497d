// Rows into columns: the states of one actor's pattern, which lie apart in the cube, brought together (a slab).

/** A square of 16 × 16 bytes, its rows `across` bytes apart, turned; the rows of the result are `down` bytes apart. */
function turn16(from: usize, across: usize, to: usize, down: usize): void {
  let r0 = v128.load(from + 0 * across);
  let r1 = v128.load(from + 1 * across);
  let r2 = v128.load(from + 2 * across);
  let r3 = v128.load(from + 3 * across);
  let r4 = v128.load(from + 4 * across);
  let r5 = v128.load(from + 5 * across);
  let r6 = v128.load(from + 6 * across);
  let r7 = v128.load(from + 7 * across);
  let r8 = v128.load(from + 8 * across);
  let r9 = v128.load(from + 9 * across);
  let r10 = v128.load(from + 10 * across);
  let r11 = v128.load(from + 11 * across);
  let r12 = v128.load(from + 12 * across);
  let r13 = v128.load(from + 13 * across);
  let r14 = v128.load(from + 14 * across);
  let r15 = v128.load(from + 15 * across);
  let t0 = i8x16.shuffle(r0, r8, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t1 = i8x16.shuffle(r0, r8, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t2 = i8x16.shuffle(r1, r9, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t3 = i8x16.shuffle(r1, r9, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t4 = i8x16.shuffle(r2, r10, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t5 = i8x16.shuffle(r2, r10, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t6 = i8x16.shuffle(r3, r11, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t7 = i8x16.shuffle(r3, r11, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t8 = i8x16.shuffle(r4, r12, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t9 = i8x16.shuffle(r4, r12, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t10 = i8x16.shuffle(r5, r13, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t11 = i8x16.shuffle(r5, r13, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t12 = i8x16.shuffle(r6, r14, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t13 = i8x16.shuffle(r6, r14, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  let t14 = i8x16.shuffle(r7, r15, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  let t15 = i8x16.shuffle(r7, r15, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r0 = i8x16.shuffle(t0, t8, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r1 = i8x16.shuffle(t0, t8, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r2 = i8x16.shuffle(t1, t9, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r3 = i8x16.shuffle(t1, t9, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r4 = i8x16.shuffle(t2, t10, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r5 = i8x16.shuffle(t2, t10, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r6 = i8x16.shuffle(t3, t11, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r7 = i8x16.shuffle(t3, t11, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r8 = i8x16.shuffle(t4, t12, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r9 = i8x16.shuffle(t4, t12, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r10 = i8x16.shuffle(t5, t13, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r11 = i8x16.shuffle(t5, t13, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r12 = i8x16.shuffle(t6, t14, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r13 = i8x16.shuffle(t6, t14, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r14 = i8x16.shuffle(t7, t15, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r15 = i8x16.shuffle(t7, t15, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t0 = i8x16.shuffle(r0, r8, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t1 = i8x16.shuffle(r0, r8, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t2 = i8x16.shuffle(r1, r9, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t3 = i8x16.shuffle(r1, r9, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t4 = i8x16.shuffle(r2, r10, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t5 = i8x16.shuffle(r2, r10, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t6 = i8x16.shuffle(r3, r11, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t7 = i8x16.shuffle(r3, r11, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t8 = i8x16.shuffle(r4, r12, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t9 = i8x16.shuffle(r4, r12, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t10 = i8x16.shuffle(r5, r13, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t11 = i8x16.shuffle(r5, r13, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t12 = i8x16.shuffle(r6, r14, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t13 = i8x16.shuffle(r6, r14, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  t14 = i8x16.shuffle(r7, r15, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  t15 = i8x16.shuffle(r7, r15, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r0 = i8x16.shuffle(t0, t8, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r1 = i8x16.shuffle(t0, t8, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r2 = i8x16.shuffle(t1, t9, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r3 = i8x16.shuffle(t1, t9, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r4 = i8x16.shuffle(t2, t10, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r5 = i8x16.shuffle(t2, t10, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r6 = i8x16.shuffle(t3, t11, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r7 = i8x16.shuffle(t3, t11, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r8 = i8x16.shuffle(t4, t12, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r9 = i8x16.shuffle(t4, t12, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r10 = i8x16.shuffle(t5, t13, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r11 = i8x16.shuffle(t5, t13, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r12 = i8x16.shuffle(t6, t14, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r13 = i8x16.shuffle(t6, t14, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  r14 = i8x16.shuffle(t7, t15, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  r15 = i8x16.shuffle(t7, t15, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  v128.store(to + 0 * down, r0);
  v128.store(to + 1 * down, r1);
  v128.store(to + 2 * down, r2);
  v128.store(to + 3 * down, r3);
  v128.store(to + 4 * down, r4);
  v128.store(to + 5 * down, r5);
  v128.store(to + 6 * down, r6);
  v128.store(to + 7 * down, r7);
  v128.store(to + 8 * down, r8);
  v128.store(to + 9 * down, r9);
  v128.store(to + 10 * down, r10);
  v128.store(to + 11 * down, r11);
  v128.store(to + 12 * down, r12);
  v128.store(to + 13 * down, r13);
  v128.store(to + 14 * down, r14);
  v128.store(to + 15 * down, r15);
}

/** Bytes from the first of a row of W to the one at this place. */
// @ts-ignore: decorator
@inline
export function bytesTo<W>(place: i32): usize {
  return (place as usize) * sizeof<W>();
}

/** The slab of pattern o of the actor with bits a … a + k − 1: rows of 2^a states, one after the other. */
export function slab<W>(from: usize, to: usize, n: i32, a: i32, k: i32, o: i32): void {
  const row = (sizeof<W>() as i32) << a;
  const rows = 1 << (n - k - a);
  from += o * row;
  for (let hi = 0; hi < rows; hi++) {
    if (row >= 64) memory.copy(to, from, row);
    else for (let at = 0; at < row; at += 16) v128.store(to + at, v128.load(from + at));
    to += row;
    from += row << k;
  }
}

/** All slabs of an actor whose patterns lie closer than 16 bytes, one after the other. */
export function slabs<W>(from: usize, to: usize, n: i32, a: i32, k: i32): void {
  const size = 1 << k;
  const states = 1 << (n - k);
  if (sizeof<W>() == 1 && a == 0 && size >= 16 && states >= 16) {
    for (let x = 0; x < states; x += 16)
      for (let o = 0; o < size; o += 16) turn16(from + (x << k) + o, size, to + o * states + x, states);
    return;
  }
  const below = (1 << a) - 1;
  for (let x = 0; x < states; x++) {
    const s = ((x >> a) << (a + k)) | (x & below);
    for (let o = 0; o < size; o++)
      store<W>(to + bytesTo<W>(o * states + x), load<W>(from + bytesTo<W>(s + (o << a))));
  }
}
