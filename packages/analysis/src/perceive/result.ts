import type { CellAnswer, CourseStep, Profile, Verdict } from '../answer/result.ts';

/** Where an actor is in for a surprise: a rest of its own course that breaks or never comes, or an answer that it does not expect. */
export type Surprise =
  | {
      readonly kind: 'breaks';
      readonly actor: string;
      /** What the actor takes to be a rest; state codes. */
      readonly rest: readonly number[];
      readonly from: number;
      readonly step: CourseStep;
      /** Rests that can be reached from there as each sees it. */
      readonly leadsTo: readonly (readonly number[])[];
    }
  | {
      readonly kind: 'never-comes';
      readonly actor: string;
      readonly rest: readonly number[];
      /** The first step towards it that would not be taken, and where. */
      readonly from: number;
      readonly step: CourseStep;
      /** What those movers do there instead; empty where they stay. */
      readonly instead: readonly CourseStep[];
      /** Rests that can be reached as each sees it: from where the first of those steps leads, or from here where they stay. */
      readonly leadsTo: readonly (readonly number[])[];
    }
  | {
      readonly kind: 'answer';
      readonly actor: string;
      readonly question: string;
      readonly expected: Verdict;
      readonly believed: Verdict;
    };

/** What one actor expects: the answer in its own game. */
export type Expectation = {
  readonly actor: string;
  /** What it takes everybody to want. */
  readonly profile: Profile;
  /** What it takes others to take everybody to want, where that is not what it takes them to want itself. */
  readonly second: readonly { readonly of: string; readonly profile: Profile }[];
  /** Options that it does not see; in its game they stay as they are. Ids. */
  readonly unaware: readonly string[];
  /** States that it does not reckon with, as the case has it; in its game there are none. */
  readonly unperceived: readonly string[];
  readonly answer: CellAnswer;
  readonly surprises: readonly Surprise[];
};

/** Three answers side by side (hypergames: Bennett 1977; Wang, Hipel & Fraser 1988). */
export type Perceived = {
  /** All beliefs correct. */
  readonly asTrue: CellAnswer;
  /** Every actor moves, deters and agrees in its own game. */
  readonly asBelieved: CellAnswer;
  readonly expects: readonly Expectation[];
  /** States that are stable for each actor in its own game; codes. */
  readonly equilibria: readonly number[];
  /** Whether anybody here misreads anybody, or does not see something. */
  readonly misread: boolean;
};
