import type { Program } from './program.ts';

/** Which way an option may be switched: freely, only on (`forward`), only off (`back`). */
export type Direction = 'both' | 'forward' | 'back';

/**
 * One binary option. `single`: one owner. `all`: joint, switched on only by all its owners together, off by any one.
 * `any`: a common move of the literature, switched either way by any one owner.
 */
export type OptionSpec = {
  readonly owners: readonly number[];
  readonly mode: 'single' | 'all' | 'any';
  readonly direction: Direction;
  /** Must hold, after the move, where the option is switched on. */
  readonly gate?: Program;
  /** Must not hold, after the move, where the option is switched off. */
  readonly lock?: Program;
};

/** A conflict in option form. Bit k of a state code is option k; at most 31 options. Facts are constants already folded in. */
export type Model = {
  readonly actors: number;
  readonly options: readonly OptionSpec[];
  /** A state in which one of these holds is not feasible. */
  readonly impossible: readonly Program[];
  /** Options a scenario holds in place: states with another value are not feasible. */
  readonly fixed?: readonly { readonly option: number; readonly on: boolean }[];
};
