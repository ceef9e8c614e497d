/** Sets of positions that do something while no proper part of them does. */
export type MinimalSets = {
  /** Smallest first. */
  readonly sets: readonly (readonly number[])[];
  /** Sets up to this size were all tried. */
  readonly upTo: number;
};

/**
 * All minimal sets of `count` things that `gives`, tried smallest first, at most `most` of them; beyond that one set is found by
 * leaving out of all what can be left out.
 */
export function minimalSets(
  count: number,
  gives: (set: readonly number[]) => boolean,
  most: number,
): MinimalSets {
  const sets: (readonly number[])[] = [];
  let tried = 0;
  let upTo = 0;
  for (let size = 1; size <= count; size++) {
    const candidates = setsOf(count, size);
    if (tried + candidates.length > most) break;
    tried += candidates.length;
    for (const set of candidates) if (isMinimal(set, sets) && gives(set)) sets.push(set);
    upTo = size;
  }
  if (sets.length === 0 && upTo < count) {
    const all = Array.from({ length: count }, (_, k) => k);
    if (gives(all)) sets.push(reduced(all, gives));
  }
  return { sets, upTo };
}

/** A set that still gives the answer when nothing more can be left out of it, found by leaving out ever smaller runs. */
function reduced(all: readonly number[], gives: (set: readonly number[]) => boolean): readonly number[] {
  let set = all;
  for (let run = Math.ceil(set.length / 2); run >= 1; ) {
    let shorter = false;
    for (let at = 0; at < set.length; at += run) {
      const left = [...set.slice(0, at), ...set.slice(at + run)];
      if (left.length === 0 || !gives(left)) continue;
      set = left;
      shorter = true;
      at -= run;
    }
    if (!shorter && run === 1) break;
    if (!shorter) run = Math.ceil(run / 2);
  }
  return set;
}

function isMinimal(set: readonly number[], known: readonly (readonly number[])[]): boolean {
  return !known.some((smaller) => smaller.every((k) => set.includes(k)));
}

function setsOf(count: number, size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  const sets: (readonly number[])[] = [];
  const grow = (set: readonly number[], from: number) => {
    if (set.length === size) {
      sets.push(set);
      return;
    }
    for (let k = from; k <= count - (size - set.length) && sets.length <= 100_000; k++)
      grow([...set, k], k + 1);
  };
  grow([], 0);
  return sets;
}
