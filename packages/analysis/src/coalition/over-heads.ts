import { type Case, compileCase } from '@demarche/case';
import { improvementsFrom, movesFrom, positionOf } from '@demarche/engine';
import { preferredJointMoves } from '../answer/agreement.ts';
import { gameOf } from '../answer/cell.ts';
import type { Place } from '../answer/failed-deals.ts';
import { type Game, gamesOf } from '../answer/game.ts';
import { isProperPart } from '../answer/lean.ts';
import { tellingOf } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import { membersOf } from './members.ts';
import type { HeadDeal } from './result.ts';

/**
 * Deals over heads from the state with this code: the least joint moves that all movers prefer and that leave some outsider worse
 * off, with whether outsiders can undo them and whether they would. Empty where the state is not feasible.
 */
export function dealsOverHeads(found: Case, place: Place, fromCode: number): readonly HeadDeal[] {
  const compiled = compileCase(found, place.scenario ?? null);
  const { structure } = compiled;
  const profile = place.profile ?? firstProfile(found);
  const game = gameOf(compiled, gamesOf(structure, tellingOf(compiled)), profile, place.concept ?? 'seq');
  const from = positionOf(structure, fromCode);
  if (from === -1) return [];
  const id = (actor: number) => found.actors[actor]!.id;
  const moves = [...preferredJointMoves(game, from)].map((ways) => ways[0]!);
  const least = moves.filter(
    (one) =>
      !moves.some((other) => other.coalition === one.coalition && isProperPart(other.flips, one.flips)),
  );
  return least.flatMap((deal): readonly HeadDeal[] => {
    const outside = membersOf(~deal.coalition & (2 ** structure.actors - 1), structure.actors);
    const losers = outside.filter((k) => game.ranks[k]![deal.to]! < game.ranks[k]![from]!);
    if (losers.length === 0) return [];
    const undo = nearestUndo(game, deal.movers, outside, from, deal.to, false);
    const wouldUndo = nearestUndo(game, deal.movers, outside, from, deal.to, true);
    const told = (one: { readonly to: number; readonly by: readonly number[] }) => ({
      to: structure.codes[one.to]!,
      by: one.by.map(id),
    });
    return [
      {
        coalition: deal.movers.map(id),
        from: fromCode,
        to: structure.codes[deal.to]!,
        losers: losers.map(id),
        ...(undo ? { undo: told(undo) } : {}),
        ...(wouldUndo ? { wouldUndo: told(wouldUndo) } : {}),
      },
    ];
  });
}

/** The nearest state the outsiders bring about from the deal at which some mover is no better off than before. */
function nearestUndo(
  game: Game,
  movers: readonly number[],
  outside: readonly number[],
  from: number,
  deal: number,
  gladly: boolean,
): { readonly to: number; readonly by: readonly number[] } | undefined {
  const { structure, ranks } = game;
  const cameBy = new Map<number, { readonly from: number; readonly actor: number }>();
  const queue = [deal];
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!;
    if (here !== deal && movers.some((j) => ranks[j]![here]! <= ranks[j]![from]!)) {
      const by = new Set<number>();
      for (let back = here; back !== deal; back = cameBy.get(back)!.from) by.add(cameBy.get(back)!.actor);
      return { to: here, by: [...by].sort((a, b) => a - b) };
    }
    for (const j of outside) {
      const next = gladly ? improvementsFrom(structure, ranks[j]!, j, here) : movesFrom(structure, j, here);
      for (const to of [...next].sort((a, b) => a - b)) {
        if (to === deal || cameBy.has(to)) continue;
        cameBy.set(to, { from: here, actor: j });
        queue.push(to);
      }
    }
  }
  return undefined;
}
