import { type Candidate, preferredJointMoves } from './agreement.ts';
import type { Game } from './game.ts';
import { isOnTheWay } from './joint-graph.ts';
import { isProperPart } from './lean.ts';
import { partsOf } from './parts.ts';

/** The joint moves from a state that every mover prefers, without those of which the same movers have a part that none of them likes less. */
export function leastJointMoves(game: Game, state: number): readonly Candidate[] {
  const parts = partsOf(game);
  const least = new Map<string, Candidate>();
  for (const part of parts.of(state)) {
    const moves = [...preferredJointMoves(parts.game, part)].map((ways) => ways[0]!);
    const isLess = (one: Candidate, other: Candidate) =>
      one.coalition === other.coalition &&
      one.movers.every((j) => parts.game.ranks[j]![one.to]! >= parts.game.ranks[j]![other.to]!) &&
      (parts.game.structure.arcs
        ? isOnTheWay(parts.game, part, other, one)
        : isProperPart(one.flips, other.flips));
    for (const move of moves) {
      const to = parts.whole(move.to);
      const key = `${move.coalition} ${to}`;
      if (least.has(key) || moves.some((other) => isLess(other, move))) continue;
      least.set(key, { ...move, to });
    }
  }
  return [...least.values()];
}
