import type { Concept } from '@demarche/engine';

/** Stability against joint moves; states are codes. */
export type CoalitionSettlement = {
  readonly concept: Concept;
  /** By coalition (actor ids), every non-empty one asked for: the states stable for it. */
  readonly stable: readonly { readonly coalition: readonly string[]; readonly states: readonly number[] }[];
  /** States stable for every coalition asked for: equilibria of that structure, or universally stable ones. */
  readonly common: readonly number[];
};

/** What a coalition can jointly move to that all its members prefer, over the heads of the others. */
export type HeadDeal = {
  readonly coalition: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Outsiders who are worse off there than before. */
  readonly losers: readonly string[];
  /** The nearest state that outsiders can bring about at which some member is no better off than before. */
  readonly undo?: { readonly to: number; readonly by: readonly string[] };
  /** Whether they would: the same with every step an improvement of whoever moves. */
  readonly wouldUndo?: { readonly to: number; readonly by: readonly string[] };
};
