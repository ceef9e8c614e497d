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
  const byGroup = new Uint32Array(cells.groups);
  for (let g = 0; g < cells.groups; g++) {
    let greatest = 0;
    for (let k = cells.start[g]!; k < cells.start[g + 1]!; k++)
      greatest = Math.max(greatest, value[cells.members[k]!]!);
    for (let k = cells.after.start[g]!; k < cells.after.start[g + 1]!; k++)
      greatest = Math.max(greatest, byGroup[cells.after.to[k]!]!);
    byGroup[g] = greatest;
  }
  return Uint32Array.from(cells.group, (g) => byGroup[g]!);
}
