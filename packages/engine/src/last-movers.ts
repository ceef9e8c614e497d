import type { Arcs } from './arcs.ts';
import { byWeight } from './by-weight.ts';

/** Whether an arc of this actor counts: all do, or only its improvements. */
export type Counts = (actor: number, from: number, to: number) => boolean;

/**
 * For every state t the least weight over t itself and R_H(t), the states that the `movers` H reach from t by sequences in which
 * nobody moves twice in a row (Fang, Hipel & Kilgour 1993), by the rule itself: being at u after a move of j, anyone but j may
 * move on. Moves need not be transitive.
 *
 * The pairs (u, j) are labelled backwards from sources of increasing weight, so that the first label is the least. An arc of k from u
 * to a labelled (v, k) labels (u, j) for every j but k, and a second one, of another actor, what is left: each state is passed at
 * most once per actor, each arc once.
 */
export function leastByLastMovers(
  arcs: readonly Arcs[],
  movers: readonly number[],
  weight: Uint32Array,
  counts: Counts,
): Uint32Array {
  const states = weight.length;
  const least = new Uint32Array(states);
  // Per state: nobody's pairs are labelled, those of all but one mover, or those of all.
  const none = -2;
  const all = -1;
  const lacking = new Int32Array(states).fill(none);
  const waiting: number[] = [];
  let current = 0;
  /** Labels what is left of (u, ·), but for `except`. */
  const label = (u: number, except: number) => {
    const before = lacking[u]!;
    if (before === all || (before === except && before !== none)) return;
    if (before === none) {
      least[u] = current;
      lacking[u] = except;
      for (const j of movers) if (j !== except) waiting.push(u, j);
      return;
    }
    lacking[u] = all;
    waiting.push(u, before);
  };
  for (const source of byWeight(weight)) {
    current = weight[source]!;
    label(source, all);
    while (waiting.length > 0) {
      const j = waiting.pop()!;
      const v = waiting.pop()!;
      const { start, to } = arcs[j]!.before;
      for (let k = start[v]!; k < start[v + 1]!; k++) if (counts(j, to[k]!, v)) label(to[k]!, j);
    }
  }
  return least;
}
