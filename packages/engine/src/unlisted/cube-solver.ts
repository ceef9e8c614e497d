import type { Concept } from '../solver.ts';
import type { Unlisted } from './conflict.ts';

/**
 * States that agree in some options and are free in the others, option 0 first: `1` taken, `0` not, `-` either. `01-` stands for two
 * states.
 */
export type Cube = string;

/** How many states a cube stands for. */
export function statesIn(cube: Cube): bigint {
  let free = 0n;
  for (const mark of cube) if (mark === '-') free++;
  return 2n ** free;
}

export type CubeLimits = {
  /** Most cubes. */
  readonly cubes: number;
  /** Most conflicts of a satisfiability solver altogether: how long it may think. */
  readonly conflicts: number;
};

/** How a search ended: with all of them, or at a limit. */
export type CubesEnd = 'all' | 'cubes' | 'conflicts';

/**
 * The equilibria of a conflict that is too large to list, as cubes that have no state in common. Undefined is yielded now and then,
 * so that others get their turn.
 */
export interface CubeSolver {
  readonly name: string;
  /** Throws `Refused` where it does not take the conflict or the concept. */
  equilibria(conflict: Unlisted, concept: Concept, limits: CubeLimits): Generator<Cube | undefined, CubesEnd>;
}

/** What actors and options are called, by their positions. */
export type Names = {
  readonly actor: (actor: number) => string;
  readonly option: (option: number) => string;
};

const byNumber: Names = {
  actor: (actor) => `actor ${actor + 1}`,
  option: (option) => `option ${option + 1}`,
};

/** A conflict, or a concept on it, that a way of solving does not take; `reason` says why with the names that a case has. */
export class Refused extends Error {
  readonly reason: (names: Names) => string;
  constructor(reason: (names: Names) => string) {
    super(reason(byNumber));
    this.name = 'Refused';
    this.reason = reason;
  }
}
