import { type Case, type Compiled, compileCase } from '@demarche/case';
import { evaluate, legalWalk, movesFrom, positionOf, type Step, stepsTo } from '@demarche/engine';
import { failedFrom } from '../answer/agreement.ts';
import { gameOf } from '../answer/cell.ts';
import type { Place } from '../answer/failed-deals.ts';
import { type Game, gamesOf } from '../answer/game.ts';
import { undeterredFrom } from '../answer/lean.ts';
import { leastJointMoves } from '../answer/least-joint.ts';
import type { Profile } from '../answer/result.ts';
import { byState, inTellingOrder, tellingOf } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import { bitCount, membersOf } from './members.ts';
import type { HeadDeal, Stake } from './result.ts';

/**
 * Deals over heads from the state with this code: joint moves that all movers prefer and that leave some outsider worse off, with
 * whether outsiders can undo them, whether they would, and why a deal is no agreement where it is none. A deal is left out where
 * the same movers have a part of it that none of them likes less. Those that come about first, then those that are let down or
 * answered, fewest movers first. Empty where the state is not feasible.
 */
export function dealsOverHeads(found: Case, place: Place, fromCode: number): readonly HeadDeal[] {
  const compiled = compileCase(found, place.scenario ?? null);
  const { structure } = compiled;
  const profile = place.profile ?? firstProfile(found);
  const game = gameOf(compiled, gamesOf(structure, tellingOf(compiled)), profile, place.concept ?? 'seq');
  const from = positionOf(structure, fromCode);
  if (from === -1) return [];
  const id = (actor: number) => found.actors[actor]!.id;
  const code = (state: number) => structure.codes[state]!;
  const lean = leastJointMoves(game, from);
  const first = byState(game.telling);
  const single = game.ranks.flatMap((_, actor) => undeterredFrom(game, actor, from));
  const failed = new Map(failedFrom(game, from, single).map((one) => [one.deal.to, one]));
  return lean
    .flatMap((deal): readonly HeadDeal[] => {
      const outside = membersOf(~deal.coalition & (2 ** structure.actors - 1), structure.actors);
      const losers = outside.filter((k) => game.ranks[k]![deal.to]! < game.ranks[k]![from]!);
      if (losers.length === 0) return [];
      const stake = (actor: number) => stakeOf(compiled, profile, actor, from, deal.to);
      const undone = (gladly: boolean) => {
        const way = nearestUndo(game, deal.movers, outside, from, deal.to, gladly);
        if (!way) return undefined;
        const to = way.at(-1)!.to;
        return {
          to: code(to),
          steps: way.map((step) => ({ actor: id(step.actor), to: code(step.to) })),
          spoilt: deal.movers.filter((j) => game.ranks[j]![to]! <= game.ranks[j]![from]!).map(id),
        };
      };
      const undo = undone(false);
      const wouldUndo = undone(true);
      const why = failed.get(deal.to);
      return [
        {
          coalition: deal.movers.map(id),
          from: fromCode,
          to: code(deal.to),
          gains: deal.movers.map(stake),
          losers: losers.map(stake),
          ...(undo ? { undo } : {}),
          ...(wouldUndo ? { wouldUndo } : {}),
          ...(why
            ? {
                fails: {
                  from: fromCode,
                  to: code(why.deal.to),
                  movers: why.deal.movers,
                  fails: why.failure.clause,
                  actor: why.failure.actor,
                  witness: code(why.failure.witness),
                  by: why.failure.by,
                },
              }
            : {}),
        },
      ];
    })
    .sort(
      (a, b) =>
        clauses.indexOf(a.fails?.fails) - clauses.indexOf(b.fails?.fails) ||
        a.coalition.length - b.coalition.length ||
        bitCount(a.to ^ fromCode) - bitCount(b.to ^ fromCode) ||
        first(positionOf(structure, a.to), positionOf(structure, b.to)),
    );
}

/** Those that come about, those that are let down or answered, and those of which less would do. */
const clauses = [undefined, 'does-not-hold', 'answered', 'brings-nothing', 'not-minimal'];

/** The first priority of the actor's list that comes out otherwise in the second state: what makes it better or worse. */
function stakeOf(compiled: Compiled, profile: Profile, actor: number, from: number, to: number): Stake {
  const { case: found, structure, program } = compiled;
  const { id } = found.actors[actor]!;
  const { order } = found.readings[actor]!.find((one) => one.id === profile[id])!;
  if (order.kind !== 'prefers') return { actor: id };
  const held = (state: number, { that }: (typeof order.priorities)[number]) =>
    that.filter((formula) => {
      const words = program(formula);
      return evaluate(words, structure.codes[state]!, new Uint8Array(words.length + 1));
    }).length;
  const priority = order.priorities.findIndex((one) => held(from, one) !== held(to, one));
  return priority === -1 ? { actor: id } : { actor: id, priority };
}

/** The shortest way of the outsiders on from the deal to where some mover is no better off than before. */
function nearestUndo(
  game: Game,
  movers: readonly number[],
  outside: readonly number[],
  from: number,
  deal: number,
  gladly: boolean,
): readonly Step[] | undefined {
  const { structure, ranks } = game;
  const moves = (j: number, here: number) =>
    gladly ? undeterredFrom(game, j, here).map(({ to }) => to) : movesFrom(structure, j, here);
  const walk = legalWalk(deal, inTellingOrder(game.telling, outside), moves, {
    before: byState(game.telling),
  });
  for (const arrival of walk)
    if (movers.some((j) => ranks[j]![arrival.state]! <= ranks[j]![from]!)) return stepsTo(arrival);
  return undefined;
}
