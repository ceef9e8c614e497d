import type { MoveGraph } from '../arcs.ts';
import type { Links } from '../cells.ts';
import type { Ranks } from '../solver.ts';
import type { SanctionRule } from './sanction-rule.ts';
import { workFor } from './work.ts';

/**
 * For every state t the least weight that the `movers` can bring about from t, t itself included, where each moves at most once
 * (`once`) or one of them moves once (`single`). With `ranks`, every move is an improvement of its mover by them.
 */
export function leastByRule(
  graph: MoveGraph,
  rule: Exclude<SanctionRule, 'legal'>,
  movers: readonly number[],
  weight: Uint32Array,
  ranks?: Ranks,
): Uint32Array {
  const arcs = graph.arcs.map(({ after }) => after);
  const length = movers.reduce((sum, j) => sum + arcs[j]!.to.length, 0) + graph.states;
  const work = workFor('this sanction rule', graph.states);
  if (rule === 'single') {
    const least = weight.slice();
    work(length);
    for (const j of movers) takeLess(least, afterMove(arcs[j]!, weight, ranks?.[j]));
    return least;
  }
  work(length * 2 ** Math.max(0, movers.length - 1));
  // By sets of opponents that may still move, the smaller ones first: whoever goes first leaves the rest.
  let layer = new Map<number, Uint32Array>([[0, weight]]);
  for (let size = 1; size <= movers.length; size++) {
    const next = new Map<number, Uint32Array>();
    for (const [set, least] of layer)
      movers.forEach((j, bit) => {
        if ((set >>> bit) & 1) return;
        const larger = set | (1 << bit);
        const known = next.get(larger) ?? weight.slice();
        takeLess(known, afterMove(arcs[j]!, least, ranks?.[j]));
        next.set(larger, known);
      });
    layer = next;
  }
  return layer.get(2 ** movers.length - 1)!;
}

/** For every state the least value that one move (by `rank`, one improvement) leads to; its own value where there is none. */
function afterMove({ start, to }: Links, value: Uint32Array, rank: Uint32Array | undefined): Uint32Array {
  const least = value.slice();
  for (let state = 0; state < value.length; state++)
    for (let k = start[state]!; k < start[state + 1]!; k++) {
      const next = to[k]!;
      if (value[next]! < least[state]! && (!rank || rank[next]! > rank[state]!)) least[state] = value[next]!;
    }
  return least;
}

function takeLess(into: Uint32Array, from: Uint32Array): void {
  for (let state = 0; state < into.length; state++)
    if (from[state]! < into[state]!) into[state] = from[state]!;
}
