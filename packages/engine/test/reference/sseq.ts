import type { Concept } from './concept.ts';
import { reach } from './moves.ts';
import { seq } from './seq.ts';

/** Symmetric sequential stability (Rêgo & Vieira 2017): as smr, with s2 in R⁺_{N−i}(s1). */
export const sseq: Concept = (conflict, i, s, s1) => {
  const { rank } = conflict;
  return new Set(
    [...seq(conflict, i, s, s1)].filter((s2) =>
      [...reach(conflict, i, s2)].every((s3) => rank(i, s3) <= rank(i, s)),
    ),
  );
};
