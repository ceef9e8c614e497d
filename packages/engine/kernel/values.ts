// Simple passes over rows of values, of 32 bits each and a multiple of four.

/** The greatest of them. */
export function greatest(values: usize, count: i32): u32 {
  let most = i32x4.splat(0);
  for (let at = values; at < values + (count << 2); at += 16) most = i32x4.max_u(most, v128.load(at));
  const two = i32x4.max_u(most, i32x4.shuffle(most, most, 2, 3, 0, 1));
  return i32x4.extract_lane(i32x4.max_u(two, i32x4.shuffle(two, two, 1, 0, 3, 2)), 0);
}

/** The least of them that are not 0; the largest number there is where all are. */
export function least(values: usize, count: i32): u32 {
  const one = i32x4.splat(1);
  let few = i32x4.splat(-1);
  for (let at = values; at < values + (count << 2); at += 16) few = i32x4.min_u(few, i32x4.sub(v128.load(at), one));
  const two = i32x4.min_u(few, i32x4.shuffle(few, few, 2, 3, 0, 1));
  return i32x4.extract_lane(i32x4.min_u(two, i32x4.shuffle(two, two, 1, 0, 3, 2)), 0) + 1;
}

export function fill(values: usize, count: i32, value: u32): void {
  const same = i32x4.splat(value);
  for (let at = values; at < values + (count << 2); at += 16) v128.store(at, same);
}

/** Raises the first row to the second. */
export function raise(values: usize, others: usize, count: i32): void {
  for (let at = 0; at < count << 2; at += 16)
    v128.store(values + at, i32x4.max_u(v128.load(values + at), v128.load(others + at)));
}

export function copy(values: usize, others: usize, count: i32): void {
  memory.copy(values, others, count << 2);
}
