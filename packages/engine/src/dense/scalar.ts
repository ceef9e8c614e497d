import { byWeight } from '../by-weight.ts';
import { type Concept, flag } from '../solver.ts';
import type { Cube, Group, Wanted } from './cube.ts';

/**
 * The flags of each wanted group at every place of the cube, one state at a time: what the kernel does, without its vectors. `ranks` by
 * group and place, 0 where infeasible. P_i(s) ≥ a threshold of s's clique says that s is stable; that threshold starts from what
 * gmr and smr say and is raised by what improvements of the others cannot bring down. docs/engine.md has the reasons.
 */
export function solveScalar(
  cube: Cube,
  wanted: Wanted,
  ranks: readonly Uint32Array[],
): readonly Uint8Array[] {
  const orders = cube.groups.map((group, g) => orderOf(group, ranks[g]!));
  return wanted.groups.map((g) => {
    const own = cube.groups[g]!;
    const rank = ranks[g]!;
    const others = orders.filter((_, other) => other !== g);
    const asked = (...some: readonly Concept[]) => some.some((one) => wanted.concepts.includes(one));
    const best = greatestOf(own, rank, rank);
    const reach = (weight: Uint32Array) =>
      greatestOf(own, lesser(rank, componentLeast(others, weight)), rank);
    const ofBest = rank.map((one, s) => (one === 0 ? 0 : best[s]!));
    const gmr = asked('gmr', 'seq') ? reach(rank) : best;
    const smr = asked('smr', 'sseq') ? reach(ofBest) : best;
    const seq = asked('seq') ? raised(own, others, rank, rank, gmr) : best;
    const sseq = asked('sseq') ? raised(own, others, rank, ofBest, smr) : best;
    const thresholds = { nash: best, gmr, smr, seq, sseq };
    const flags = new Uint8Array(rank.length);
    for (const concept of wanted.concepts) {
      const threshold = thresholds[concept];
      for (let s = 0; s < flags.length; s++) if (rank[s]! >= threshold[s]!) flags[s]! |= flag[concept];
    }
    return flags;
  });
}

/** A group's cliques: per state how many of its clique are worse, and per clique, at its places, the states from the worst on. */
type Order = Group & {
  readonly levels: Uint16Array;
  readonly sorted: Int32Array;
  readonly feasible: Uint16Array;
};

function orderOf(group: Group, rank: Uint32Array): Order {
  const { a, k } = group;
  const size = 2 ** k;
  const levels = new Uint16Array(rank.length);
  const sorted = new Int32Array(rank.length);
  const feasible = new Uint16Array(rank.length);
  const members = new Int32Array(size);
  for (let c = 0; c < rank.length; c++) {
    if (c & ((size - 1) << a)) continue;
    let count = 0;
    for (let p = 0; p < size; p++) {
      const s = c | (p << a);
      if (rank[s] !== 0) members[count++] = s;
    }
    feasible[c] = count;
    const own = members.subarray(0, count).sort((x, y) => rank[x]! - rank[y]!);
    let worse = 0;
    for (let at = 0; at < count; at++) {
      const s = own[at]!;
      if (at > 0 && rank[s] !== rank[own[at - 1]!]) worse = at;
      levels[s] = worse;
      sorted[c | (at << a)] = s;
    }
  }
  return { ...group, levels, sorted, feasible };
}

const cliqueOf = ({ a, k }: Group, s: number) => s & ~((2 ** k - 1) << a);

/** Per state the greatest value over the feasible states of its clique. */
function greatestOf(group: Group, value: Uint32Array, rank: Uint32Array): Uint32Array {
  const greatest = new Uint32Array(value.length);
  for (let s = 0; s < value.length; s++) {
    const c = cliqueOf(group, s);
    if (rank[s] !== 0 && value[s]! > greatest[c]!) greatest[c] = value[s]!;
  }
  for (let s = 0; s < value.length; s++) greatest[s] = greatest[cliqueOf(group, s)]!;
  return greatest;
}

function lesser(one: Uint32Array, other: Uint32Array): Uint32Array {
  return one.map((value, s) => Math.min(value, other[s]!));
}

/** Per feasible state the least weight that the others can reach from it by moves: each clique is opened once. */
function componentLeast(others: readonly Order[], weight: Uint32Array): Uint32Array {
  const least = new Uint32Array(weight.length);
  const opened = others.map(() => new Uint8Array(weight.length));
  const stack: number[] = [];
  for (const source of byWeight(weight)) {
    if (weight[source] === 0 || least[source] !== 0) continue;
    least[source] = weight[source]!;
    stack.push(source);
    for (let t = stack.pop(); t !== undefined; t = stack.pop())
      others.forEach((other, j) => {
        const c = cliqueOf(other, t!);
        if (opened[j]![c]) return;
        opened[j]![c] = 1;
        for (let at = 0; at < other.feasible[c]!; at++) {
          const u = other.sorted[c | (at << other.a)]!;
          if (least[u] !== 0) continue;
          least[u] = weight[source]!;
          stack.push(u);
        }
      });
  }
  return least;
}

/**
 * Raises the thresholds to what the others cannot bring down by improvements. Sources up to the least threshold say nothing new, so
 * that they are labelled together; the others follow in ascending weight.
 */
function raised(
  own: Group,
  others: readonly Order[],
  rank: Uint32Array,
  weight: Uint32Array,
  threshold: Uint32Array,
): Uint32Array {
  const least = threshold.reduce((few, one) => (one !== 0 && one < few ? one : few), 2 ** 32 - 1);
  const labelled = new Uint8Array(rank.length);
  const tops = others.map(() => new Uint16Array(rank.length));
  const thresholds = threshold.slice();
  const stack: number[] = [];
  for (const source of byWeight(weight)) {
    if (weight[source] === 0 || labelled[source]) continue;
    const value = weight[source]!;
    const label = (u: number) => {
      if (labelled[u]) return;
      labelled[u] = 1;
      stack.push(u);
      if (value <= least) return;
      const c = cliqueOf(own, u);
      thresholds[c] = Math.max(thresholds[c]!, Math.min(value, rank[u]!));
    };
    label(source);
    for (let t = stack.pop(); t !== undefined; t = stack.pop())
      others.forEach((other, j) => {
        const c = cliqueOf(other, t!);
        const level = other.levels[t!]!;
        for (let at = tops[j]![c]!; at < level; at++) label(other.sorted[c | (at << other.a)]!);
        if (level > tops[j]![c]!) tops[j]![c] = level;
      });
  }
  for (let s = 0; s < thresholds.length; s++) thresholds[s] = thresholds[cliqueOf(own, s)]!;
  return thresholds;
}
