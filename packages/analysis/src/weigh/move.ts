import { logSum } from './range.ts';

/** A move as the posterior needs it: scores by hypothesis and item of the menu. */
export type MoveItem = {
  readonly id: string;
  readonly chosen: number;
  /** Under `other` all scores are equal. */
  readonly scores: readonly (readonly number[])[];
};

/** log P(m | h, λ): the logit choice of quantal response (McKelvey & Palfrey 1995). */
export function logChoice(scores: readonly number[], chosen: number, precision: number): number {
  return precision * scores[chosen]! - logSum(scores.map((score) => precision * score));
}

/** log of Π_m P(m | h, λ), by position of λ. */
export function logMovesBy(
  moves: readonly MoveItem[],
  hypothesis: number,
  grid: readonly number[],
): number[] {
  return grid.map((precision) =>
    moves.reduce((sum, { scores, chosen }) => sum + logChoice(scores[hypothesis]!, chosen, precision), 0),
  );
}

/** log P(moves | h) = log Σ_λ w(λ) Π_m P(m | h, λ), w even: one λ for all moves, so no average move by move. */
export function logMoves(moves: readonly MoveItem[], hypothesis: number, grid: readonly number[]): number {
  return moves.length === 0 ? 0 : logSum(logMovesBy(moves, hypothesis, grid)) - Math.log(grid.length);
}
