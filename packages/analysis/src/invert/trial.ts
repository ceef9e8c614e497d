import type { Compiled } from '@demarche/case';
import { positionOf } from '@demarche/engine';
import { gameOf, ranksFor } from '../answer/cell.ts';
import { arcsFrom } from '../answer/course.ts';
import { type GameTable, gamesOf } from '../answer/game.ts';
import { perceivedProfile } from '../perceive/profile.ts';
import { type Ask, goodStates, isForced } from './ask.ts';
import { type Board, boardsOf } from './board.ts';
import { applied, type Played, type Unit } from './edit.ts';
import { everyRestIs } from './every-rest.ts';
import { localSteps } from './local-steps.ts';
import { ordersOf } from './orders.ts';
import { isStructural, structuresOf } from './structures.ts';
import { sharingGame } from './within-cells.ts';

/**
 * What a set of changes does: it leaves no game to play, forces the answer in every state, brings it about, or does not.
 */
export type Outcome = 'impossible' | 'forced' | 'works' | 'fails';

export type Trials = {
  readonly outcome: (units: readonly Unit[]) => Outcome;
  /** Courses walked so far: sets that come to the same game share one. */
  readonly solved: () => number;
};

/** What is worked out of one structure. */
type Ground = {
  readonly compiled: Compiled;
  readonly start: number;
  readonly good: Uint8Array;
  readonly forced: boolean;
  readonly known: Map<string, Outcome>;
  games: GameTable;
  stableBy: WeakMap<Uint32Array, Uint8Array>;
  plays: number;
};

/** States of all games of one structure together after which what they share is dropped. */
const share = 2 ** 21;

/** Solves changed cases, and works out once what several of them have in common. */
export function trialsOf(
  played: Played,
  base: Compiled,
  ask: Ask,
  { local = true }: { readonly local?: boolean } = {},
): Trials {
  const structures = structuresOf(played, base);
  const orders = ordersOf(base);
  const grounds = new Map<string, Ground | undefined>();
  const keys = new Map<Unit, number>();
  const key = (unit: Unit): number => {
    const known = keys.get(unit) ?? keys.size;
    keys.set(unit, known);
    return known;
  };
  let solved = 0;
  let last: Ground | undefined;

  const groundOf = (structural: readonly Unit[]): Ground | undefined => {
    const name = structural.map(key).join(' ');
    if (grounds.has(name)) return grounds.get(name);
    const compiled = structures.all(structural);
    const start = compiled ? positionOf(compiled.structure, compiled.now!) : -1;
    if (!compiled || start === -1) {
      grounds.set(name, undefined);
      return undefined;
    }
    const good = goodStates(compiled, ask);
    const forced = isForced(compiled, good);
    const games = gamesOf(compiled.structure);
    const ground: Ground = {
      compiled,
      start,
      good,
      forced,
      games,
      stableBy: new WeakMap(),
      plays: 0,
      known: new Map(),
    };
    if (structural.length < 2) grounds.set(name, ground);
    return ground;
  };

  const { structure: whole } = base;
  const seesAll = [...base.case.unaware, ...base.case.unperceived].every(({ length }) => length === 0);
  const isLocal = local && !whole.arcs && !whole.coalesced && (ask.beliefs === 'correct' || seesAll);
  const laid = boardsOf(base, ask, structures.single);
  const boards = new Map<Unit | undefined, Board | undefined>();
  const boardOf = (structural: readonly Unit[]): Board | undefined => {
    if (structural.length > 1) return applied(played, structural) && laid(structural);
    const [unit] = structural;
    if (!boards.has(unit)) boards.set(unit, laid(structural));
    return boards.get(unit);
  };
  const told = new WeakMap<Board, Map<string, Outcome>>();

  /** What a board says of a set, where that is decided at few states; undefined where it is not. */
  const onBoard = (units: readonly Unit[]): Outcome | undefined => {
    const board = boardOf(units.filter(isStructural));
    const changed = applied(
      played,
      units.filter((unit) => !isStructural(unit)),
    );
    if (!board || board.start === -1 || !changed) return 'impossible';
    if (board.forced) return 'forced';
    const compiled: Compiled = {
      ...base,
      case: changed.found,
      ranks: (actor, reading) =>
        orders.ranks(
          actor,
          changed.found.readings[actor]!.find(({ id }) => id === reading)!,
          board.structure,
        ),
    };
    const ranks = ranksFor(compiled, ask.profile);
    const views =
      ask.beliefs === 'correct'
        ? ranks.map(() => ranks)
        : ranks.map((_, i) => ranksFor(compiled, perceivedProfile(changed.found, ask.profile, i)));
    const known = told.get(board) ?? new Map<string, Outcome>();
    told.set(board, known);
    const same = views.map((view) => view.map(orders.name).join(' ')).join(', ');
    const before = known.get(same);
    if (before) return before;
    const { concept, agreements } = ask;
    const steps = localSteps(board, { ranks, views, concept, agreements });
    const good = everyRestIs(steps.from, board.start, (state) => board.good[state] === 1);
    if (steps.gaveUp()) return undefined;
    solved++;
    const found: Outcome = good ? 'works' : 'fails';
    known.set(same, found);
    return found;
  };

  const outcome = (units: readonly Unit[]): Outcome => (isLocal && onBoard(units)) || solve(units);

  const solve = (units: readonly Unit[]): Outcome => {
    const ground = groundOf(units.filter(isStructural));
    const changed = applied(
      played,
      units.filter((unit) => !isStructural(unit)),
    );
    if (!ground || !changed) return 'impossible';
    if (ground.forced) return 'forced';
    const { structure } = ground.compiled;
    const compiled: Compiled = {
      ...ground.compiled,
      case: changed.found,
      ranks: (actor, reading) =>
        orders.ranks(actor, changed.found.readings[actor]!.find(({ id }) => id === reading)!, structure),
    };
    if (ground !== last && last) renew(last);
    last = ground;
    if (ground.plays++ * structure.codes.length > share) renew(ground);
    const game = gameOf(compiled, ground.games, ask.profile, ask.concept, ask.beliefs);
    const same = game.views.map((view) => view.map(orders.name).join(' ')).join(', ');
    const known = ground.known.get(same);
    if (known) return known;
    solved++;
    const shared = sharingGame(ground.games, game, orders.representative, ground.stableBy);
    const good = everyRestIs(
      (state) => arcsFrom(shared, state, ask.agreements).map(({ to }) => to),
      ground.start,
      (state) => ground.good[state] === 1,
    );
    const found: Outcome = good ? 'works' : 'fails';
    ground.known.set(same, found);
    return found;
  };
  return { outcome, solved: () => solved };
}

/** Forgets what games of this structure had in common, so that only one structure at a time keeps it. */
function renew(ground: Ground): void {
  ground.games = gamesOf(ground.compiled.structure);
  ground.stableBy = new WeakMap();
  ground.plays = 0;
}
