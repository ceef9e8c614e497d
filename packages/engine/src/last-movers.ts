import type { Arcs } from './arcs.ts';
import { byWeight } from './by-weight.ts';

/**
 * For every state t the least weight over t itself and R_H(t), the states that the `movers` H reach from t by sequences in which
 * nobody moves twice in a row (Fang, Hipel & Kilgour 1993), by the rule itself: being at u after a move of j, anyone but j may
 * move on. Moves need not be transitive. With `ranks`, of all actors, every step is an improvement of its mover: R⁺_H(t).
 *
 * The pairs (u, j) are labelled backwards from sources of increasing weight, so that the first label is the least. An arc of k from u
 * to a labelled (v, k) labels (u, j) for every j but k, and a second one, of another actor, what is left: each pair is passed at
 * most once, so each arc is too.
 */
export function leastByLastMovers(
  arcs: readonly Arcs[],
  movers: readonly number[],
  weight: Uint32Array,
  ranks?: readonly Uint32Array[],
): Uint32Array {
  const states = weight.length;
  const own = movers.map((j) => ({ ...arcs[j]!.before, rank: ranks?.[j] }));
  const many = own.length;
  const least = new Uint32Array(states);
  // Per state: nobody's pairs are labelled, those of all movers but one (by place), or those of all.
  const none = -2;
  const all = -1;
  const lacking = new Int32Array(states).fill(none);
  const waiting = new Float64Array(states * many);
  let top = 0;
  let current = 0;
  /** Labels what is left of (u, ·), but for `except`. */
  const label = (u: number, except: number): void => {
    const before = lacking[u]!;
    if (before === none) {
      least[u] = current;
      lacking[u] = except;
      for (let m = 0; m < many; m++) if (m !== except) waiting[top++] = u * many + m;
    } else if (before !== all && before !== except) {
      lacking[u] = all;
      waiting[top++] = u * many + before;
    }
  };
  for (const source of byWeight(weight)) {
    if (lacking[source] === all) continue;
    current = weight[source]!;
    label(source, all);
    while (top > 0) {
      const pair = waiting[--top]!;
      const v = Math.floor(pair / many);
      const m = pair - v * many;
      const { start, to, rank } = own[m]!;
      const end = start[v + 1]!;
      if (!rank) for (let k = start[v]!; k < end; k++) label(to[k]!, m);
      else {
        const there = rank[v]!;
        for (let k = start[v]!; k < end; k++) {
          const u = to[k]!;
          if (rank[u]! < there) label(u, m);
        }
      }
    }
  }
  return least;
}
