import type { Concept, Cube } from '@demarche/engine';

/** The equilibria of a case with too many options for codes of 32 bits, as cubes that have no state in common. */
export type LargeSettlement = {
  readonly scenario: string | null;
  readonly profile: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** `compact`: the feasible states are few and were listed. `symbolic`: they were not. */
  readonly engine: 'compact' | 'symbolic';
  /** Feasible states; undefined where they were not listed. */
  readonly feasible: number | undefined;
  readonly found: readonly LargeFinding[];
};

export type LargeFinding = {
  readonly concept: Concept;
  /** Why nothing is said of it. */
  readonly refused?: string;
  /** In the order in which they were found; listed ones by ascending code. */
  readonly cubes: readonly Cube[];
  /** States in them. */
  readonly count: bigint;
  /** Whether these are all; else what ended the search. */
  readonly ended: 'all' | 'cubes' | 'conflicts' | 'interrupted';
};

/** Whether one state of such a case is stable, by search from its improvements. */
export type LargeState = {
  readonly scenario: string | null;
  readonly profile: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** Its options, the first one first: `1` taken, `0` not. */
  readonly state: Cube;
  /** States that were looked at for one improvement at most. */
  readonly most: number;
  readonly verdicts: readonly LargeVerdict[];
};

export type LargeVerdict = {
  readonly concept: Concept;
  readonly stable: 'yes' | 'no' | 'unknown';
  readonly actors: readonly {
    readonly actor: string;
    readonly stable: 'yes' | 'no' | 'unknown';
    readonly improvements: readonly {
      readonly to: Cube;
      readonly answer: 'deterred' | 'open' | 'unknown';
      readonly sanction: readonly { readonly actor: string; readonly to: Cube }[];
    }[];
  }[];
};
