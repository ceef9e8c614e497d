import type { States } from '../planes/columns.ts';
import { countPlanes, digitsFor } from '../planes/evaluate.ts';
import type { Program } from '../program.ts';
import { type Line, refine } from './refine.ts';

/** A line of an option prioritisation; several programs in one are equally important and counted. */
export type Priority = { readonly that: readonly Program[] };

/**
 * Ranks from prioritised statements, most important first (Hipel, Fang & Peng 1997): states are compared by the first priority
 * at which they differ. Larger is better, from 1, equal ranks are indifference.
 */
export function rankByPriorities(states: States, priorities: readonly Priority[]): Uint32Array {
  const lines = priorities.map(({ that }) => lineOf(that));
  return refine(states, lines, undefined, 1).classOf;
}

/** How many of the programs hold, in binary. */
function lineOf(that: readonly Program[]): Line {
  if (that.length === 1)
    return { digits: 1, planes: (evaluate, columns, depth) => [evaluate(that[0]!, columns, depth)] };
  return {
    digits: digitsFor(that.length),
    planes: (evaluate, columns, depth, from, to) =>
      countPlanes(that.map((program, k) => evaluate(program, columns, depth + k)))
        .toReversed()
        .slice(from, to),
  };
}
