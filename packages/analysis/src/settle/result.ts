import type { Concept } from '@demarche/engine';

/** Stability of every state under a profile; states are codes. */
export type Settlement = {
  readonly scenario: string | null;
  readonly profile: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  readonly feasible: readonly number[];
  readonly equilibria: Readonly<Partial<Record<Concept, readonly number[]>>>;
  /** By concept and actor id. */
  readonly stable: Readonly<Partial<Record<Concept, Readonly<Record<string, readonly number[]>>>>>;
};

/** Why a state is stable or not for an actor: each improvement with what deters it. */
export type Reason = {
  readonly actor: string;
  readonly stable: boolean;
  readonly improvements: readonly {
    readonly to: number;
    readonly deterred: boolean;
    readonly sanction: readonly { readonly actor: string; readonly to: number }[];
  }[];
};
