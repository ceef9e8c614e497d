/**
 * What is needed of a solver for satisfiability; everything else here knows no more of it. Variables are numbered from 1; a literal
 * is a variable, or minus it.
 */
export interface Sat {
  newVar(): number;
  add(clause: readonly number[]): void;
  /** Whether all clauses can hold with these literals; undefined where that took more than so many conflicts. */
  solve(assumed?: readonly number[], conflicts?: number): boolean | undefined;
  /** After true: the value of a variable. */
  value(variable: number): boolean;
  /** After false: the assumed literals that were needed for it. */
  failed(): readonly number[];
  /** Gives its memory back; it cannot be used afterwards. */
  free(): void;
}

/** Makes a new solver without clauses. */
export type SatMaker = () => Sat;
