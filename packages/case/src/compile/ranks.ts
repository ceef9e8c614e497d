import { denseRanks, evaluate, type Program, rankByPriorities, type Structure } from '@demarche/engine';
import type { Formula, Order } from '../case.ts';

/**
 * Ranks of the feasible states under an order, from 1, larger is better. `numbered` are the states that payoffs are numbers
 * of: those feasible without a scenario.
 */
export function ranksOf(
  order: Order,
  structure: Structure,
  program: (formula: Formula) => Program,
  numbered: () => Uint32Array,
): Uint32Array {
  switch (order.kind) {
    case 'prefers':
      return rankByPriorities(
        structure,
        order.priorities.map(({ that }) => ({ that: that.map(program) })),
      );
    case 'ranking':
      return denseRanks(
        byClass(
          order.classes.map((one) => one.map(program)),
          structure.codes,
        ),
      );
    case 'scores':
      return denseRanks(
        bySum(
          order.scores.map((one) => ({ weight: one.weight, that: program(one) })),
          structure.codes,
        ),
      );
    case 'payoffs':
      return denseRanks(byNumber(order.payoffs, structure.codes, numbered()));
  }
}

/** The first class a state satisfies, counted from the worst; 0 where it satisfies none. */
export function byClass(classes: readonly (readonly Program[])[], codes: Uint32Array): Float64Array {
  const stack = new Uint8Array(2 + Math.max(0, ...classes.flat().map((one) => one.length)));
  return Float64Array.from(codes, (code) => {
    const at = classes.findIndex((one) => one.some((program) => evaluate(program, code, stack)));
    return at < 0 ? 0 : classes.length - at;
  });
}

function bySum(terms: readonly { weight: number; that: Program }[], codes: Uint32Array): Float64Array {
  const stack = new Uint8Array(2 + Math.max(0, ...terms.map((one) => one.that.length)));
  return Float64Array.from(codes, (code) => {
    let sum = 0;
    for (const { weight, that } of terms) if (evaluate(that, code, stack)) sum += weight;
    // Sums of decimals that are equal on paper are to be equal here.
    return Number(sum.toPrecision(12));
  });
}

function byNumber(payoffs: readonly number[], codes: Uint32Array, numbered: Uint32Array): Float64Array {
  const payoff = new Map<number, number>();
  numbered.forEach((code, k) => {
    payoff.set(code, payoffs[k]!);
  });
  return Float64Array.from(codes, (code) => {
    const value = payoff.get(code);
    if (value === undefined) throw new Error(`no payoff for the state ${code}`);
    return value;
  });
}
