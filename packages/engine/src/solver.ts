import type { Structure } from './structure.ts';

/** Solution concepts: Nash (1950, 1951); gmr, smr: Howard (1971); seq: Fraser & Hipel (1979); sseq: Rêgo & Vieira (2017). */
export type Concept = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq';

export const concepts: readonly Concept[] = ['nash', 'gmr', 'smr', 'seq', 'sseq'];

/** Bit of a concept in stability flags. */
export const flag: Readonly<Record<Concept, number>> = { nash: 1, gmr: 2, smr: 4, seq: 8, sseq: 16 };

/** `ranks[actor][state]`, at least 1, larger is better, equal is indifferent. States are positions in `structure.codes`. */
export type Ranks = readonly Uint32Array[];

/**
 * What every back end does. An actor's result depends on its own ranks, on the ranks it takes the others to have, and on the
 * structure; nothing else. `flags[state]` holds the bit of each concept asked for under which the state is stable for the actor.
 */
export interface Solver {
  readonly name: string;
  stability(structure: Structure, ranks: Ranks, actor: number, concepts: readonly Concept[]): Uint8Array;
  /** Every actor's, where that is cheaper together than one by one. */
  stabilityOfAll?(structure: Structure, ranks: Ranks, concepts: readonly Concept[]): readonly Uint8Array[];
  /** Why it does not take a conflict, in words that follow “because”; undefined where it does. Without it, it takes all. */
  refuses?(structure: Structure): string | undefined;
}

/** Every actor's flags, everybody's ranks being the same in all eyes. */
export function stabilityOfAll(
  solver: Solver,
  structure: Structure,
  ranks: Ranks,
  concepts: readonly Concept[],
): readonly Uint8Array[] {
  return (
    solver.stabilityOfAll?.(structure, ranks, concepts) ??
    ranks.map((_, actor) => solver.stability(structure, ranks, actor, concepts))
  );
}
