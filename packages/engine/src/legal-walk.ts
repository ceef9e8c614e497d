import type { Step, TieOrder } from './reach.ts';

/** A state reached by a legal sequence of moves: who moved last, and from where. */
export type Arrival = {
  readonly state: number;
  readonly actor: number;
  /** Undefined where the move started at the beginning. */
  readonly after: Arrival | undefined;
  /** Moves so far. */
  readonly moves: number;
};

type Walking = {
  readonly onward?: (arrival: Arrival) => boolean;
  readonly before?: TieOrder['before'] | undefined;
};

/**
 * The states that the movers reach from one by sequences of moves in which nobody moves twice in a row, nearest first, each once
 * and the beginning left out; ties go to the earlier mover and, by `before`, the earlier state. Not followed further where `onward` says no.
 *
 * A state reached by moves of two different actors can be left by anyone, so that two arrivals are all that matters of a state;
 * the second is followed only by the mover of the first.
 */
export function* legalWalk(
  from: number,
  movers: readonly number[],
  moves: (actor: number, state: number) => Iterable<number>,
  { onward = () => true, before = (a, b) => a - b }: Walking = {},
): Generator<Arrival> {
  const first = new Map<number, Arrival>();
  const again = new Set<number>();
  const queue: { readonly arrival: Arrival | undefined; readonly by: readonly number[] }[] = [
    { arrival: undefined, by: movers },
  ];
  const news = (actor: number, states: Iterable<number>) => {
    const left: number[] = [];
    for (const state of states) {
      if (state === from) continue;
      const known = first.get(state);
      if (!known || (known.actor !== actor && !again.has(state))) left.push(state);
    }
    return left;
  };
  for (let at = 0; at < queue.length; at++) {
    const { arrival: after, by } = queue[at]!;
    const here = after?.state ?? from;
    for (const actor of by)
      for (const state of news(actor, moves(actor, here)).sort(before)) {
        const known = first.get(state);
        const arrival: Arrival = { state, actor, after, moves: (after?.moves ?? 0) + 1 };
        if (known) again.add(state);
        else {
          first.set(state, arrival);
          yield arrival;
        }
        if (!onward(arrival)) continue;
        const next = known ? [known.actor] : movers.filter((j) => j !== actor);
        if (next.length > 0) queue.push({ arrival, by: next });
      }
  }
}

/** The moves of a walk up to an arrival. */
export function stepsTo(arrival: Arrival): readonly Step[] {
  const steps: Step[] = [];
  for (let at: Arrival | undefined = arrival; at; at = at.after)
    steps.unshift({ actor: at.actor, to: at.state });
  return steps;
}
