import { type Conflict, flips, isOn } from '../../../engine/test/reference/conflict.ts';

/** One owner suffices to flip option k the way t has it: a joint option off, a common one either way. */
export function oneOwnerSuffices({ model }: Conflict, k: number, t: number): boolean {
  const { mode } = model.options[k]!;
  return mode === 'any' || (mode === 'all' && !isOn(t, k));
}

/**
 * Every set of actors that can be the movers of s→t. Owners of what is flipped move; of an option that needs only one of its
 * owners, none where an owner moves anyway, else each that prefers t is tried.
 */
export function moverSets(conflict: Conflict, s: number, t: number): readonly (readonly number[])[] {
  const { model, actors, rank } = conflict;
  const flipped = flips(model, s, t);
  const needsAll = flipped.filter((k) => !oneOwnerSuffices(conflict, k, t));
  const certain = actors.filter((i) => needsAll.some((k) => model.options[k]!.owners.includes(i)));
  let sets: readonly (readonly number[])[] = [certain];
  for (const k of flipped) {
    const { owners } = model.options[k]!;
    if (needsAll.includes(k) || owners.some((i) => certain.includes(i))) continue;
    const willing = owners.filter((i) => rank(i, t) > rank(i, s));
    sets = sets.flatMap((set) => willing.map((i) => (set.includes(i) ? set : [...set, i])));
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}
