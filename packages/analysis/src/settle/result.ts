import type { BackEndName, ConceptName, Cube, SanctionRule } from '@demarche/engine';

/** Stability of every state under a profile; states are codes. No list is longer than was asked for; `counts` say how long they are. */
export type Settlement = {
  readonly scenario: string | null;
  readonly profile: Readonly<Record<string, string>>;
  readonly concepts: readonly ConceptName[];
  /** What counts as a sanction in gmr, smr, seq, sseq and fh. */
  readonly sanctions: SanctionRule;
  /** The back end of nash, gmr, smr, seq and sseq; undefined where another rule of sanctions or only other concepts were asked for. */
  readonly engine?: BackEndName;
  readonly feasible: readonly number[];
  /** By the code of a state that stands for several, the codes of all of them; undefined where none does. */
  readonly coalesced?: Readonly<Record<string, readonly number[]>>;
  readonly equilibria: Readonly<Partial<Record<ConceptName, readonly number[]>>>;
  /** Where a list is cut and no more cubes than its limit are needed: all its states, none in two cubes. */
  readonly cubes?: Readonly<Partial<Record<ConceptName, readonly Cube[]>>>;
  /** States that are an equilibrium under some concept asked for: those under the most concepts first, then by code. */
  readonly resting: readonly { readonly code: number; readonly concepts: readonly ConceptName[] }[];
  readonly counts: SettlementCounts;
  /** By concept and actor id. */
  readonly stable: Readonly<Partial<Record<ConceptName, Readonly<Record<string, readonly number[]>>>>>;
  /** By actor id, the place of each feasible state in the actor's order: 1 is best, what ties shares a place. */
  readonly order: Readonly<Record<string, readonly number[]>>;
  /** Where nm was asked for: after how many horizons what actors anticipate comes round again; 1 where it settles. */
  readonly period?: number;
};

/** How many there are, listed or not. */
export type SettlementCounts = {
  readonly feasible: number;
  readonly resting: number;
  readonly equilibria: Readonly<Partial<Record<ConceptName, number>>>;
  readonly stable: Readonly<Partial<Record<ConceptName, Readonly<Record<string, number>>>>>;
};

/** Why a state is stable or not for an actor: each move it may think of, with what stands against it. */
export type Reason = {
  readonly actor: string;
  readonly stable: boolean;
  readonly improvements: readonly ReasonedMove[];
};

export type ReasonedMove = {
  readonly to: number;
  readonly deterred: boolean;
  /** How `sanction` is meant: one after the other, all at the same time, or as what the actor expects to follow. */
  readonly kind: 'sequence' | 'together' | 'expected';
  /** Whether the actor prefers `to` itself: with limited moves it may also give way first. */
  readonly improvement: boolean;
  /** At the same time (`together`), each step is told by where it would lead alone. */
  readonly sanction: readonly { readonly actor: string; readonly to: number }[];
  /** Where it ends with the sanction. */
  readonly end: number;
};
