import type { Conflict } from './conflict.ts';
import { reach } from './moves.ts';

/** A conflict as the definitions of limited moves and of sanctions read it, in option form or in graph form. */
export type Played = {
  readonly actors: readonly number[];
  readonly states: readonly number[];
  /** R_i(s) */
  readonly moves: (actor: number, state: number) => ReadonlySet<number>;
  /** P_i(s) */
  readonly rank: (actor: number, state: number) => number;
};

export const playedOf = (conflict: Conflict): Played => ({
  actors: conflict.actors,
  states: conflict.states,
  moves: (i, s) => reach(conflict, i, s),
  rank: conflict.rank,
});

/** R⁺_i(s) */
export const better = ({ moves, rank }: Played, i: number, s: number): readonly number[] =>
  [...moves(i, s)].filter((t) => rank(i, t) > rank(i, s));
