import type { Cells, Links } from './cells.ts';
import { type Within, worstFirst } from './closure.ts';
import type { Structure } from './structure.ts';

/**
 * Who leads where by sequences of moves, worked out once: parts are sets of states that all lead to each other, and what a part leads
 * to has a smaller number than the part itself. For many weights over one closure.
 */
export type Closed = {
  readonly parts: number;
  /** Part of each state. */
  readonly part: Int32Array;
  /** States by part: those of p are `members.to[members.start[p]]` …; there may be none. */
  readonly members: Links;
  /** Parts that p leads to; following them repeatedly gives all. */
  readonly after: Links;
};

/**
 * The closure of the movers' moves, or with `ranks` (everybody's, as the judging actor sees them) of their improvements. Only in option
 * form: arcs need not be transitive. A mover's improvements within a group run along its order, so that each state leads to the next
 * level only; states of one level that are more than one share an entry, so that ties cost no more than a mention each.
 */
export function closedUnder(
  structure: Structure,
  movers: readonly number[],
  ranks?: readonly Uint32Array[],
): Closed {
  const states = structure.codes.length;
  const edges = new Edges(states, movers.length);
  for (const j of movers) {
    if (ranks) improve(structure, j, ranks[j]!, edges);
    else move(structure, j, edges);
  }
  return contracted(states, edges.nodes, edges.links());
}

/** For every state t the least weight that can be brought about from t, t itself included. */
export function leastIn({ parts, part, members, after }: Closed, weight: Uint32Array): Uint32Array {
  const byPart = new Uint32Array(parts);
  const { start, to } = members;
  for (let p = 0; p < parts; p++) {
    let least = 0xffffffff;
    for (let k = start[p]!; k < start[p + 1]!; k++) {
      const one = weight[to[k]!]!;
      if (one < least) least = one;
    }
    for (let k = after.start[p]!; k < after.start[p + 1]!; k++) {
      const one = byPart[after.to[k]!]!;
      if (one < least) least = one;
    }
    byPart[p] = least;
  }
  const least = new Uint32Array(part.length);
  for (let state = 0; state < least.length; state++) least[state] = byPart[part[state]!]!;
  return least;
}

/** Edges between nodes; the first nodes are the states, others stand for several of them. */
class Edges {
  nodes: number;
  #count = 0;
  #from: Int32Array<ArrayBuffer>;
  #to: Int32Array<ArrayBuffer>;

  constructor(states: number, movers: number) {
    this.nodes = states;
    this.#from = new Int32Array(1 + 2 * states * movers);
    this.#to = this.#from.slice();
  }

  add(from: number, to: number): void {
    if (this.#count === this.#from.length) {
      this.#from = doubled(this.#from);
      this.#to = doubled(this.#to);
    }
    this.#from[this.#count] = from;
    this.#to[this.#count++] = to;
  }

  links(): Links {
    const start = new Int32Array(this.nodes + 1);
    const [from, to] = [this.#from, this.#to];
    for (let k = 0; k < this.#count; k++) start[from[k]! + 1]!++;
    for (let node = 0; node < this.nodes; node++) start[node + 1]! += start[node]!;
    const ends = new Int32Array(this.#count);
    const fill = start.slice();
    for (let k = 0; k < ends.length; k++) ends[fill[from[k]!]!++] = to[k]!;
    return { start, to: ends };
  }
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** Every state of a group leads to a node of the group, that to all of them and to the nodes of the groups after it. */
function move({ cells }: Structure, j: number, edges: Edges): void {
  const { groups, members, start, after } = cells[j]!;
  const base = edges.nodes;
  edges.nodes += groups;
  for (let g = 0; g < groups; g++) {
    for (let k = start[g]!; k < start[g + 1]!; k++) {
      edges.add(members[k]!, base + g);
      edges.add(base + g, members[k]!);
    }
    for (let k = after.start[g]!; k < after.start[g + 1]!; k++) edges.add(base + g, base + after.to[k]!);
  }
}

function improve({ cells }: Structure, j: number, rank: Uint32Array, edges: Edges): void {
  const own = cells[j]!;
  const { groups, start } = own;
  const { sorted, worse }: Within = worstFirst(own, rank);
  /** Where in `sorted` a level begins, the node that leads to all of it. */
  const entry = new Int32Array(sorted.length);
  for (let at = 0; at < sorted.length; ) {
    const first = worse[sorted[at]!]!;
    let end = at + 1;
    while (end < sorted.length && worse[sorted[end]!] === first) end++;
    if (end === at + 1) entry[at] = sorted[at]!;
    else {
      entry[at] = edges.nodes++;
      for (let k = at; k < end; k++) edges.add(entry[at]!, sorted[k]!);
    }
    at = end;
  }
  const firstAbove = (g: number, reached: number, from: number): void => {
    let low = start[g]!;
    let high = start[g + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rank[sorted[middle]!]! > reached) high = middle;
      else low = middle + 1;
    }
    if (low < start[g + 1]!) edges.add(from, entry[low]!);
  };
  const onward = onwardFrom(own);
  for (let g = 0; g < groups; g++) {
    const reached = onward[g];
    let next = start[g + 1]!;
    for (let at = next - 1; at >= start[g]!; at--) {
      const state = sorted[at]!;
      if (at + 1 < start[g + 1]! && worse[sorted[at + 1]!] === at + 1) next = at + 1;
      if (next < start[g + 1]!) edges.add(state, entry[next]!);
      if (reached) for (const other of reached) firstAbove(other, rank[state]!, state);
    }
  }
}

const onwards = new WeakMap<Cells, readonly (readonly number[] | undefined)[]>();

/** Per group, the groups that can be reached from it, itself left out; undefined where there are none. */
function onwardFrom(cells: Cells): readonly (readonly number[] | undefined)[] {
  const known = onwards.get(cells);
  if (known) return known;
  const { groups, after } = cells;
  const made = Array.from({ length: after.to.length > 0 ? groups : 0 }, (_, first) => {
    if (after.start[first] === after.start[first + 1]) return undefined;
    const reached = new Set([first]);
    for (const g of reached)
      for (let m = after.start[g]!; m < after.start[g + 1]!; m++) reached.add(after.to[m]!);
    reached.delete(first);
    return [...reached];
  });
  onwards.set(cells, made);
  return made;
}

/** Strongly connected components (Tarjan 1972), numbered so that what a component leads to has a smaller number. */
function contracted(states: number, nodes: number, { start, to }: Links): Closed {
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const part = new Int32Array(nodes).fill(-1);
  const next = start.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  let opened = 0;
  let clock = 0;
  let parts = 0;
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== -1) continue;
    let top = 0;
    path[top++] = root;
    order[root] = low[root] = clock++;
    open[opened++] = root;
    while (top > 0) {
      const at = path[top - 1]!;
      if (next[at]! < start[at + 1]!) {
        const node = to[next[at]!++]!;
        if (order[node] === -1) {
          order[node] = low[node] = clock++;
          open[opened++] = node;
          path[top++] = node;
        } else if (part[node] === -1 && order[node]! < low[at]!) low[at] = order[node]!;
        continue;
      }
      top--;
      if (top > 0 && low[at]! < low[path[top - 1]!]!) low[path[top - 1]!] = low[at]!;
      if (low[at] !== order[at]) continue;
      let member: number;
      do {
        member = open[--opened]!;
        part[member] = parts;
      } while (member !== at);
      parts++;
    }
  }
  return {
    parts,
    part: part.slice(0, states),
    members: byPart(parts, states, part),
    after: between(parts, part, start, to),
  };
}

function byPart(parts: number, states: number, part: Int32Array): Links {
  const start = new Int32Array(parts + 1);
  for (let state = 0; state < states; state++) start[part[state]! + 1]!++;
  for (let p = 0; p < parts; p++) start[p + 1]! += start[p]!;
  const to = new Int32Array(states);
  const fill = start.slice();
  for (let state = 0; state < states; state++) to[fill[part[state]!]!++] = state;
  return { start, to };
}

/** Edges between different parts, each once. */
function between(parts: number, part: Int32Array, start: Int32Array, to: Int32Array): Links {
  const nodes = part.length;
  const byPartStart = new Int32Array(parts + 1);
  for (const p of part) byPartStart[p + 1]!++;
  for (let p = 0; p < parts; p++) byPartStart[p + 1]! += byPartStart[p]!;
  const sorted = new Int32Array(nodes);
  const fill = byPartStart.slice();
  for (let node = 0; node < nodes; node++) sorted[fill[part[node]!]!++] = node;
  const ends = new Int32Array(to.length);
  const first = new Int32Array(parts + 1);
  const seen = new Int32Array(parts).fill(-1);
  let count = 0;
  for (let p = 0; p < parts; p++) {
    for (let k = byPartStart[p]!; k < byPartStart[p + 1]!; k++) {
      const node = sorted[k]!;
      for (let e = start[node]!; e < start[node + 1]!; e++) {
        const other = part[to[e]!]!;
        if (other === p || seen[other] === p) continue;
        seen[other] = p;
        ends[count++] = other;
      }
    }
    first[p + 1] = count;
  }
  return { start: first, to: ends.slice(0, count) };
}
