import {
  denseRanks,
  type Program,
  rankByClasses,
  rankByPriorities,
  rankByScores,
  type States,
} from '@demarche/engine';
import type { Formula, Order } from '../case.ts';

/**
 * Ranks of the feasible states under an order, from 1, larger is better. `numbered` are the states that payoffs are numbers
 * of: those feasible without a scenario.
 */
export function ranksOf(
  order: Order,
  states: States,
  program: (formula: Formula) => Program,
  numbered: () => Uint32Array,
): Uint32Array {
  switch (order.kind) {
    case 'prefers':
      return rankByPriorities(
        states,
        order.priorities.map(({ that }) => ({ that: that.map(program) })),
      );
    case 'ranking':
      return rankByClasses(
        states,
        order.classes.map((one) => one.map(program)),
      );
    case 'scores':
      return rankByScores(
        states,
        order.scores.map((one) => ({ weight: one.weight, that: program(one) })),
      );
    case 'payoffs':
      return denseRanks(byNumber(order.payoffs, states.codes, numbered()));
  }
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
