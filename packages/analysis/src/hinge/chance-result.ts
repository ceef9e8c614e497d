import type { Concept } from '@demarche/engine';
import type { Beliefs, Verdict } from '../answer/result.ts';
import type { TippingWeight } from './result.ts';

/**
 * How probable an answer is if the stated weights are taken. `low` and `high` are its least and greatest value over the posterior
 * ranges of all actors together; `point`, where every actor that matters was weighed, is at the middle of what was stated, given
 * that one of the readings is true.
 */
export type AnswerChance = {
  readonly answer: Verdict;
  readonly low: number;
  readonly point?: number;
  readonly high: number;
};

/** The answers to a question, in one scenario and under one kind of beliefs, by the posterior of the readings. */
export type Chances = {
  readonly question: string;
  readonly concept: Concept;
  readonly beliefs: Beliefs;
  readonly scenario: string | null;
  /** Every answer that some reading gives. */
  readonly answers: readonly AnswerChance[];
  /** How much lies on `other`: the ranges reckon with any answer there. */
  readonly unexplained: number;
  /** Actors whose readings nobody weighed and on which the answer depends: the ranges hold for every weight of theirs. */
  readonly unweighed: readonly string[];
  /** Whether the ends are attained; else they are certain bounds that may be too wide. */
  readonly exact: boolean;
  /** By posterior weight: the least change of one reading's weight at which another answer is the most probable. */
  readonly tipping: readonly TippingWeight[];
};
