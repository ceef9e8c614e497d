import type { Model } from './model.ts';

/**
 * What of a conflict does not depend on preferences: the feasible states in ascending code, and who can lead where.
 * A single move of actor i from s to t flips only bits of `mine[i]`, switches on only bits of `on[t]` that are not joint
 * (`all`), and switches off only bits of `off[t]`.
 */
export type Structure = {
  readonly model: Model;
  readonly actors: number;
  readonly options: number;
  readonly codes: Uint32Array;
  /** Position of a code in `codes`, or -1 where it is not feasible. */
  readonly indexOf: (code: number) => number;
  /** Per actor, the options it owns alone or with others. */
  readonly mine: Uint32Array;
  /** Joint options (`mode: all`) and common ones (`mode: any`). */
  readonly all: number;
  readonly any: number;
  /** Per state t, the options that may be switched on (off) by a move that ends at t: direction, gate and lock. */
  readonly on: Uint32Array;
  readonly off: Uint32Array;
};
