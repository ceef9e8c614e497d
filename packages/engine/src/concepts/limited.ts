import type { MoveGraph } from '../arcs.ts';
import type { Links } from '../cells.ts';
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
export type Outlook = {
  /** Whether the actor stays at the state: G_h(i, s) = s. */
  readonly stays: (actor: number, state: number) => boolean;
  /** What the actor reckons with after a move to `to`: its rank of the worst end, and who has the turn then. */
  readonly after: (actor: number, to: number) => { readonly rank: number; readonly next: number | undefined };
  /** Representatives of where things end from the state when the actor has the turn; the state itself where it stays. */
  readonly ends: (actor: number, state: number) => readonly number[];
};

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

/** What everybody makes of every state with horizons of one move, two and so on, up to `horizon`. */
export function outlooksOf(graph: MoveGraph, ranks: Ranks, horizon: number): readonly Outlook[] {
  const problem = problemOf(graph, ranks);
  const outlooks: Outlook[] = [];
  let before = start(problem);
  for (let h = 1; h <= horizon; h++) {
    const now = step(problem, before);
    outlooks.push(outlookOf(problem, before, now));
    before = now;
  }
  return outlooks;
}

function outlookOf(problem: Problem, before: Table, now: Table): Outlook {
  const { ends, ranks } = problem;
  const stays = (actor: number, state: number) =>
    ends.worst(actor, now[actor]![state]!) <= ranks[actor]![state]!;
  return {
    stays,
    after: (actor, to) => reckoned(problem, before, actor, to),
    ends: (actor, state) =>
      stays(actor, state) ? [state] : ends.kindsOf(now[actor]![state]!).map((kind) => ends.example[kind]!),
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

/** Non-myopic stability, and after how many horizons the whole table comes round again: 1 where it settles. */
export type NonMyopic = { readonly stable: readonly Uint8Array[]; readonly period: number };

/**
 * `nm`: horizons are added until the whole table recurs; stable is what stays in every phase of that cycle. Parts of the conflict
 * that no move connects are followed apart, because together they recur only after a common multiple of their periods.
 */
export function nonMyopic(graph: MoveGraph, ranks: Ranks): NonMyopic {
  const arcs = rowsOf(graph);
  const work = workFor('looking ahead without end', graph.states);
  const stable = ranks.map(() => new Uint8Array(graph.states));
  let period = 1;
  for (const part of partsOf(arcs, graph.states)) {
    const one = onPart(part, arcs, ranks, work);
    const { table, length } = recurring(one);
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
  return { stable, period };
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

/** A table of the cycle that the horizons end in, and the cycle's length (Brent 1980). */
function recurring(problem: Problem): { readonly table: Table; readonly length: number } {
  let kept = start(problem);
  let table = step(problem, kept);
  let length = 1;
  let power = 1;
  while (!sameTables(table, kept)) {
    if (length === power) {
      kept = table;
      power *= 2;
      length = 0;
    }
    table = step(problem, table);
    length++;
  }
  return { table, length };
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
