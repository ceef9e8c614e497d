/**
 * How one actor's moves hang together. A *cell* holds the feasible states that agree on all options the actor does not own; the
 * actor never leaves it alone. A *group* is a set of states of a cell that all reach each other by its moves; between groups the
 * moves run one way. Without one-way options, gates, locks and joint options a cell is one group.
 *
 * R_i(s) is the rest of s's group and every group that can be reached from it. Group numbers rise against the moves: what a group
 * reaches has a smaller number than the group itself.
 */
export type Cells = {
  readonly groups: number;
  /** Group of each state. */
  readonly group: Int32Array;
  /** States by group, ascending within it: those of g are `members[start[g]] … members[start[g + 1] - 1]`. */
  readonly members: Int32Array;
  readonly start: Int32Array;
  /** Groups that g moves to (`after`) and that move to g (`before`); following them repeatedly gives all. */
  readonly after: Links;
  readonly before: Links;
};

export type Links = { readonly start: Int32Array; readonly to: Int32Array };

/** The cells of the actor that owns the bits of `mine`; `on` and `off` as in `Structure`. */
export function cellsOf(
  codes: Uint32Array,
  mine: number,
  all: number,
  on: Uint32Array,
  off: Uint32Array,
): Cells {
  return cellsOfPatterns(codes, cellMembers(codes, mine), mine, all, on, off);
}

/**
 * The same where only the actor's own options are in `patterns`, and `cells` says which states agree in all others: each a list of
 * states, ascending. Bits are those of `patterns`.
 */
export function cellsOfPatterns(
  patterns: Uint32Array,
  cells: Iterable<readonly number[]>,
  mine: number,
  all: number,
  on: Uint32Array,
  off: Uint32Array,
): Cells {
  const group = new Int32Array(patterns.length);
  const links: [from: number, to: number][] = [];
  let groups = 0;
  for (const cell of cells) {
    const first = cell[0]!;
    const mayOn = on[first]! & mine & ~all;
    const mayOff = off[first]! & mine;
    const uniform = cell.every((t) => (on[t]! & mine & ~all) === mayOn && (off[t]! & mine) === mayOff);
    const parts = uniform
      ? partsByPattern(patterns, cell, mine, mayOn, mayOff)
      : partsByMoves(patterns, cell, mine, all, on, off);
    for (const part of parts.groups) {
      for (const state of part) group[state] = groups;
      groups++;
    }
    const base = groups - parts.groups.length;
    for (const [from, to] of parts.links) links.push([base + from, base + to]);
  }
  const { members, start } = byGroup(group, groups);
  return {
    groups,
    group,
    members,
    start,
    after: linksOf(
      groups,
      links.map(([from, to]) => [from, to]),
    ),
    before: linksOf(
      groups,
      links.map(([from, to]) => [to, from]),
    ),
  };
}

type Parts = { groups: readonly (readonly number[])[]; links: readonly (readonly [number, number])[] };

/** All of the cell's states share what may be switched: groups are patterns of the options that are not free both ways. */
function partsByPattern(
  codes: Uint32Array,
  cell: readonly number[],
  mine: number,
  mayOn: number,
  mayOff: number,
): Parts {
  const bound = mine & ~(mayOn & mayOff);
  if (bound === 0) return { groups: [cell], links: [] };
  const patterns = new Map<number, number[]>();
  for (const state of cell) {
    const pattern = codes[state]! & bound;
    const same = patterns.get(pattern);
    if (same) same.push(state);
    else patterns.set(pattern, [state]);
  }
  const onward = (pattern: number) => bits(pattern & mayOn) + bits(~pattern & mayOff & bound);
  const sorted = [...patterns].sort(([a], [b]) => onward(b) - onward(a) || a - b);
  const links: [number, number][] = [];
  sorted.forEach(([from], f) => {
    for (let t = 0; t < f; t++) {
      const to = sorted[t]![0];
      if ((to & ~from & ~mayOn) === 0 && (from & ~to & ~mayOff) === 0) links.push([f, t]);
    }
  });
  return { groups: sorted.map(([, states]) => states), links };
}

/** What may be switched depends on where the move ends: strongly connected components of the single moves (Tarjan 1972). */
function partsByMoves(
  codes: Uint32Array,
  cell: readonly number[],
  mine: number,
  all: number,
  on: Uint32Array,
  off: Uint32Array,
): Parts {
  const size = cell.length;
  const leads = (a: number, b: number) => {
    const from = codes[cell[a]!]! & mine;
    const to = codes[cell[b]!]! & mine;
    return (to & ~from & (~on[cell[b]!]! | all)) === 0 && (from & ~to & ~off[cell[b]!]!) === 0;
  };
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const part = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const open: number[] = [];
  const groups: number[][] = [];
  let clock = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const path = [root];
    order[root] = low[root] = clock++;
    open.push(root);
    while (path.length > 0) {
      const at = path[path.length - 1]!;
      if (next[at]! < size) {
        const to = next[at]!++;
        if (to === at || !leads(at, to)) continue;
        if (order[to] === -1) {
          order[to] = low[to] = clock++;
          open.push(to);
          path.push(to);
        } else if (part[to] === -1) low[at] = Math.min(low[at]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[at]!);
      if (low[at] !== order[at]) continue;
      const members: number[] = [];
      for (;;) {
        const member = open.pop()!;
        part[member] = groups.length;
        members.push(cell[member]!);
        if (member === at) break;
      }
      groups.push(members.sort((a, b) => a - b));
    }
  }
  const seen = new Set<number>();
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++)
      if (part[a] !== part[b] && leads(a, b)) seen.add(part[a]! * groups.length + part[b]!);
  const links = [...seen]
    .sort((a, b) => a - b)
    .map((key): [number, number] => [Math.floor(key / groups.length), key % groups.length]);
  return { groups, links };
}

function cellMembers(codes: Uint32Array, mine: number): Iterable<number[]> {
  const cells = new Map<number, number[]>();
  codes.forEach((code, state) => {
    const key = code & ~mine;
    const cell = cells.get(key);
    if (cell) cell.push(state);
    else cells.set(key, [state]);
  });
  return cells.values();
}

function byGroup(group: Int32Array, groups: number): { members: Int32Array; start: Int32Array } {
  const start = new Int32Array(groups + 1);
  for (const g of group) start[g + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const members = new Int32Array(group.length);
  const fill = start.slice();
  for (let state = 0; state < group.length; state++) members[fill[group[state]!]!++] = state;
  return { members, start };
}

function linksOf(groups: number, links: readonly (readonly [number, number])[]): Links {
  const start = new Int32Array(groups + 1);
  for (const [from] of links) start[from + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const to = new Int32Array(links.length);
  const fill = start.slice();
  for (const [from, target] of links) to[fill[from]!++] = target;
  return { start, to };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
