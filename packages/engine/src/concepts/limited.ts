import type { MoveGraph } from '../arcs.ts';
import type { Links } from '../cells.ts';
import type { Step } from '../reach.ts';
import type { Ranks } from '../solver.ts';
import { workFor } from './work.ts';

/**
 * Anticipation with a horizon (Kilgour 1985; Fang, Hipel & Kilgour 1993). With G_0(i, s) = s, actor i at s looks at the move M that
 * has the best G_{h−1} of the other who then has the turn, and takes it if that end is better for it than s: then G_h(i, s) is that
 * end, else s.
 *
 * Where several moves promise equally much, all their ends are kept, and whoever reckons with them reckons with the worst for
 * itself. With more than two actors any other may have the turn, and i reckons with the worst for itself among what they would do:
 * the cautious one of the readings in print.
 */

/** Ends that nobody tells apart are one kind of end; a set of kinds has a number, its kinds ascending. */
type Ends = {
  readonly kind: Int32Array;
  readonly example: Int32Array;
  readonly kindsOf: (set: number) => readonly number[];
  readonly setOf: (kinds: readonly number[]) => number;
  /** The actor's rank of the worst of the set. */
  readonly worst: (actor: number, set: number) => number;
};

/** Per actor, the set of ends by state. */
type Table = readonly Int32Array[];

type Problem = {
  readonly arcs: readonly Links[];
  readonly ranks: Ranks;
  readonly ends: Ends;
  readonly work: (steps: number) => void;
};

function problemOf(graph: MoveGraph, ranks: Ranks): Problem {
  return {
    arcs: rowsOf(graph),
    ranks,
    ends: endsOf(graph.states, ranks),
    work: workFor('looking ahead', graph.states),
  };
}

const rowsOf = ({ arcs }: MoveGraph) => arcs.map(({ after }) => after);

function endsOf(states: number, ranks: Ranks): Ends {
  const kind = new Int32Array(states);
  const examples: number[] = [];
  const known = new Map<string, number>();
  for (let state = 0; state < states; state++) {
    const key = ranks.map((rank) => rank[state]!).join(' ');
    let found = known.get(key);
    if (found === undefined) {
      found = examples.length;
      known.set(key, found);
      examples.push(state);
    }
    kind[state] = found;
  }
  const example = Int32Array.from(examples);
  const larger: (readonly number[])[] = [];
  const sets = new Map<string, number>();
  const worst = ranks.map(() => new Map<number, number>());
  const kindsOf = (set: number) => (set < example.length ? [set] : larger[set - example.length]!);
  return {
    kind,
    example,
    kindsOf,
    setOf: (kinds) => {
      if (kinds.length === 1) return kinds[0]!;
      const key = kinds.join(' ');
      const found = sets.get(key);
      if (found !== undefined) return found;
      const made = example.length + larger.length;
      larger.push(kinds);
      sets.set(key, made);
      return made;
    },
    worst: (actor, set) => {
      const rank = ranks[actor]!;
      if (set < example.length) return rank[example[set]!]!;
      let least = worst[actor]!.get(set);
      if (least === undefined) {
        least = Math.min(...kindsOf(set).map((one) => rank[example[one]!]!));
        worst[actor]!.set(set, least);
      }
      return least;
    },
  };
}

/** G_0: everybody takes things to end where they are. */
function start({ ranks, ends }: Problem): Table {
  return ranks.map(() => ends.kind.slice());
}

/** What the actor reckons with after it moved to the state, and which of the others' turns (if any) is the worst for it. */
function reckoned(
  { ranks, ends }: Problem,
  before: Table,
  actor: number,
  state: number,
): { readonly rank: number; readonly next: number | undefined } {
  let rank = Number.POSITIVE_INFINITY;
  let next: number | undefined;
  before.forEach((table, j) => {
    if (j === actor) return;
    const there = ends.worst(actor, table[state]!);
    if (there >= rank) return;
    rank = there;
    next = j;
  });
  return next === undefined ? { rank: ranks[actor]![state]!, next } : { rank, next };
}

/** G_h from G_{h−1}. */
function step(problem: Problem, before: Table): Table {
  const { arcs, ranks, ends, work } = problem;
  return before.map((old, actor) => {
    const own = ranks[actor]!;
    const { start: first, to } = arcs[actor]!;
    const promised = new Float64Array(old.length);
    for (let state = 0; state < old.length; state++)
      promised[state] = reckoned(problem, before, actor, state).rank;
    work(before.length * old.length + to.length);
    return Int32Array.from(old, (_, state) => {
      let best = own[state]!;
      let moves: number[] = [];
      for (let k = first[state]!; k < first[state + 1]!; k++) {
        const there = promised[to[k]!]!;
        if (there > best) {
          best = there;
          moves = [to[k]!];
        } else if (there === best && moves.length > 0) moves.push(to[k]!);
      }
      return moves.length === 0
        ? ends.kind[state]!
        : ends.setOf(endsAfter(problem, before, actor, moves, best));
    });
  });
}

/** The kinds of end that leave the actor with `rank` after one of the moves, ascending. */
function endsAfter(
  { ranks, ends, work }: Problem,
  before: Table,
  actor: number,
  moves: readonly number[],
  rank: number,
): readonly number[] {
  const own = ranks[actor]!;
  const kinds = new Set<number>();
  for (const move of moves) {
    if (before.length === 1) kinds.add(ends.kind[move]!);
    before.forEach((table, j) => {
      if (j === actor) return;
      for (const kind of ends.kindsOf(table[move]!)) {
        work(1);
        if (own[ends.example[kind]!] === rank) kinds.add(kind);
      }
    });
  }
  return [...kinds].sort((a, b) => a - b);
}

/** What the actor expects to follow on its move, the worst of it: its rank of the end, the end, and the moves until then. */
export type Expected = { readonly rank: number; readonly end: number; readonly steps: readonly Step[] };

/** With this horizon (one or more): what each actor expects to follow on a move of its own that leads to a state. */
export function foresight(
  graph: MoveGraph,
  ranks: Ranks,
  horizon: number,
): (actor: number, to: number) => Expected {
  const problem = problemOf(graph, ranks);
  const { arcs, ends } = problem;
  const tables = [start(problem)];
  while (tables.length < horizon) tables.push(step(problem, tables[tables.length - 1]!));
  const has = (h: number, actor: number, state: number, kind: number) =>
    ends.kindsOf(tables[h]![actor]![state]!).includes(kind);
  /** How things get from the state to an end of the kind when the actor has the turn and `h` moves are looked ahead. */
  const way = (h: number, actor: number, state: number, kind: number): readonly Step[] => {
    if (h === 0 || has(0, actor, state, kind)) return [];
    const own = ranks[actor]!;
    const promised = own[ends.example[kind]!]!;
    const { start: first, to } = arcs[actor]!;
    for (let k = first[state]!; k < first[state + 1]!; k++) {
      const move = to[k]!;
      if (reckoned(problem, tables[h - 1]!, actor, move).rank !== promised) continue;
      if (ranks.length === 1 && ends.kind[move] === kind) return [{ actor, to: move }];
      for (let next = 0; next < ranks.length; next++)
        if (next !== actor && has(h - 1, next, move, kind))
          return [{ actor, to: move }, ...way(h - 1, next, move, kind)];
    }
    return [];
  };
  return (actor, to) => {
    const before = tables[horizon - 1]!;
    const { rank, next } = reckoned(problem, before, actor, to);
    if (next === undefined) return { rank, end: to, steps: [] };
    const kind = ends.kindsOf(before[next]![to]!).find((one) => ranks[actor]![ends.example[one]!]! === rank)!;
    const steps = way(horizon - 1, next, to, kind);
    return { rank, end: steps.at(-1)?.to ?? to, steps };
  };
}

/** `limH`: per actor, whether it stays at each state with this horizon. */
export function limitedStable(graph: MoveGraph, ranks: Ranks, horizon: number): readonly Uint8Array[] {
  const problem = problemOf(graph, ranks);
  let table = start(problem);
  for (let h = 1; h <= horizon; h++) table = step(problem, table);
  return staying(problem, table);
}

function staying({ ends, ranks }: Problem, table: Table): readonly Uint8Array[] {
  return table.map((sets, actor) =>
    Uint8Array.from(sets, (set, state) => (ends.worst(actor, set) <= ranks[actor]![state]! ? 1 : 0)),
  );
}

/**
 * Non-myopic stability; after how many horizons the whole table comes round again (1 where it settles); and a horizon from which
 * on it does.
 */
export type NonMyopic = {
  readonly stable: readonly Uint8Array[];
  readonly period: number;
  readonly horizon: number;
};

/**
 * `nm`: horizons are added until the whole table recurs; stable is what stays in every phase of that cycle. Parts of the conflict
 * that no move connects are followed apart, because together they recur only after a common multiple of their periods.
 */
export function nonMyopic(graph: MoveGraph, ranks: Ranks): NonMyopic {
  const arcs = rowsOf(graph);
  const work = workFor('looking ahead without end', graph.states);
  const stable = ranks.map(() => new Uint8Array(graph.states));
  let period = 1;
  let horizon = 1;
  for (const part of partsOf(arcs, graph.states)) {
    const one = onPart(part, arcs, ranks, work);
    const { table, length, steps } = recurring(one);
    horizon = Math.max(horizon, steps);
    let phase = table;
    const always = staying(one, phase).map((flags) => flags.slice());
    for (let at = 1; at < length; at++) {
      phase = step(one, phase);
      staying(one, phase).forEach((flags, actor) => {
        for (let k = 0; k < flags.length; k++) always[actor]![k]! &= flags[k]!;
      });
    }
    for (const [actor, flags] of always.entries())
      for (const [k, state] of part.entries()) stable[actor]![state] = flags[k]!;
    period = (period / commonDivisor(period, length)) * length;
  }
  return { stable, period, horizon };
}

/** The part as a conflict of its own; states count from 0 in the order of `part`. */
function onPart(
  part: readonly number[],
  arcs: readonly Links[],
  ranks: Ranks,
  work: (steps: number) => void,
): Problem {
  const place = new Map(part.map((state, at) => [state, at]));
  const own = ranks.map((rank) => Uint32Array.from(part, (state) => rank[state]!));
  const moves = arcs.map(({ start: first, to }): Links => {
    const from = new Int32Array(part.length + 1);
    const there: number[] = [];
    for (const [at, state] of part.entries()) {
      for (let k = first[state]!; k < first[state + 1]!; k++) there.push(place.get(to[k]!)!);
      from[at + 1] = there.length;
    }
    return { start: from, to: Int32Array.from(there) };
  });
  return { arcs: moves, ranks: own, ends: endsOf(part.length, own), work };
}

/** A table of the cycle that the horizons end in, after how many it is met, and the cycle's length (Brent 1980). */
function recurring(problem: Problem): {
  readonly table: Table;
  readonly length: number;
  readonly steps: number;
} {
  let kept = start(problem);
  let table = step(problem, kept);
  let length = 1;
  let power = 1;
  let steps = 1;
  while (!sameTables(table, kept)) {
    if (length === power) {
      kept = table;
      power *= 2;
      length = 0;
    }
    table = step(problem, table);
    length++;
    steps++;
  }
  return { table, length, steps };
}

function sameTables(a: Table, b: Table): boolean {
  return a.every((sets, actor) => sets.every((set, state) => set === b[actor]![state]));
}

/** States by what moves connect, of whomever and whichever way. */
function partsOf(arcs: readonly Links[], states: number): readonly (readonly number[])[] {
  const root = Int32Array.from({ length: states }, (_, state) => state);
  const rootOf = (state: number) => {
    let at = state;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  for (const { start: first, to } of arcs)
    for (let state = 0; state < states; state++)
      for (let k = first[state]!; k < first[state + 1]!; k++) root[rootOf(to[k]!)] = rootOf(state);
  const parts = new Map<number, number[]>();
  for (let state = 0; state < states; state++) {
    const part = parts.get(rootOf(state));
    if (part) part.push(state);
    else parts.set(rootOf(state), [state]);
  }
  return [...parts.values()];
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
