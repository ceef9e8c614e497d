import { type Conflict, flips } from './conflict.ts';
import { improvements } from './moves.ts';
import { stable } from './stable.ts';

/** Every way to pick one item or none from each list. */
function picks<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const [first, ...rest] = lists;
  if (!first) return [[]];
  return picks(rest).flatMap((later) => [later, ...first.map((item) => [item, ...later])]);
}

/** The state in which every option that one of the moves from s flips is flipped. */
function together(conflict: Conflict, s: number, ends: readonly number[]): number {
  const flipped = new Set(ends.flatMap((t) => flips(conflict.model, s, t)));
  return conflict.model.options.reduce((code, _, k) => {
    const was = Math.floor(s / 2 ** k) % 2;
    const is = flipped.has(k) ? 1 - was : was;
    return code + is * 2 ** k;
  }, 0);
}

/** Whether improvements of some of `others`, made together with i's move from s to s1, land i on no better a state. */
export function metTogether(
  conflict: Conflict,
  i: number,
  s: number,
  s1: number,
  others: readonly number[],
): boolean {
  const { rank, feasible } = conflict;
  const lists = others.filter((j) => j !== i).map((j) => [...improvements(conflict, j, s)]);
  return picks(lists)
    .map((chosen) => together(conflict, s, [s1, ...chosen]))
    .some((t) => feasible(t) && rank(i, t) <= rank(i, s));
}

const allMet = (conflict: Conflict, i: number, s: number, others: readonly number[]) =>
  [...improvements(conflict, i, s)].every((s1) => metTogether(conflict, i, s, s1, others));

export const simStable = (conflict: Conflict, i: number, s: number): boolean =>
  allMet(conflict, i, s, conflict.actors);

export function fhStable(conflict: Conflict, i: number, s: number): boolean {
  if (stable(conflict, 'seq', i, s)) return true;
  const unstable = conflict.actors.filter((j) => !stable(conflict, 'seq', j, s));
  return unstable.length >= 2 && allMet(conflict, i, s, unstable);
}
