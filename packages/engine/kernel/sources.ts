// The states that no sweep labelled, by weight.

/** Sorts words of 64 bits by their upper halves, which are `least` … `most`; gives where they then are: `words` or `other`. */
export function byWeight(words: usize, other: usize, count: i32, least: u32, most: u32, room: usize): usize {
  if (count <= 24) {
    for (let at = 1; at < count; at++) {
      const word = load<u64>(words + (at << 3));
      let to = at;
      while (to > 0 && load<u64>(words + ((to - 1) << 3)) > word) {
        store<u64>(words + (to << 3), load<u64>(words + ((to - 1) << 3)));
        to--;
      }
      store<u64>(words + (to << 3), word);
    }
    return words;
  }
  const digits = 32 - clz(most - least);
  const portions = max(1, (digits + 10) / 11);
  const width = (digits + portions - 1) / portions;
  const base = (least as u64) << 32;
  for (let part = 0; part < portions; part++) {
    const shift = 32 + part * width;
    const mask = (1 << width) - 1;
    memory.fill(room, 0, 4 << width);
    for (let at = 0; at < count; at++) {
      const place = room + (((((load<u64>(words + (at << 3)) - base) >> shift) as i32) & mask) << 2);
      store<u32>(place, load<u32>(place) + 1);
    }
    let sum = 0;
    for (let digit = 0; digit <= mask; digit++) {
      const here = load<u32>(room + (digit << 2));
      store<u32>(room + (digit << 2), sum);
      sum += here;
    }
    for (let at = 0; at < count; at++) {
      const word = load<u64>(words + (at << 3));
      const place = room + (((((word - base) >> shift) as i32) & mask) << 2);
      const to = load<u32>(place);
      store<u64>(other + (to << 3), word);
      store<u32>(place, to + 1);
    }
    const turned = words;
    words = other;
    other = turned;
  }
  return words;
}
