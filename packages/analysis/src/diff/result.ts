import type { Path } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import type { Beliefs, Profile } from '../answer/result.ts';
import type { Difference } from '../crux/result.ts';

/** What a difference is about: what `crux` knows, and everything else that a case holds. */
export type DiffKind =
  | Difference['kind']
  | 'title'
  | 'actor'
  | 'option'
  | 'state'
  | 'fact'
  | 'reading'
  | 'unaware'
  | 'unperceived'
  | 'evidence'
  | 'look-for'
  | 'move-seen'
  | 'weighing'
  | 'source'
  | 'statement';

/** One thing in which two cases differ, with its place in both files. */
export type CaseDifference = {
  readonly id: string;
  readonly kind: DiffKind;
  readonly change: 'added' | 'removed' | 'changed';
  /** As the first and the second case have it; empty where one has nothing, or where it is withheld. */
  readonly one: string;
  readonly other: string;
  readonly becauseOne: readonly string[];
  readonly becauseOther: readonly string[];
  /** Paths of keys and list positions; undefined in the file that has nothing there. */
  readonly at: { readonly one?: Path; readonly other?: Path };
};

/** How a combination of readings and scenario is answered in both cases; null where one case does not have it. */
export type CellChange = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly beliefs: Beliefs;
  readonly from: string | null;
  readonly to: string | null;
};

export type AnswerChange = {
  readonly question: string;
  readonly ask: string;
  /** Combinations that both cases have, and how many of them are answered otherwise. */
  readonly shared: number;
  readonly changed: number;
  /** Those answered otherwise, and those that only one of the cases has. */
  readonly cells: readonly CellChange[];
};

export type CaseDiff = {
  readonly differences: readonly CaseDifference[];
  /** Undefined where one of the cases does not say where things stand. */
  readonly answers: readonly AnswerChange[] | undefined;
  /** Set where there are too many combinations: how many of how many were drawn. */
  readonly sampled?: { readonly profiles: number; readonly of: number };
};
