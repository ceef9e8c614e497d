/** Sets of states, 32 a word. */
export function emptyBitSet(states: number): Int32Array {
  return new Int32Array((states + 31) >>> 5);
}

export function addState(set: Int32Array, state: number): void {
  set[state >>> 5]! |= 1 << (state & 31);
}

export function bitSetWhere(states: number, holds: (state: number) => boolean): Int32Array {
  const set = emptyBitSet(states);
  for (let state = 0; state < states; state++) if (holds(state)) addState(set, state);
  return set;
}

/** The members, ascending. */
export function statesIn(set: Int32Array): readonly number[] {
  const states: number[] = [];
  for (let w = 0; w < set.length; w++)
    for (let rest = set[w]!; rest !== 0; rest &= rest - 1)
      states.push(32 * w + 31 - Math.clz32(rest & -rest));
  return states;
}
