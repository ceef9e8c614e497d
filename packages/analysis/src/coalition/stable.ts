import { improvementsFrom, movesFrom, reachFrom } from '@demarche/engine';
import type { Game } from '../answer/game.ts';
import { membersOf } from './members.ts';

/**
 * Whether a state is stable for a coalition H under the game's concept (Kilgour, Hipel, Fang & Peng 2001). An improvement of H is
 * a state that its members reach by moves of their own and that every member prefers. A sanction of the others hurts H when some
 * member is no better off there than before; for smr and sseq H must have no way on to where every member is better off. The
 * others' steps in seq and sseq are improvements of single actors.
 */
export function isCoalitionStable(game: Game, coalition: number, state: number): boolean {
  const { structure, ranks, concept } = game;
  const members = membersOf(coalition, structure.actors);
  const better = (t: number) => members.every((j) => ranks[j]![t]! > ranks[j]![state]!);
  const { distance } = reachFrom(structure, state, { actors: members });
  for (let t = 0; t < distance.length; t++) {
    if (distance[t]! < 1 || !better(t)) continue;
    if (concept === 'nash') return false;
    const deterred =
      concept === 'gmr' || concept === 'seq'
        ? members.some((j) => game.leastLeft(coalition, j)![t]! <= ranks[j]![state]!)
        : hasLastingSanction(game, members, better, t);
    if (!deterred) return false;
  }
  return true;
}

/** Whether the others can lead from t to where H is hurt and has no way back to where every member is better off. */
function hasLastingSanction(
  game: Game,
  members: readonly number[],
  better: (state: number) => boolean,
  from: number,
): boolean {
  const { structure, ranks, concept } = game;
  const seen = new Set([from]);
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!;
    if (here !== from && !better(here)) {
      const { distance } = reachFrom(structure, here, { actors: members });
      if (!distance.some((steps, t) => steps > 0 && better(t))) return true;
    }
    for (let j = 0; j < structure.actors; j++) {
      if (members.includes(j)) continue;
      const moves =
        concept === 'sseq' ? improvementsFrom(structure, ranks[j]!, j, here) : movesFrom(structure, j, here);
      for (const to of moves) {
        if (seen.has(to)) continue;
        seen.add(to);
        queue.push(to);
      }
    }
  }
  return false;
}
