import type { Concept, SanctionRule } from '@demarche/engine';

/** Which joint moves the course knows: all valid agreements, only those where no single actor would move, or none. */
export type Agreements = 'any' | 'at-rest' | 'none';

export type Settings = { readonly agreements: Agreements; readonly sanctions: SanctionRule };

/** One reading id per actor id. */
export type Profile = Readonly<Record<string, string>>;

/** `unsettled`: every rest is a cycle in which the question comes and goes. `depends`: rests differ. */
export type Verdict = 'yes' | 'no' | 'unsettled' | 'depends';

/** Who moves (or, with two or more, agrees) and to which state code. `steps` are the codes on the way where own gates open first. */
export type CourseStep = {
  readonly movers: readonly number[];
  readonly to: number;
  readonly steps: readonly number[];
};

/** The way that leads from now; states are codes. */
export type Course = {
  readonly now: number;
  readonly states: readonly { readonly code: number; readonly steps: readonly CourseStep[] }[];
  /** Sorted lists of codes, sorted by their first. */
  readonly rests: readonly (readonly number[])[];
};

/** Where the ways part: a state (or cycle) from which several verdicts can be reached, but from each successor only one. */
export type Fork = {
  readonly states: readonly number[];
  readonly exits: readonly { readonly step: CourseStep; readonly from: number; readonly verdict: Verdict }[];
};

/** How a question ended in `no`: it held at first (`lost`), only later on the course (`comes-and-goes`), or `never`. */
export type Before = 'never' | 'lost' | 'comes-and-goes';

export type Gain = {
  readonly change: 'better' | 'worse' | 'same' | 'mixed';
  /** Priorities that hold from the top down, at the rest where fewest do; undefined where the order has no priorities. */
  readonly priorities?: number;
  readonly of?: number;
};

export type QuestionAnswer =
  | {
      readonly question: string;
      readonly answer: Verdict;
      /** Whether the question holds somewhere on the course, now included. */
      readonly passed: boolean;
      readonly before?: Before;
      readonly forks: readonly Fork[];
    }
  | {
      readonly question: string;
      readonly answer: 'gains';
      /** By actor id. */
      readonly gains: Readonly<Record<string, Gain>>;
      /** Rests that are worse than now for everyone. */
      readonly worseForAll: readonly (readonly number[])[];
    };

/** `correct`: nobody misreads anyone. `as-held`: every actor moves in its own game, by what it believes of the others. */
export type Beliefs = 'correct' | 'as-held';

/** The answers of one cell of the grid. */
export type CellAnswer = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly beliefs: Beliefs;
  readonly agreements: Agreements;
  readonly sanctions: SanctionRule;
  readonly course: Course;
  readonly answers: readonly QuestionAnswer[];
};

/** A joint move that every mover prefers and that is no agreement: the first clause that fails, with a witness. */
export type FailedDeal = {
  readonly from: number;
  readonly to: number;
  readonly movers: readonly number[];
  readonly fails: 'brings-nothing' | 'does-not-hold' | 'answered' | 'not-minimal';
  /** Whose part is idle, who would leave, or for whom the answer is bad. */
  readonly actor: number;
  /** Where it would go: the deal without the idle part, the state the leaver moves to, the state the outsiders bring about, the smaller deal. */
  readonly witness: number;
  /** Who brings the witness about, where somebody does. */
  readonly by: readonly number[];
};
