/**
 * Per set of flips, the greatest value that a proper part of it among the sets has, `-Infinity` where there is none. By pairs of sets;
 * where the sets are more than the parts of all that is flipped, by these, k 2^k steps for k flips.
 */
export function bestParts(sets: readonly number[], values: readonly number[]): Float64Array {
  const flipped = sets.reduce((all, set) => all | set, 0);
  const bits: number[] = [];
  for (let bit = 0; bit < 32; bit++) if (flipped & (1 << bit)) bits.push(1 << bit);
  const k = bits.length;
  return k <= 24 && k * 2 ** k < sets.length ** 2 ? byParts(sets, values, bits) : byPairs(sets, values);
}

export function byPairs(sets: readonly number[], values: readonly number[]): Float64Array {
  return Float64Array.from(sets, (whole) => {
    let best = Number.NEGATIVE_INFINITY;
    sets.forEach((part, k) => {
      if (part !== whole && (part & ~whole) === 0 && values[k]! > best) best = values[k]!;
    });
    return best;
  });
}

export function byParts(
  sets: readonly number[],
  values: readonly number[],
  bits: readonly number[],
): Float64Array {
  const dense = Uint32Array.from(sets, (set) =>
    bits.reduce((code, bit, k) => (set & bit ? code | (1 << k) : code), 0),
  );
  // The best among a set and its parts: of each bit in turn, with it and without.
  const within = new Float64Array(2 ** bits.length).fill(Number.NEGATIVE_INFINITY);
  dense.forEach((code, k) => {
    within[code] = values[k]!;
  });
  for (let bit = 1; bit < within.length; bit <<= 1)
    for (let code = 0; code < within.length; code++)
      if (code & bit && within[code ^ bit]! > within[code]!) within[code] = within[code ^ bit]!;
  return Float64Array.from(dense, (code) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let bit = 1; bit <= code; bit <<= 1)
      if (code & bit && within[code ^ bit]! > best) best = within[code ^ bit]!;
    return best;
  });
}
