import type { Concept } from '@demarche/engine';

export type PathStep = {
  readonly movers: readonly string[];
  readonly to: number;
  readonly gains: readonly string[];
};

/** Ways from now; states are codes. */
export type ReachResult = {
  readonly scenario: string | null;
  readonly profile: Readonly<Record<string, string>>;
  readonly concept: Concept;
  readonly now: number;
  readonly byMoves: readonly number[];
  readonly byImprovements: readonly number[];
  readonly onCourse: readonly number[];
  /** Shortest ways to equilibria and rests. `way`: `course`, `improvements`, `moves`, or `none` where nobody could bring it about. */
  readonly targets: readonly {
    readonly state: number;
    readonly equilibrium: boolean;
    readonly rest: boolean;
    readonly way: 'course' | 'improvements' | 'moves' | 'none';
    readonly path: readonly PathStep[];
  }[];
  /** First steps from now on the course. */
  readonly first: readonly PathStep[];
};
