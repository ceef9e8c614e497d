import {
  type Concept,
  greatestFrom,
  leastByImprovements,
  leastByMoves,
  leastByRule,
  levelByRule,
  levelsOf,
  moveGraphOf,
  type Ranks,
  type SanctionRule,
  type Structure,
  stableByLevel,
} from '@demarche/engine';
import { type Answering, answeringAt, answeringBy } from './answering.ts';
import { type Closures, closuresOf } from './closures.ts';
import { type Move, undeterredFrom } from './lean.ts';
import type { Sight } from './sight.ts';
import { asListed, inTellingOrder, type Telling } from './telling.ts';
import { type OrdersWithin, ordersWithin } from './within-cells.ts';

/**
 * One conflict with everybody's preferences under one concept, and what has been worked out of it. Actors' results are kept by
 * the ranks they depend on, so that the cells of a grid share them.
 */
export type Game = {
  readonly structure: Structure;
  /** Everybody's own. */
  readonly ranks: Ranks;
  readonly concept: Concept;
  /** Which sequences of others' moves deter an improvement or answer an agreement. */
  readonly sanctions: SanctionRule;
  /** `views[i]`: everybody's ranks as actor i takes them to be, its own among them. With correct beliefs all are `ranks`. */
  readonly views: readonly Ranks[];
  /** Per actor, how it sees the conflict where it does not see all of it. */
  readonly sights: readonly (Sight | undefined)[];
  /** Whether everybody sees everything and has the others' orders right. */
  readonly asTheyAre: boolean;
  /** Its own rank of every state as it looks to the actor; 0 where it does not perceive it. */
  readonly own: (actor: number) => Uint32Array;
  /** Per actor: an improvement t on s is undeterred exactly when own(t) and level(t) both exceed own(s). */
  readonly level: (actor: number) => Uint32Array;
  /** Per actor and state, whether the state is stable for the actor. */
  readonly stable: (actor: number) => Uint8Array;
  /**
   * Per mover j of a coalition and state t, the least that those outside the coalition can leave j with from t (smr, sseq: the
   * least that j can still escape to); undefined for nash, which asks for no such test.
   */
  readonly leastLeft: (coalition: number, actor: number) => Uint32Array | undefined;
  /** Whether those outside the coalition can leave mover j with no more than `most` from state t: `leastLeft` at t is no more. */
  readonly canLeave: (coalition: number, actor: number, to: number, most: number) => boolean;
  /** What the actor would do alone at a state, as far as it has been asked: games that agree on what it reads share it. */
  readonly alone: (actor: number) => Map<number, OwnSteps>;
  /** Which of equal moves, deals and witnesses comes first. */
  readonly telling: Telling;
  /** All actors, in the order of telling. */
  readonly actors: readonly number[];
  /** What people would do at a state, as far as it has been asked: the courses of all agreement settings share it. */
  readonly known: Map<number, StateSteps>;
};

/** What an actor would do alone at a state: its undeterred improvements, and of these the lean ones as steps of the course. */
export type OwnSteps = { readonly undeterred: readonly Move[]; lean?: readonly Arc[] };

/** Lean undeterred improvements and, once asked for, valid agreements at a state. */
export type StateSteps = { readonly single: readonly Arc[]; deals?: readonly Arc[] };

/** A step of the course: one mover, or the movers of an agreement; `steps` are the states on the way. States are positions. */
export type Arc = {
  readonly movers: readonly number[];
  readonly to: number;
  readonly steps: readonly number[];
};

/** What is shared by the games of one structure. */
export type GameTable = (
  ranks: Ranks,
  concept: Concept,
  views?: readonly Ranks[],
  sights?: readonly (Sight | undefined)[],
) => Game;

/**
 * What has been worked out of one structure, for as long as it is kept: results by what they depend on. Ranks are told apart by their
 * arrays, so that whoever asks with an equal array in the place of another one asks for everything anew.
 */
export type GameStore = {
  readonly ranks: Map<Uint32Array, number>;
  readonly sights: Map<Sight, number>;
  readonly results: Map<string, unknown>;
  readonly within: OrdersWithin;
  readonly closures: Closures;
};

export function newStore(structure: Structure): GameStore {
  return {
    ranks: new Map(),
    sights: new Map(),
    results: new Map(),
    within: ordersWithin(structure),
    closures: closuresOf(structure),
  };
}

/** The same without what was worked out of single orders: what they have in common stays. */
export function renewed({ within, closures }: GameStore): GameStore {
  return { ranks: new Map(), sights: new Map(), results: new Map(), within, closures };
}

function numbered<T>(numbers: Map<T, number>, one: T): number {
  const known = numbers.get(one);
  if (known !== undefined) return known;
  numbers.set(one, numbers.size);
  return numbers.size - 1;
}

/** The games of a structure, with sanctions as the rule allows. */
export function gamesOf(
  structure: Structure,
  telling: Telling = asListed,
  sanctions: SanctionRule = 'legal',
  store: GameStore = newStore(structure),
): GameTable {
  const actors = inTellingOrder(
    telling,
    Array.from({ length: structure.actors }, (_, actor) => actor),
  );
  const name = (ranks: Uint32Array) => numbered(store.ranks, ranks);
  const sightName = (sight: Sight | undefined) => (sight ? `sight ${numbered(store.sights, sight)} ` : '');
  const keep = <T>(key: string, make: () => T): T => {
    const known = store.results.get(key);
    if (known !== undefined) return known as T;
    const made = make();
    store.results.set(key, made);
    return made;
  };
  const told = `${sanctions} told ${telling.name}`;
  return (ranks, concept, views = ranks.map(() => ranks), sights = ranks.map(() => undefined)) => {
    const readsOthers = concept === 'seq' || concept === 'sseq';
    const everybody = ranks.map((_, j) => j);
    const seen = views.map((view, i) => sightName(sights[i]) + view.map(name).join(' '));
    /** What of others' orders an actor's deterrence reads. */
    const seenOf = (actor: number, others: readonly number[]): string => {
      if (!readsOthers) return '';
      const view = views[actor]!;
      return others.map((j) => (sights[actor] ? name(view[j]!) : store.within(j, view[j]!))).join(' ');
    };
    const ownName = (actor: number) => sightName(sights[actor]) + name(ranks[actor]!);
    const keys = everybody.map(
      (actor) => `${sanctions} ${concept} ${actor} ${ownName(actor)} of ${seenOf(actor, everybody)}`,
    );
    const worked = byActor((actor) => keep(keys[actor]!, (): Worked => ({ alone: new Map() })));
    /** The conflict as the actor sees it, everybody's ranks in it, and values of its states as values of the real ones. */
    const frame = (actor: number) => {
      const sight = sights[actor];
      return sight
        ? {
            structure: sight.structure,
            view: views[actor]!.map(sight.narrowed),
            widened: sight.widened,
          }
        : { structure, view: views[actor]!, widened: (values: Uint32Array) => values };
    };
    const weight = (actor: number) => {
      const { structure: own, view } = frame(actor);
      return concept === 'smr' || concept === 'sseq'
        ? keep(`escape ${actor} ${ownName(actor)}`, () => greatestFrom(own, actor, view[actor]!))
        : view[actor]!;
    };
    /** The least that the movers can bring about for the actor, as it sees them. */
    const leastBy = (movers: readonly number[], actor: number): Uint32Array => {
      const { structure: own, view, widened } = frame(actor);
      if (!sights[actor])
        return store.closures(movers, readsOthers ? view : undefined, seenOf(actor, movers), weight(actor));
      return widened(
        readsOthers
          ? leastByImprovements(own, movers, view, weight(actor))
          : leastByMoves(own, movers, weight(actor)),
      );
    };
    const level = (actor: number) => {
      const own = worked(actor);
      own.level ??= makeLevel(actor);
      return own.level;
    };
    const makeLevel = (actor: number): Uint32Array => {
      const { structure: own, view, widened } = frame(actor);
      if (sanctions !== 'legal') return widened(levelByRule(own, view, actor, concept, sanctions));
      if (concept === 'nash') return widened(levelsOf(own, view, actor, [concept])[concept]!);
      return leastBy(
        everybody.filter((j) => j !== actor),
        actor,
      );
    };
    const stable = (actor: number) => {
      const own = worked(actor);
      own.stable ??=
        sights[actor] || sanctions !== 'legal'
          ? Uint8Array.from(structure.codes, (_, state) =>
              undeterredFrom(game, actor, state).length === 0 ? 1 : 0,
            )
          : stableByLevel(structure, actor, ranks[actor]!, level(actor));
      return own.stable;
    };
    /** What outsiders can do to a mover depends on nobody else: not on the ranks of the other movers. */
    const answering = (coalition: number, actor: number): Answering => {
      const outside = everybody.filter((j) => !((coalition >>> j) & 1));
      const read = seenOf(actor, outside);
      return keep(`answer ${sanctions} ${concept} ${coalition} ${actor} ${ownName(actor)} of ${read}`, () => {
        const { structure: own, view, widened } = frame(actor);
        const all = (): Uint32Array => {
          if (sanctions === 'legal') return leastBy(outside, actor);
          const glad = readsOthers ? view : undefined;
          return widened(leastByRule(moveGraphOf(own), sanctions, outside, weight(actor), glad));
        };
        const near = sanctions === 'legal' && !sights[actor];
        return near
          ? answeringBy(own, outside, readsOthers ? view : undefined, weight(actor), all)
          : answeringAt(all);
      });
    };
    const everything = `${concept} ${seen.join(', ')}`;
    const game: Game = {
      structure,
      ranks,
      concept,
      sanctions,
      views,
      sights,
      asTheyAre: views.every((view, j) => view === ranks && !sights[j]),
      telling,
      actors,
      known: keep(`steps ${told} ${everything}`, () => new Map<number, StateSteps>()),
      own: byActor((actor) => {
        const sight = sights[actor];
        return sight
          ? keep(`own ${actor} ${ownName(actor)}`, () => sight.widened(sight.narrowed(ranks[actor]!)))
          : ranks[actor]!;
      }),
      level: byActor(level),
      stable: byActor(stable),
      leastLeft: (coalition, actor) =>
        concept === 'nash' ? undefined : answering(coalition, actor).leastLeft(),
      canLeave: (coalition, actor, to, most) =>
        concept !== 'nash' && answering(coalition, actor).canLeave(to, most),
      alone: byActor((actor) => {
        const { alone } = worked(actor);
        const steps = alone.get(telling.name) ?? new Map<number, OwnSteps>();
        alone.set(telling.name, steps);
        return steps;
      }),
    };
    return game;
  };
}

/** What is known of one actor's orders and of what it reads of others'. */
type Worked = {
  level?: Uint32Array;
  stable?: Uint8Array;
  /** By the order of telling. */
  readonly alone: Map<string, Map<number, OwnSteps>>;
};

/** Asked for once an actor. */
function byActor<T>(make: (actor: number) => T): (actor: number) => T {
  const made: T[] = [];
  return (actor) => {
    made[actor] ??= make(actor);
    return made[actor];
  };
}
