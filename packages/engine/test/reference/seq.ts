import { coalitionImprovements, others } from './coalition.ts';
import type { Concept } from './concept.ts';

/** Sequential stability (Fraser & Hipel 1979): as gmr, with s2 in R⁺_{N−i}(s1). */
export const seq: Concept = (conflict, i, s, s1) => {
  const { rank } = conflict;
  return new Set(
    [...coalitionImprovements(conflict, others(conflict, i), s1)].filter((s2) => rank(i, s2) <= rank(i, s)),
  );
};
