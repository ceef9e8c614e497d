import { improvementsFrom } from '@demarche/engine';
import { bestParts } from './best-part.ts';
import type { Game } from './game.ts';
import { partsOf } from './parts.ts';
import { byState } from './telling.ts';

/** An improvement of one actor. States are positions. */
export type Move = {
  readonly actor: number;
  readonly to: number;
  /** 0 in graph form, where nothing is flipped. */
  readonly flips: number;
};

/**
 * The improvements of the actor from the state that the concept does not deter, in the order of telling: as the actor sees them, and
 * where it does not see everything only those that are moves.
 */
export function undeterredFrom(game: Game, actor: number, state: number): readonly Move[] {
  const asked = game.alone(actor);
  const known = asked.get(state);
  if (known) return known.undeterred;
  const undeterred = findUndeterred(game, actor, state);
  asked.set(state, { undeterred });
  return undeterred;
}

function findUndeterred(game: Game, actor: number, state: number): readonly Move[] {
  const { structure } = game;
  const own = game.own(actor);
  const level = game.level(actor);
  const sight = game.sights[actor];
  const moves: Move[] = [];
  if (sight && sight.view[state] === -1) return moves;
  const here = own[state]!;
  const found = (to: number) => {
    if (sight && !sight.isMove(state, to)) return;
    const flips = structure.arcs ? 0 : (structure.codes[state]! ^ structure.codes[to]!) >>> 0;
    moves.push({ actor, to, flips });
  };
  const cells = structure.cells[actor];
  if (structure.arcs || !cells || cells.after.to.length > 0) {
    for (const to of improvementsFrom(structure, own, actor, state)) if (level[to]! > here) found(to);
  } else {
    const { group, members, start } = cells;
    const g = group[state]!;
    for (let k = start[g]!; k < start[g + 1]!; k++) {
      const to = members[k]!;
      if (own[to]! > here && level[to]! > here) found(to);
    }
  }
  if (moves.length < 2) return moves;
  return moves.sort((a, b) => game.telling.state(a.to) - game.telling.state(b.to));
}

/** Those of one actor's moves that no other does as well with a proper part of the flips: people do not flip what they do not care about. */
export function leanOf(game: Game, moves: readonly Move[]): readonly Move[] {
  if (moves.length < 2) return moves;
  const own = game.own(moves[0]!.actor);
  const values = moves.map(({ to }) => own[to]!);
  const best = bestParts(
    moves.map(({ flips }) => flips),
    values,
  );
  return moves.filter((_, k) => best[k]! < values[k]!);
}

/**
 * The lean undeterred improvements of the actor from the state, in the order of telling. In graph form all are lean; where states are
 * coalesced, those are that are lean between parts.
 */
export function leanFrom(game: Game, actor: number, state: number): readonly number[] {
  const parts = partsOf(game);
  if (parts.game === game) return leanOf(game, undeterredFrom(game, actor, state)).map(({ to }) => to);
  const found = parts
    .of(state)
    .flatMap((part) => leanOf(parts.game, undeterredFrom(parts.game, actor, part)))
    .map(({ to }) => parts.whole(to));
  return [...new Set(found)].sort(byState(game.telling));
}

export function isProperPart(part: number, whole: number): boolean {
  return part !== whole && (part & ~whole) === 0;
}
