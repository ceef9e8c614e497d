import type { Case } from '@demarche/case';
import { chancesOf } from '../hinge/chances.ts';
import { hingesOf, hingesWithBeliefs } from '../hinge/hinge.ts';
import { aheadIn, weighingOf } from '../weigh/index.ts';
import { type AnsweredCells, type AnswerOptions, answerGrid } from './answer-grid.ts';
import type { CaseAnswer } from './case-answer.ts';
import type { Grounds } from './grounds.ts';

/** What the answers of a grid hang on. */
export type Hanging = Pick<CaseAnswer, 'hinges' | 'withBeliefs' | 'standings' | 'chances'>;

/**
 * The whole grid of answers, what it hangs on, and how it fares in other ways of computing. With `grounds` only what is new since they
 * were last used is computed. Throws where there is no `now`.
 */
export function answerCase(found: Case, options: AnswerOptions = {}, grounds?: Grounds): CaseAnswer {
  const grid = answerGrid(found, options, grounds);
  return { ...grid, ...hangingOf(found, grid) };
}

/** What a grid of answers hangs on: the second half of `answerCase`, for whoever shows the answers first. */
export function hangingOf(found: Case, grid: AnsweredCells): Hanging {
  const { profiles, scenarios, beliefs } = grid;
  const ahead = aheadIn(found);
  const actors = found.actors.map((_, i) => weighingOf(found, i, ahead));
  const hinges =
    profiles.length * scenarios.length > 1
      ? hingesOf(found, { ...grid, beliefs: beliefs.slice(0, 1) }, actors)
      : [];
  return {
    hinges,
    ...(beliefs.length > 1 ? { withBeliefs: hingesWithBeliefs(found, grid, actors, hinges) } : {}),
    standings: actors.map(({ standing }) => standing),
    chances: chancesOf(found, grid, actors),
  };
}
