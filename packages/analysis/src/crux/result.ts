import type { Verdict } from '../answer/result.ts';

/** One judgement in which two cases of one conflict differ. */
export type Difference = {
  /** Names it in both cases: `russia.gains`, `opens.ukraine.vote`, `now.us.aid`. */
  readonly id: string;
  readonly kind:
    | 'now'
    | 'impossible'
    | 'one-state'
    | 'move'
    | 'gate'
    | 'lock'
    | 'one-way'
    | 'term'
    | 'priority'
    | 'order'
    | 'belief'
    | 'scenario'
    | 'question';
  /** As the first and the second case have it; empty where one has nothing. */
  readonly one: string;
  readonly other: string;
  /** Statements each rests on. */
  readonly becauseOne: readonly string[];
  readonly becauseOther: readonly string[];
};

/** Why two cases answer differently. */
export type Crux = {
  readonly question: string;
  readonly one: Verdict;
  readonly other: Verdict;
  readonly differences: readonly Difference[];
  /** Smallest sets first; applied to the first case each gives the other's answer, and no proper part of it does. Positions. */
  readonly sets: readonly (readonly number[])[];
  /** Sets up to this size were all tried; smaller than the number of differences where there are many. */
  readonly upTo: number;
};

/** Two cases that are not about one conflict. */
export type NotComparable = { readonly problems: readonly string[] };
