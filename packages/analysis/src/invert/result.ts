import type { Concept } from '@demarche/engine';
import type { Agreements, Beliefs, Profile, Verdict } from '../answer/result.ts';

/** One part of what it would take. Every part is an edit of the case, so that it can be tried by hand. */
export type Change =
  | {
      /** One priority of the reading under analysis moved; whoever is said to believe in that reading sees it moved too. */
      readonly kind: 'reorder';
      readonly actor: string;
      readonly reading: string;
      /** Position of the priority in the list as written, from 0. */
      readonly priority: number;
      readonly way: 'up' | 'down';
      /** Adjacent swaps. */
      readonly by: number;
      /** The priority, and those it passes when moved alone, in the words of the case. */
      readonly that: string;
      readonly past: readonly string[];
    }
  /** What an actor takes another to want gives way to the reading under analysis. */
  | {
      readonly kind: 'believe';
      readonly holder: string;
      readonly about: string;
      readonly held: string;
      readonly truth: string;
    }
  /** The option is so throughout, and things start there: nobody moves it. */
  | { readonly kind: 'give'; readonly option: string; readonly on: boolean }
  /** A commitment that cannot be taken back: once it is on (off) it stays so. */
  | { readonly kind: 'irrevocable'; readonly option: string; readonly once: 'on' | 'off' }
  /** The option can be switched on only where this holds after the move, on top of the gate that it has. */
  | { readonly kind: 'gate'; readonly option: string; readonly when: string };

/**
 * A minimal set of changes: together they bring the answer about, and no proper part of them does, the parts of a moved priority
 * being the pairs of priorities that then stand the other way round.
 */
export type ChangeSet = {
  readonly parts: readonly Change[];
  /** Adjacent swaps in all. */
  readonly swaps: number;
};

/** How far the sets of one size were searched. */
export type Searched = {
  readonly size: number;
  /** Sets of this size in the space, and how many were decided; of those, how many needed a game of their own. */
  readonly sets: number;
  readonly decided: number;
  readonly solved: number;
  /** Decided sets that leave no game to play, that force the answer, and that are no answer because a proper part already is. */
  readonly impossible: number;
  readonly forced: number;
  readonly notMinimal: number;
};

/** A single commitment that ends a yes, and the answer then. */
export type Breaking = { readonly part: Change; readonly answer: Verdict };

/** What it would take. With `exhausted` the list is all there is up to `size`: an empty one is the proof that nothing works. */
export type InvertResult = {
  readonly question: string;
  readonly wanted: 'yes' | 'no';
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly agreements: Agreements;
  readonly beliefs: Beliefs;
  readonly size: number;
  /** The answer as things are; where it is the wanted one, there is nothing to change. */
  readonly answer: Verdict;
  /** How many single changes of each kind the space is built of. */
  readonly space: Readonly<Record<Change['kind'], number>>;
  /** Cheapest first: fewer parts, then fewer adjacent swaps, then as the case lists them. */
  readonly changes: readonly ChangeSet[];
  /** Where the answer is yes: the single commitments (irrevocable, given) after which it no longer is. */
  readonly breaking: readonly Breaking[];
  readonly searched: readonly Searched[];
  readonly exhausted: boolean;
};
