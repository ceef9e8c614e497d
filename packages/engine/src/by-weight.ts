/** States in ascending weight: by counting where the weights are dense, as ranks usually are, else by comparing. */
export function byWeight(weight: Uint32Array): Int32Array {
  let largest = 0;
  for (const w of weight) if (w > largest) largest = w;
  if (largest > 4 * weight.length) {
    return Int32Array.from(weight.keys()).sort((a, b) => weight[a]! - weight[b]! || a - b);
  }
  const start = new Int32Array(largest + 2);
  for (let state = 0; state < weight.length; state++) start[weight[state]! + 1]!++;
  for (let w = 0; w <= largest; w++) start[w + 1]! += start[w]!;
  const order = new Int32Array(weight.length);
  for (let state = 0; state < weight.length; state++) order[start[weight[state]!]!++] = state;
  return order;
}

const kept = new WeakMap<Uint32Array, Int32Array>();

/** The same, kept for as long as the weights are, which must not change: an order is asked for by everyone who reads the ranks. */
export function byWeightOnce(weight: Uint32Array): Int32Array {
  const known = kept.get(weight);
  if (known) return known;
  const made = byWeight(weight);
  kept.set(weight, made);
  return made;
}
