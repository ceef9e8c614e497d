import { moveGraphOf } from '../arcs.ts';
import { othersThan } from '../closure.ts';
import { compact } from '../compact.ts';
import { greatestFrom, levelsOf } from '../levels.ts';
import { type Concept, flag, type Ranks } from '../solver.ts';
import type { Structure } from '../structure.ts';
import { leastByRule } from './least-by-rule.ts';
import { limitedStable, nonMyopic } from './limited.ts';
import { type ConceptName, horizonOf, isSolverConcept } from './name.ts';
import type { SanctionRule } from './sanction-rule.ts';
import { simultaneouslyStable, tableauStable } from './simultaneous.ts';

/** Per actor and state, whether the state is stable; `period` for nm: after how many horizons its table comes round. */
export type Stability = { readonly stable: readonly Uint8Array[]; readonly period?: number };

/**
 * Stability of every state for every actor under any concept and sanction rule. `ranks[actor][state]`, larger is better. Throws
 * a RangeError where the concept is not defined on the conflict, `TooLarge` where it has to follow more moves, or more combinations of them, than the program takes on.
 */
export function stabilityOf(
  structure: Structure,
  ranks: Ranks,
  concept: ConceptName,
  rule: SanctionRule = 'legal',
): Stability {
  if (!isDefinedOn(structure, concept))
    throw new RangeError(`${concept} needs options, and this conflict is given by states and arcs`);
  if (isSolverConcept(concept)) return { stable: sanctionStable(structure, ranks, concept, rule) };
  if (concept === 'sim') return { stable: simultaneouslyStable(structure, ranks) };
  if (concept === 'fh')
    return { stable: tableauStable(structure, ranks, sanctionStable(structure, ranks, 'seq', rule)) };
  if (concept === 'nm') return nonMyopic(moveGraphOf(structure), ranks);
  return { stable: limitedStable(moveGraphOf(structure), ranks, horizonOf(concept) ?? 1) };
}

function sanctionStable(
  structure: Structure,
  ranks: Ranks,
  concept: Concept,
  rule: SanctionRule,
): readonly Uint8Array[] {
  if (rule === 'legal' || concept === 'nash')
    return ranks.map((_, actor) =>
      compact.stability(structure, ranks, actor, [concept]).map((flags) => (flags & flag[concept] ? 1 : 0)),
    );
  return ranks.map((own, actor) => {
    const level = levelByRule(structure, ranks, actor, concept, rule);
    const gain = Uint32Array.from(own, (rank, state) => Math.min(rank, level[state]!));
    const greatest = greatestFrom(structure, actor, gain);
    return Uint8Array.from(own, (rank, state) => (greatest[state]! <= rank ? 1 : 0));
  });
}

/** Whether the concept is defined on the conflict: only options can be flipped together, states and arcs alone cannot. */
export function isDefinedOn(structure: Structure, concept: ConceptName): boolean {
  return (concept !== 'sim' && concept !== 'fh') || structure.arcs === undefined;
}

/**
 * As `levelsOf`, for the other sanction rules: an improvement t on s is undeterred exactly when the actor's rank of t and the level
 * of t both exceed its rank of s.
 */
export function levelByRule(
  structure: Structure,
  ranks: Ranks,
  actor: number,
  concept: Concept,
  rule: Exclude<SanctionRule, 'legal'>,
): Uint32Array {
  const own = ranks[actor]!;
  if (concept === 'nash') return own;
  const weight = concept === 'smr' || concept === 'sseq' ? greatestFrom(structure, actor, own) : own;
  const byImprovement = concept === 'seq' || concept === 'sseq';
  const others = othersThan(structure, actor);
  // One opponent has one move in every rule.
  if (others.length < 2) return levelsOf(structure, ranks, actor, [concept])[concept]!;
  return leastByRule(moveGraphOf(structure), rule, others, weight, byImprovement ? ranks : undefined);
}
