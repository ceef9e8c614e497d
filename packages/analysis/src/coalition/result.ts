import type { Concept } from '@demarche/engine';
import type { FailedDeal } from '../answer/result.ts';
import type { Outsiders } from './sanctions.ts';

/** Stability of every state for coalitions, under one profile and scenario; states are codes, actors and coalitions ids. */
export type CoalitionSettlement = {
  readonly profile: Readonly<Record<string, string>>;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly outsiders: Outsiders;
  /** Whether the coalitions are those of a structure, named ones, or all there are: then what is common is universally stable. */
  readonly asked: 'all' | 'named' | 'structure';
  /** Equilibria: stable for every single actor. */
  readonly equilibria: readonly number[];
  /** Single actors first, then pairs, and so on; named ones as named. */
  readonly coalitions: readonly {
    readonly coalition: readonly string[];
    readonly stable: readonly number[];
    /** The equilibria that it would leave, with a least improvement of it that nothing deters. */
    readonly leaves: readonly { readonly from: number; readonly to: number }[];
  }[];
  /** Stable for every coalition asked for: equilibria of that structure, or universally stable states. */
  readonly common: readonly number[];
};

/** Whom a deal changes something for: the first priority from the top that does not come out as before, from 0. */
export type Stake = { readonly actor: string; readonly priority?: number };

/** What a coalition can jointly move to that all its members prefer, over the heads of the others; states are codes. */
export type HeadDeal = {
  readonly coalition: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly gains: readonly Stake[];
  /** Outsiders who are worse off there than before. */
  readonly losers: readonly Stake[];
  /** The nearest state that outsiders can bring about at which some member is no better off than before. */
  readonly undo?: Undoing;
  /** Whether they would: the same with every step an improvement of whoever moves that the concept does not deter. */
  readonly wouldUndo?: Undoing;
  /** Why it is no agreement, as far as it is none. */
  readonly fails?: FailedDeal;
};

/** A way on from a deal; `spoilt` are the members who are no better off there than before it. */
export type Undoing = {
  readonly to: number;
  readonly steps: readonly { readonly actor: string; readonly to: number }[];
  readonly spoilt: readonly string[];
};
