import { LimitError } from '@demarche/case';
import { legalWalk, movesFrom } from '@demarche/engine';
import { type Candidate, canBeProposed } from './agreement.ts';
import type { Game } from './game.ts';
import { inTellingOrder } from './telling.ts';

/** Most actors of a conflict in graph form whose joint moves are gone through: every coalition is asked for where it can get. */
export const mostActorsOfGraph = 12;

/**
 * Joint moves where there are no options to flip: what a coalition of two or more reaches from a state by moves of its members,
 * nobody twice in a row (the coalition moves of Kilgour, Hipel, Fang & Peng 2001). Per target, one for each coalition whose members all
 * prefer it. Throws `LimitError` beyond `mostActorsOfGraph`.
 */
export function* preferredByReach(game: Game, state: number): Generator<readonly Candidate[]> {
  const ranks = game.ranks.map((_, j) => game.own(j));
  if (ranks.length > mostActorsOfGraph)
    throw new LimitError(
      'too-large',
      `agreements of ${ranks.length} actors: in graph form at most ${mostActorsOfGraph} actors can be gone through; ask for --agreements none`,
    );
  const byTarget = new Map<number, Candidate[]>();
  for (let coalition = 3; coalition < 2 ** ranks.length; coalition++) {
    const movers = membersOf(coalition, ranks.length);
    if (movers.length < 2) continue;
    for (const to of reachBy(game, coalition, state).keys()) {
      // Who does not perceive where things are agrees to nothing.
      if (!movers.every((j) => ranks[j]![state]! > 0 && ranks[j]![to]! > ranks[j]![state]!)) continue;
      if (!canBeProposed(game, coalition, state, to)) continue;
      const candidates = byTarget.get(to) ?? [];
      candidates.push({ coalition, to, flips: 0, movers });
      byTarget.set(to, candidates);
    }
  }
  for (const to of [...byTarget.keys()].sort((a, b) => a - b)) yield byTarget.get(to)!;
}

/** (b) in graph form: without a mover the others reach, alone, a state that is as good for all of them. */
export function idleInGraph(
  game: Game,
  state: number,
  deal: Candidate,
): { readonly actor: number; readonly witness: number } | undefined {
  for (const j of inTellingOrder(game.telling, deal.movers)) {
    const others = deal.movers.filter((k) => k !== j);
    for (const to of reachBy(game, deal.coalition & ~(1 << j), state).keys())
      if (others.every((k) => game.own(k)[to]! >= game.own(k)[deal.to]!)) return { actor: j, witness: to };
  }
  return undefined;
}

/** Whether a step of one or some of the movers lies on a shortest way of theirs to the deal: then it is a part of it. */
export function isOnTheWay(
  game: Game,
  state: number,
  deal: Candidate,
  step: { readonly to: number; readonly coalition: number },
): boolean {
  if (step.to === deal.to || (step.coalition & ~deal.coalition) !== 0) return false;
  const all = reachBy(game, deal.coalition, state);
  const first = all.get(step.to);
  const rest = reachBy(game, deal.coalition, step.to).get(deal.to);
  return first !== undefined && rest !== undefined && first + rest === all.get(deal.to);
}

const walked = new WeakMap<Game['known'], Map<string, ReadonlyMap<number, number>>>();

/** R_H(s) with the fewest moves to each state, kept for as long as the game's steps are. */
function reachBy(game: Game, coalition: number, state: number): ReadonlyMap<number, number> {
  const { structure, known } = game;
  const kept = walked.get(known) ?? new Map<string, ReadonlyMap<number, number>>();
  walked.set(known, kept);
  const key = `${coalition} ${state}`;
  const before = kept.get(key);
  if (before) return before;
  const members = membersOf(coalition, structure.actors);
  const reached = new Map<number, number>();
  for (const arrival of legalWalk(state, members, (j, here) => movesFrom(structure, j, here)))
    reached.set(arrival.state, arrival.moves);
  kept.set(key, reached);
  return reached;
}

function membersOf(coalition: number, actors: number): readonly number[] {
  return Array.from({ length: actors }, (_, j) => j).filter((j) => (coalition >>> j) & 1);
}
