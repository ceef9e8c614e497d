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
import { type Move, undeterredFrom } from './lean.ts';
import type { Sight } from './sight.ts';
import { asListed, inTellingOrder, type Telling } from './telling.ts';

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
};

export function newStore(): GameStore {
  return { ranks: new Map(), sights: new Map(), results: new Map() };
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
  store: GameStore = newStore(),
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
    const ownName = (actor: number) => sightName(sights[actor]) + name(ranks[actor]!);
    const keys = everybody.map(
      (actor) => `${sanctions} ${concept} ${actor} ${readsOthers ? seen[actor]! : ownName(actor)}`,
    );
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
    const level = (actor: number) =>
      keep(`level ${keys[actor]}`, () => {
        const { structure: own, view, widened } = frame(actor);
        if (sanctions !== 'legal') return widened(levelByRule(own, view, actor, concept, sanctions));
        if (concept === 'nash') return widened(levelsOf(own, view, actor, [concept])[concept]!);
        const others = everybody.filter((j) => j !== actor);
        return widened(
          readsOthers
            ? leastByImprovements(own, others, view, weight(actor))
            : leastByMoves(own, others, weight(actor)),
        );
      });
    const stable = (actor: number) =>
      keep(`stable ${keys[actor]}`, () =>
        sights[actor] || sanctions !== 'legal'
          ? Uint8Array.from(structure.codes, (_, state) =>
              undeterredFrom(game, actor, state).length === 0 ? 1 : 0,
            )
          : stableByLevel(structure, actor, ranks[actor]!, level(actor)),
      );
    /** What outsiders can do to a mover depends on nobody else: not on the ranks of the other movers. */
    const answering = (coalition: number, actor: number): Answering => {
      const outside = everybody.filter((j) => !((coalition >>> j) & 1));
      const read = readsOthers ? outside.map((j) => name(views[actor]![j]!)).join(' ') : '';
      return keep(`answer ${sanctions} ${concept} ${coalition} ${actor} ${ownName(actor)} of ${read}`, () => {
        const { structure: own, view, widened } = frame(actor);
        const all = (): Uint32Array => {
          if (sanctions !== 'legal') {
            const glad = readsOthers ? view : undefined;
            return widened(leastByRule(moveGraphOf(own), sanctions, outside, weight(actor), glad));
          }
          return widened(
            readsOthers
              ? leastByImprovements(own, outside, view, weight(actor))
              : leastByMoves(own, outside, weight(actor)),
          );
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
      alone: byActor((actor) => keep(`alone ${told} ${keys[actor]}`, () => new Map<number, OwnSteps>())),
    };
    return game;
  };
}

/** Asked for once an actor. */
function byActor<T>(make: (actor: number) => T): (actor: number) => T {
  const made: T[] = [];
  return (actor) => {
    made[actor] ??= make(actor);
    return made[actor];
  };
}
