import type { ByReading } from './result.ts';

/** Very consistent, consistent, neutral, inconsistent, very inconsistent, not applicable. */
export type MatrixMark = 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA';

export type MatrixItem = {
  readonly id: string;
  readonly marks: ByReading<MatrixMark>;
  /** An item that does not apply to one of the readings is shown and not counted. */
  readonly counted: boolean;
  /** Largest less smallest mark, from 0 (tells nothing apart) to 4 (CC against II). */
  readonly diagnosticity: number;
  /** ρ at the middle of its range. */
  readonly strength: number;
};

/** Two readings that the matrix and the posterior order differently. */
export type MatrixDisagreement = {
  /** The reading that the matrix puts first, and the one that the posterior does. */
  readonly matrix: string;
  readonly posterior: string;
  /** What speaks for the latter against the former, in bans, most first: `prior`, a group's id, `moves`. */
  readonly because: readonly { readonly from: string; readonly bans: number }[];
};

export type Matrix = {
  readonly actor: string;
  readonly readings: readonly string[];
  readonly items: readonly MatrixItem[];
  /** I counts 1, II counts 2, all else nothing: the method eliminates, it does not confirm. */
  readonly inconsistency: ByReading<number>;
  /** The same with every item counted by its strength. */
  readonly weighted: ByReading<number>;
  /** Least inconsistent first; in file order where equal. */
  readonly order: readonly string[];
  readonly posteriorOrder: readonly string[];
  readonly disagreements: readonly MatrixDisagreement[];
};
