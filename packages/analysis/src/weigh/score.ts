import { type Case, type Order, statesWithoutScenario } from '@demarche/case';
import type { Place } from './place.ts';

/** What an order sees in a place: a share per priority, or a value of its own scale; undefined where it says nothing. */
export type Merit = readonly number[] | number | undefined;

/** The merit of places under an order. */
export function meritOf(found: Case, order: Order): (place: Place) => Merit {
  switch (order.kind) {
    case 'prefers':
      return ({ holds }) =>
        order.priorities.map(({ that }) => that.filter(holds).length / Math.max(1, that.length));
    case 'ranking':
      return ({ holds }) => {
        const at = order.classes.findIndex((one) => one.some(holds));
        return at < 0 ? 0 : order.classes.length - at;
      };
    case 'scores':
      return ({ holds }) =>
        // Sums of decimals that are equal on paper are to be equal here.
        Number(order.scores.reduce((sum, one) => (holds(one) ? sum + one.weight : sum), 0).toPrecision(12));
    case 'payoffs': {
      const payoff = payoffsOf(found, order.payoffs);
      return ({ code }) => payoff(code);
    }
  }
}

function payoffsOf(found: Case, payoffs: readonly number[]): (code: number) => number | undefined {
  if (found.graph) return (position) => payoffs[position];
  const byCode = new Map<number, number | undefined>();
  statesWithoutScenario(found).forEach((code, k) => {
    byCode.set(code, payoffs[k]);
  });
  return (code) => byCode.get(code);
}

/**
 * The priority score u in [0, 1]: Σ 2^(−k) v_k / Σ 2^(−k), v_k the share of the k-th priority that holds. A choice over a first
 * priority speaks louder than one over a fourth, and the size of the model does not matter.
 */
export function priorityScore(shares: readonly number[]): number {
  let sum = 0;
  let all = 0;
  shares.forEach((share, k) => {
    sum += share * 2 ** -k;
    all += 2 ** -k;
  });
  return all === 0 ? 0 : sum / all;
}

export type Scale = 'priorities' | 'rank' | 'unjudged';

/** What an order sees in what an item of a menu leads to. */
export type View = readonly { readonly share: number; readonly merits: readonly Merit[] }[];

/**
 * The score of every item of a menu: the mean over its rests, by their shares, of the mean over their states (without foresight:
 * one rest of one state). Where the order has no priorities, rank among all states of the menu, worst 0 and best 1.
 */
export function scoresOf(menu: readonly View[]): {
  readonly scale: Scale;
  readonly scores: readonly number[];
} {
  const all = menu.flat().flatMap(({ merits }) => merits);
  if (all.some((merit) => merit === undefined)) return { scale: 'unjudged', scores: menu.map(() => 0) };
  const values = [...new Set(all.filter((merit) => typeof merit === 'number'))].sort((a, b) => a - b);
  const score = (merit: Merit) =>
    typeof merit !== 'number'
      ? priorityScore(merit ?? [])
      : values.length < 2
        ? 0
        : values.indexOf(merit) / (values.length - 1);
  const mean = (merits: readonly Merit[]) =>
    merits.reduce<number>((sum, merit) => sum + score(merit), 0) / Math.max(1, merits.length);
  return {
    scale: values.length > 0 ? 'rank' : 'priorities',
    scores: menu.map((view) => view.reduce((sum, { share, merits }) => sum + share * mean(merits), 0)),
  };
}
