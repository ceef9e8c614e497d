import { greatestFrom, type Ranks, type Structure } from '@demarche/engine';
import type { Game, GameTable } from '../answer/game.ts';

/** For an actor's ranks, those that stand for all with the same order within its cells. */
export type Representative = (actor: number, ranks: Uint32Array) => Uint32Array;

/**
 * Of an opponent's order a sanction reads only how states compare that it can move between, and it never leaves its cell: most
 * reorderings of its priorities change nothing there. One representative for each order within the cells of `all`, the
 * structure that all others are made from by ruling out moves or states. Where arcs say who can move where, every order stands
 * for itself.
 */
export function representatives(all: Structure): Representative {
  if (all.arcs) return (_, ranks) => ranks;
  const cells = Array.from(all.mine, (mine) => cellsBy(all.codes, mine));
  let known = new WeakMap<Uint32Array, Uint32Array>();
  let byOrder = new Map<string, Uint32Array>();
  let used = 0;
  return (actor, ranks) => {
    const found = known.get(ranks);
    if (found) return found;
    const within = orderWithin(cells[actor]!, ranks);
    const name = `${actor}:${within.join()}`;
    if (used > room) {
      known = new WeakMap();
      byOrder = new Map();
      used = 0;
    }
    used += name.length;
    const first = byOrder.get(name) ?? ranks;
    byOrder.set(name, first);
    known.set(ranks, first);
    return first;
  };
}

/** Characters of orders that are kept. */
const room = 2 ** 26;

function cellsBy(codes: Uint32Array, mine: number): readonly (readonly number[])[] {
  const cells = new Map<number, number[]>();
  codes.forEach((code, state) => {
    const rest = (code & ~mine) >>> 0;
    const cell = cells.get(rest);
    if (cell) cell.push(state);
    else cells.set(rest, [state]);
  });
  return [...cells.values()];
}

/** Per state, how many distinct ranks of its cell are below its own. */
function orderWithin(cells: readonly (readonly number[])[], ranks: Uint32Array): Uint32Array {
  const within = new Uint32Array(ranks.length);
  for (const cell of cells) {
    const sorted = [...cell].sort((a, b) => ranks[a]! - ranks[b]!);
    sorted.forEach((state, k) => {
      const before = sorted[k - 1];
      if (before !== undefined) within[state] = within[before]! + (ranks[before]! < ranks[state]! ? 1 : 0);
    });
  }
  return within;
}

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
