import type { Place } from './place.ts';

/** Where somebody stands who looks ahead: the state expected, the facts of that time, and the options that it holds as in it. */
export type Standpoint = {
  readonly actor: number;
  /** Options taken and facts that hold. */
  readonly taken: readonly string[];
  readonly code: number;
  /** Positions of the actor's own options: they stay as they are, else it signs a step later and all alternatives end alike. */
  readonly held: readonly number[];
};

/** A rest of the course, as codes, with the share of profiles and rests that it stands for: shares sum to one. */
export type Outlook = { readonly share: number; readonly states: readonly number[] };

/** The rests of the course from there; undefined where none can be computed (a state not feasible today). */
export type Foresight = (from: Standpoint) => readonly Outlook[] | undefined;

/** What an item of a menu leads to. Without foresight the one state that was expected. */
export type Prospect = readonly { readonly share: number; readonly places: readonly Place[] }[];
