import type { Conflict } from './conflict.ts';

/** States by which the others deter i from improving from s to s1: the s2 of the definition. */
export type Concept = (conflict: Conflict, i: number, s: number, s1: number) => ReadonlySet<number>;
