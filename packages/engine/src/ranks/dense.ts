/** Ranks from numbers, larger better: the least number gets 1, the next distinct one 2, and so on. */
export function denseRanks(scores: Float64Array): Uint32Array {
  const order = ascendingNumbers(scores);
  const ranks = new Uint32Array(scores.length);
  let rank = 0;
  for (let k = 0; k < order.length; k++) {
    const at = order[k]!;
    if (k === 0 || scores[at] !== scores[order[k - 1]!]) rank++;
    ranks[at] = rank;
  }
  return ranks;
}

const few = 4_096;

/** Positions by ascending number: by comparing where they are few, else by counting 16 bits at a time, the lowest first. */
function ascendingNumbers(scores: Float64Array): Uint32Array {
  const order = new Uint32Array(scores.length);
  for (let k = 0; k < order.length; k++) order[k] = k;
  if (scores.length <= few) return order.sort((a, b) => scores[a]! - scores[b]!);
  // As whole numbers the bits of floats ascend as the floats do, once the sign is turned; + 0 makes one zero of two.
  const bits = new Uint16Array(Float64Array.from(scores, (score) => score + 0).buffer);
  for (let k = 3; k < bits.length; k += 4) {
    if (bits[k]! & 0x8000) for (let part = k - 3; part <= k; part++) bits[part] = ~bits[part]!;
    else bits[k]! ^= 0x8000;
  }
  let from = order;
  let to = new Uint32Array(order.length);
  const start = new Uint32Array(2 ** 16 + 1);
  for (let part = 0; part < 4; part++) {
    start.fill(0);
    for (let k = part; k < bits.length; k += 4) start[bits[k]! + 1]!++;
    if (start.includes(order.length)) continue;
    for (let digit = 0; digit < 2 ** 16; digit++) start[digit + 1]! += start[digit]!;
    for (const at of from) to[start[bits[4 * at + part]!]!++] = at;
    [from, to] = [to, from];
  }
  return from;
}
