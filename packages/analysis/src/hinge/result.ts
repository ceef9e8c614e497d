import type { Concept } from '@demarche/engine';
import type { Verdict } from '../answer/result.ts';

/** What an answer may hang on: the reading of an actor with several, the scenario, or whether beliefs are correct or as held. */
export type Factor = {
  /** `reading of russia`, `scenario` or `beliefs`. */
  readonly name: string;
  readonly actor?: string;
  /** Reading ids; scenario ids with `null` for things as they stand; `correct` and `as-held`. */
  readonly values: readonly (string | null)[];
};

/** Holds where every named factor has one of the values; without conditions it is "otherwise". Earlier rules go first. */
export type Rule = {
  readonly answer: Verdict;
  readonly when: readonly { readonly factor: string; readonly values: readonly (string | null)[] }[];
};

/** The least change of a reading's weight (posterior, `other` left out), the others in proportion, at which another answer is the most probable. */
export type TippingWeight = {
  readonly reading: string;
  readonly from: number;
  readonly to: number;
  readonly answer: Verdict;
  readonly instead: Verdict;
  /** The same before the evidence and the observed moves, where these change it. */
  readonly prior?: { readonly from: number; readonly to: number };
};

/** Evidence whose removal makes another answer the most probable: smallest sets first. */
export type Removal = {
  readonly items: readonly string[];
  readonly from: Verdict;
  readonly to: Verdict;
};

export type Hinge = {
  readonly question: string;
  readonly concept: Concept;
  readonly cells: number;
  /** The answer where it is the same in every cell. */
  readonly always?: Verdict;
  /** How many cells have which answer. */
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  readonly rules: readonly Rule[];
  /** Shapley effects (Owen 2014) by factor name; empty where the answer is constant. They sum to one. */
  readonly shares: Readonly<Record<string, number>>;
  readonly tipping: readonly TippingWeight[];
  readonly removals: readonly Removal[];
  /** What changes when one reading is listed twice or three times: a hidden vote. */
  readonly listing: readonly {
    readonly reading: string;
    readonly times: 2 | 3;
    readonly leading?: { readonly from: string; readonly to: string };
    readonly probable?: { readonly from: Verdict; readonly to: Verdict };
  }[];
  /** Whether anything was stated that weighs the readings (weights, evidence, observed moves); without it no probability of an answer is printed. */
  readonly weighted: boolean;
};
