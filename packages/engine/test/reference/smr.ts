import type { Concept } from './concept.ts';
import { gmr } from './gmr.ts';
import { reach } from './moves.ts';

/** Symmetric metarationality (Howard 1971): as gmr, and P_i(s3) ≤ P_i(s) for every s3 in R_i(s2). */
export const smr: Concept = (conflict, i, s, s1) => {
  const { rank } = conflict;
  return new Set(
    [...gmr(conflict, i, s, s1)].filter((s2) =>
      [...reach(conflict, i, s2)].every((s3) => rank(i, s3) <= rank(i, s)),
    ),
  );
};
