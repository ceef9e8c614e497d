import type { ConceptName } from './name.ts';

/**
 * Which sequences of the opponents' moves count as a sanction. `legal`: any in which nobody moves twice in a row, the definition
 * (Fang, Hipel & Kilgour 1993). `once`: each opponent moves at most once, as in tables made with GMCR+. `single`: one move of one
 * opponent.
 */
export type SanctionRule = 'legal' | 'once' | 'single';

export const sanctionRules: readonly SanctionRule[] = ['legal', 'once', 'single'];

/** Whether the rule can change what a concept says: only where sanctions are sequences of moves. `fh` begins with `seq`. */
export function readsRule(concept: ConceptName): boolean {
  return ['gmr', 'smr', 'seq', 'sseq', 'fh'].includes(concept);
}
