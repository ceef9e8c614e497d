import type { Range } from '../statement.ts';

/** Something to choose. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  /** What tells it from the others: who it is, who says it. */
  readonly hint?: string;
  /** Where the source speaks of it. */
  readonly passages?: readonly Range[];
};

/** One part of a wish: a numbered thing is so, or is not. */
export type Literal = { readonly id: string; readonly not?: true };

/** What somebody wants: all of it so; with `if`, only where all of that is so. */
export type Wish = { readonly that: readonly Literal[]; readonly if?: readonly Literal[] };

type Common = {
  /** The same question has the same id in every run. */
  readonly id: string;
  readonly ask: string;
  /** Why it is asked, for who wants to know. */
  readonly why: string;
  /** How far it is, counted from 1. */
  readonly part: { readonly at: number; readonly of: number; readonly title: string };
  /** Passages of the source that may help. */
  readonly passages?: readonly (Range & { readonly by?: string })[];
};

/** A question in plain words, as data: a page, a terminal and a test ask it alike. */
export type Question = Common &
  (
    | { readonly kind: 'text'; readonly default: string }
    | { readonly kind: 'yes-no'; readonly default: boolean }
    /** Several short texts. */
    | { readonly kind: 'lines'; readonly most: number; readonly default: readonly string[] }
    /** A short text for each of some things, which may stay empty. */
    | { readonly kind: 'each'; readonly of: readonly Choice[]; readonly default: readonly string[] }
    /** Some of several things; with `own`, also names that are not among them. */
    | {
        readonly kind: 'pick';
        readonly choices: readonly Choice[];
        readonly own: boolean;
        readonly least: number;
        readonly most: number;
        readonly default: { readonly picked: readonly string[]; readonly own: readonly string[] };
      }
    /** Wishes about numbered things, the most important first. */
    | {
        readonly kind: 'order';
        readonly choices: readonly Choice[];
        readonly most: number;
        readonly default: readonly Wish[];
      }
  );

export type QuestionKind = Question['kind'];

/** A reply has the form of the question's default. */
export type Reply =
  | string
  | boolean
  | readonly string[]
  | { readonly picked: readonly string[]; readonly own: readonly string[] }
  | readonly Wish[];

/** Why a reply does not fit, and what would. */
export type Problem = { readonly problem: string; readonly hint: string };
