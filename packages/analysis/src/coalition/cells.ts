import { type Cells, movesFrom, type Structure } from '@demarche/engine';
import { membersOf } from './members.ts';

/**
 * How a coalition's moves hang together: R_H(s) is the rest of s's group and what can be reached from it. One step is a move of a
 * member, or a *signing*: a joint option that only members own is switched on, with whatever else they flip along with it.
 * Without such options R_H is reached by members' moves alone, as published (Fang, Hipel & Kilgour 1993); that no member moves
 * twice in a row changes nothing, since moves are transitive.
 */
export function coalitionCells(structure: Structure, coalition: number): Cells {
  const members = membersOf(coalition, structure.actors);
  if (members.length === 1) return structure.cells[members[0]!]!;
  return componentsOf(structure.codes.length, stepsOf(structure, coalition, members));
}

type Steps = (state: number) => Iterable<number>;

function stepsOf(structure: Structure, coalition: number, members: readonly number[]): Steps {
  const signings = signingsOf(structure, coalition);
  return function* (state) {
    for (const j of members) yield* movesFrom(structure, j, state);
    yield* signings(state);
  };
}

/** Where a coalition gets from a state by switching joint options on that only its members own. */
export function signingsOf(structure: Structure, coalition: number): Steps {
  const { codes } = structure;
  const members = membersOf(coalition, structure.actors);
  const signable = ownedBy(structure, coalition);
  const mine = members.reduce((mask, j) => mask | structure.mine[j]!, 0);
  const others = ~mine;
  const cells = new Map<number, number[]>();
  if (signable !== 0)
    codes.forEach((code, state) => {
      const cell = cells.get(code & others);
      if (cell) cell.push(state);
      else cells.set(code & others, [state]);
    });
  return function* (state) {
    const here = codes[state]!;
    if ((signable & ~here) === 0) return;
    for (const to of cells.get(here & others)!) {
      const there = codes[to]!;
      const on = there & ~here;
      const off = here & ~there;
      const shut = ~structure.on[to]! | (structure.all & ~signable);
      if ((on & signable) !== 0 && (on & shut) === 0 && (off & ~structure.off[to]!) === 0) yield to;
    }
  };
}

/** Joint options all of whose owners are in the coalition. */
function ownedBy({ model }: Structure, coalition: number): number {
  return model.options.reduce(
    (mask, { mode, owners }, k) =>
      mode === 'all' && owners.every((j) => (coalition >>> j) & 1) ? mask | (1 << k) : mask,
    0,
  );
}

/** Strongly connected components (Tarjan 1972) with the links between them, numbered against the steps. */
function componentsOf(count: number, steps: Steps): Cells {
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const group = new Int32Array(count).fill(-1);
  const open: number[] = [];
  const links: Set<number>[] = [];
  let clock = 0;
  const enter = (state: number) => {
    order[state] = low[state] = clock++;
    open.push(state);
    return { state, next: [...steps(state)], at: 0 };
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { state } = top;
      const to = top.next[top.at++];
      if (to !== undefined) {
        if (order[to] === -1) path.push(enter(to));
        else if (group[to] === -1) low[state] = Math.min(low[state]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.state;
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[state]!);
      if (low[state] !== order[state]) continue;
      const members = open.splice(open.lastIndexOf(state));
      for (const member of members) group[member] = links.length;
      links.push(new Set());
    }
  }
  for (let state = 0; state < count; state++)
    for (const to of steps(state)) if (group[to] !== group[state]) links[group[state]!]!.add(group[to]!);
  const pairs = links.flatMap((after, from) =>
    [...after].sort((a, b) => a - b).map((to) => [from, to] as const),
  );
  const { start, items } = listsBy(
    links.length,
    [...group].map((g, state) => [g, state] as const),
  );
  const after = listsBy(links.length, pairs);
  const before = listsBy(
    links.length,
    pairs.map(([from, to]) => [to, from] as const),
  );
  return {
    groups: links.length,
    group,
    members: items,
    start,
    after: { start: after.start, to: after.items },
    before: { start: before.start, to: before.items },
  };
}

/** Items by key, one list after the other. */
function listsBy(keys: number, pairs: readonly (readonly [key: number, item: number])[]) {
  const start = new Int32Array(keys + 1);
  for (const [key] of pairs) start[key + 1]!++;
  for (let k = 0; k < keys; k++) start[k + 1]! += start[k]!;
  const items = new Int32Array(pairs.length);
  const fill = start.slice();
  for (const [key, item] of pairs) items[fill[key]!++] = item;
  return { start, items };
}

/** States of a group and of all groups that it leads to (`after`) or that lead to it (`before`). */
export function* statesAlong(cells: Cells, way: 'after' | 'before', first: number): Generator<number> {
  const waiting = [first];
  const seen = new Set(waiting);
  for (let g = waiting.pop(); g !== undefined; g = waiting.pop()) {
    for (let k = cells.start[g]!; k < cells.start[g + 1]!; k++) yield cells.members[k]!;
    const links = cells[way];
    for (let k = links.start[g]!; k < links.start[g + 1]!; k++) {
      const next = links.to[k]!;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
}
