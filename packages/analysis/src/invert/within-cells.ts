import { greatestFrom, type Ranks, type Structure } from '@demarche/engine';
import type { Game, GameTable } from '../answer/game.ts';
import { ordersWithin } from '../answer/within-cells.ts';

/** For an actor's ranks, those that stand for all with the same order within its cells. */
export type Representative = (actor: number, ranks: Uint32Array) => Uint32Array;

/**
 * Of an opponent's order a sanction reads only the order within its cells (see `OrdersWithin`): one representative for each, in `all`,
 * the structure that all others are made from by ruling out moves or states.
 */
export function representatives(all: Structure): Representative {
  if (all.arcs) return (_, ranks) => ranks;
  const within = ordersWithin(all);
  const first = new Map<number, Uint32Array>();
  return (actor, ranks) => {
    const number = within(actor, ranks);
    const known = first.get(number) ?? ranks;
    if (first.size * ranks.length > room) first.clear();
    first.set(number, known);
    return known;
  };
}

/** Ranks that are kept. */
const room = 1 << 24;

/** The same game, its deterrence worked out once for all that agree on what it reads; `stableBy` keeps stability by level. */
export function sharingGame(
  games: GameTable,
  game: Game,
  representative: (actor: number, ranks: Uint32Array) => Uint32Array,
  stableBy: WeakMap<Uint32Array, Uint8Array>,
): Game {
  // What an actor does not see of the conflict bears on its cells: such games share nothing.
  if (game.sights.some((one) => one !== undefined)) return game;
  const readsOthers = game.concept === 'seq' || game.concept === 'sseq';
  const views = readsOthers
    ? game.views.map((view, i): Ranks => view.map((ranks, j) => (j === i ? ranks : representative(j, ranks))))
    : game.views;
  const { level, leastLeft, canLeave, alone } = games(game.ranks, game.concept, views);
  const stable = (actor: number): Uint8Array => {
    const least = level(actor);
    const known = stableBy.get(least);
    if (known) return known;
    const own = game.ranks[actor]!;
    const gain = own.map((rank, state) => Math.min(rank, least[state]!));
    const greatest = greatestFrom(game.structure, actor, gain);
    const flags = Uint8Array.from(own, (rank, state) => (greatest[state]! <= rank ? 1 : 0));
    stableBy.set(least, flags);
    return flags;
  };
  return { ...game, level, leastLeft, canLeave, alone, stable };
}
