import { coalitionReach, others } from './coalition.ts';
import type { Concept } from './concept.ts';

/** General metarationality (Howard 1971): s2 in R_{N−i}(s1) with P_i(s2) ≤ P_i(s). It may be s itself. */
export const gmr: Concept = (conflict, i, s, s1) => {
  const { rank } = conflict;
  return new Set(
    [...coalitionReach(conflict, others(conflict, i), s1)].filter((s2) => rank(i, s2) <= rank(i, s)),
  );
};
