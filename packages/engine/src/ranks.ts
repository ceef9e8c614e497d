import { evaluate, type Program } from './program.ts';
import type { Structure } from './structure.ts';

/** A line of an option prioritisation; several programs in one are equally important and counted. */
export type Priority = { readonly that: readonly Program[] };

/**
 * Ranks from prioritised statements, most important first (Hipel, Fang & Peng 1997): states are compared by the first priority
 * at which they differ. Larger is better, from 1, equal ranks are indifference.
 */
export function rankByPriorities(structure: Structure, priorities: readonly Priority[]): Uint32Array {
  const { codes } = structure;
  const scores = new Float64Array(codes.length);
  let spread = 1;
  for (const { that } of priorities) {
    const levels = that.length + 1;
    if (spread * levels > 2 ** 52) {
      scores.set(denseRanks(scores));
      spread = codes.length + 1;
    }
    spread *= levels;
    for (let state = 0; state < codes.length; state++) scores[state]! *= levels;
    for (const program of that) {
      const stack = new Uint8Array(program.length + 1);
      for (let state = 0; state < codes.length; state++)
        if (evaluate(program, codes[state]!, stack)) scores[state]!++;
    }
  }
  return denseRanks(scores);
}

/** Ranks from numbers, larger better: the least number gets 1, the next distinct one 2, and so on. */
export function denseRanks(scores: Float64Array): Uint32Array {
  const distinct = Float64Array.from(new Set(scores)).sort();
  if (distinct.length === scores.length) {
    const ranks = new Uint32Array(scores.length);
    const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
    for (let k = 0; k < order.length; k++) ranks[order[k]!] = k + 1;
    return ranks;
  }
  const rank = new Map<number, number>();
  for (let k = 0; k < distinct.length; k++) rank.set(distinct[k]!, k + 1);
  return Uint32Array.from(scores, (score) => rank.get(score)!);
}
