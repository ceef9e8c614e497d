import type { Cells } from './cells.ts';
import { leastByImprovements, leastByMoves, othersThan } from './closure.ts';
import type { Concept, Ranks } from './solver.ts';
import type { Structure } from './structure.ts';

/**
 * Deterrence of one actor: an improvement t on s is *undeterred* exactly when P(t) > P(s) and `level[c][t]` > P(s). The level is
 * the least weight that the opponents can bring about from t: weight is the actor's own rank (gmr, seq) or the best it can
 * still escape to (smr, sseq). For nash the level is the rank itself, so every improvement is undeterred.
 */
export type Levels = Readonly<Partial<Record<Concept, Uint32Array>>>;

export function levelsOf(
  structure: Structure,
  ranks: Ranks,
  actor: number,
  concepts: readonly Concept[],
): Levels {
  const own = ranks[actor]!;
  const others = othersThan(structure, actor);
  const levels: Partial<Record<Concept, Uint32Array>> = {};
  let greatest: Uint32Array | undefined;
  const best = () => {
    greatest ??= greatestFrom(structure, actor, own);
    return greatest;
  };
  for (const concept of concepts) {
    if (concept === 'nash') levels.nash = own;
    else if (concept === 'gmr') levels.gmr = leastByMoves(structure, others, own);
    else if (concept === 'smr') levels.smr = leastByMoves(structure, others, best());
    else if (concept === 'seq') levels.seq = leastByImprovements(structure, others, ranks, own);
    else levels.sseq = leastByImprovements(structure, others, ranks, best());
  }
  return levels;
}

/** For every state the greatest value over itself and R_i of it: closed moves in option form, single arcs in graph form. */
export function greatestFrom(structure: Structure, actor: number, value: Uint32Array): Uint32Array {
  if (!structure.arcs) return greatestReached(structure.cells[actor]!, value);
  const { start, to } = structure.arcs[actor]!.after;
  const greatest = value.slice();
  for (let state = 0; state < value.length; state++)
    for (let k = start[state]!; k < start[state + 1]!; k++)
      greatest[state] = Math.max(greatest[state]!, value[to[k]!]!);
  return greatest;
}

/** For every state the greatest value over itself and what the actor can reach from it, by its cells. */
export function greatestReached(cells: Cells, value: Uint32Array): Uint32Array {
  const { groups, group, members, start, after } = cells;
  const byGroup = new Uint32Array(groups);
  for (let g = 0; g < groups; g++) {
    let greatest = 0;
    for (let k = start[g]!; k < start[g + 1]!; k++) {
      const one = value[members[k]!]!;
      if (one > greatest) greatest = one;
    }
    for (let k = after.start[g]!; k < after.start[g + 1]!; k++) {
      const one = byGroup[after.to[k]!]!;
      if (one > greatest) greatest = one;
    }
    byGroup[g] = greatest;
  }
  const reached = new Uint32Array(value.length);
  for (let state = 0; state < reached.length; state++) reached[state] = byGroup[group[state]!]!;
  return reached;
}

/** State by state the lesser of two values. */
export function lesser(one: Uint32Array, other: Uint32Array): Uint32Array {
  if (one === other) return one;
  const least = one.slice();
  for (let state = 0; state < least.length; state++)
    if (other[state]! < least[state]!) least[state] = other[state]!;
  return least;
}

/**
 * Per state 1 where it is stable for the actor, by its own ranks and its level (see `Levels`): where the greatest min(own, level) over
 * what it reaches is no more than its own.
 */
export function stableByLevel(
  structure: Structure,
  actor: number,
  own: Uint32Array,
  level: Uint32Array,
): Uint8Array {
  const stable = new Uint8Array(own.length);
  if (structure.arcs) {
    const greatest = greatestFrom(structure, actor, lesser(own, level));
    for (let state = 0; state < stable.length; state++)
      stable[state] = greatest[state]! <= own[state]! ? 1 : 0;
    return stable;
  }
  const { groups, group, members, start, after } = structure.cells[actor]!;
  const byGroup = new Uint32Array(groups);
  for (let g = 0; g < groups; g++) {
    let greatest = 0;
    for (let k = start[g]!; k < start[g + 1]!; k++) {
      const state = members[k]!;
      // What is no better than the greatest so far in one of the two need not be looked at in the other.
      if (level[state]! > greatest && own[state]! > greatest) greatest = Math.min(level[state]!, own[state]!);
    }
    for (let k = after.start[g]!; k < after.start[g + 1]!; k++) {
      const one = byGroup[after.to[k]!]!;
      if (one > greatest) greatest = one;
    }
    byGroup[g] = greatest;
  }
  for (let state = 0; state < stable.length; state++)
    stable[state] = byGroup[group[state]!]! <= own[state]! ? 1 : 0;
  return stable;
}
