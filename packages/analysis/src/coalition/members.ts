/** Actors of a coalition given as a bit mask, ascending. */
export function membersOf(coalition: number, actors: number): readonly number[] {
  return Array.from({ length: actors }, (_, j) => j).filter((j) => (coalition >>> j) & 1);
}

/** Every non-empty coalition, as bit masks: single actors first, then pairs, and so on. */
export function everyCoalition(actors: number): readonly number[] {
  return Array.from({ length: 2 ** actors - 1 }, (_, k) => k + 1).sort(
    (a, b) => membersOf(a, actors).length - membersOf(b, actors).length || a - b,
  );
}

export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
