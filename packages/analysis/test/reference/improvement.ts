import type { Concept } from '../../../engine/src/solver.ts';
import { type Conflict, flips } from '../../../engine/test/reference/conflict.ts';
import { undeterred } from '../../../engine/test/reference/stable.ts';
import { leanOfParts } from './joint-in-graph.ts';

/** The options that `whole` flips include those that `part` flips, and more. */
export function isProperPart(part: readonly number[], whole: readonly number[]): boolean {
  return part.length < whole.length && part.every((option) => whole.includes(option));
}

/**
 * Lean undeterred improvements of i at s: those of which no undeterred improvement u of i flips only a proper part with
 * P_i(u) ≥ P_i(t).
 */
export function leanImprovements(
  conflict: Conflict,
  concept: Concept,
  i: number,
  s: number,
): readonly number[] {
  if (conflict.coalesced) return leanOfParts(conflict, concept, i, s);
  const { model, rank } = conflict;
  const all = [...undeterred(conflict, concept, i, s)];
  const shorter = (u: number, t: number) =>
    isProperPart(flips(model, s, u), flips(model, s, t)) && rank(i, u) >= rank(i, t);
  return all.filter((t) => !all.some((u) => shorter(u, t))).sort((a, b) => a - b);
}
