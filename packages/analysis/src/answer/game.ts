import {
  type Concept,
  compact,
  flag,
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
} from '@demarche/engine';
import { undeterredFrom } from './lean.ts';
import type { Sight } from './sight.ts';
import { asListed, type Telling } from './telling.ts';

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
  /** Which of equal moves, deals and witnesses comes first. */
  readonly telling: Telling;
  /** What people would do at a state, as far as it has been asked: the courses of all agreement settings share it. */
  readonly known: Map<number, StateSteps>;
};

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

/** The games of a structure, with sanctions as the rule allows. */
export function gamesOf(
  structure: Structure,
  telling: Telling = asListed,
  sanctions: SanctionRule = 'legal',
): GameTable {
  const names = new Map<Uint32Array, number>();
  const name = (ranks: Uint32Array): number => {
    const known = names.get(ranks);
    if (known !== undefined) return known;
    names.set(ranks, names.size);
    return names.size - 1;
  };
  const kept = new Map<string, Uint32Array | Uint8Array>();
  const keep = <T extends Uint32Array | Uint8Array>(key: string, make: () => T): T => {
    const known = kept.get(key);
    if (known) return known as T;
    const made = make();
    kept.set(key, made);
    return made;
  };
  const sightNames = new Map<Sight, number>();
  const sightName = (sight: Sight | undefined): string => {
    if (!sight) return '';
    const known = sightNames.get(sight) ?? sightNames.size;
    sightNames.set(sight, known);
    return `sight ${known} `;
  };
  const steps = new Map<string, Map<number, StateSteps>>();
  return (ranks, concept, views = ranks.map(() => ranks), sights = ranks.map(() => undefined)) => {
    const readsOthers = concept === 'seq' || concept === 'sseq';
    const seen = views.map((view, i) => sightName(sights[i]) + view.map(name).join(' '));
    const key = (actor: number) =>
      `${concept} ${actor} ${readsOthers ? seen[actor]! : sightName(sights[actor]) + name(ranks[actor]!)}`;
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
        ? keep(`escape ${actor} ${sightName(sights[actor])}${name(ranks[actor]!)}`, () =>
            greatestFrom(own, actor, view[actor]!),
          )
        : view[actor]!;
    };
    const everything = `${concept} ${seen.join(', ')}`;
    const known = steps.get(everything) ?? new Map<number, StateSteps>();
    steps.set(everything, known);
    const game: Game = {
      structure,
      ranks,
      concept,
      sanctions,
      views,
      sights,
      telling,
      known,
      own: (actor) => {
        const sight = sights[actor];
        return sight
          ? keep(`own ${actor} ${sightName(sight)}${name(ranks[actor]!)}`, () =>
              sight.widened(sight.narrowed(ranks[actor]!)),
            )
          : ranks[actor]!;
      },
      level: (actor) =>
        keep(`level ${key(actor)}`, () => {
          const { structure: own, view, widened } = frame(actor);
          return widened(
            sanctions === 'legal'
              ? levelsOf(own, view, actor, [concept])[concept]!
              : levelByRule(own, view, actor, concept, sanctions),
          );
        }),
      stable: (actor) =>
        keep(`stable ${key(actor)}`, () =>
          sights[actor] || sanctions !== 'legal'
            ? Uint8Array.from(structure.codes, (_, state) =>
                undeterredFrom(game, actor, state).length === 0 ? 1 : 0,
              )
            : compact
                .stability(structure, views[actor]!, actor, [concept])
                .map((flags) => (flags & flag[concept] ? 1 : 0)),
        ),
      leastLeft: (coalition, actor) => {
        if (concept === 'nash') return undefined;
        const outside = ranks.map((_, j) => j).filter((j) => !((coalition >>> j) & 1));
        return keep(`left ${coalition} ${key(actor)}`, () => {
          const { structure: own, view, widened } = frame(actor);
          if (sanctions !== 'legal') {
            const glad = readsOthers ? view : undefined;
            return widened(leastByRule(moveGraphOf(own), sanctions, outside, weight(actor), glad));
          }
          return widened(
            readsOthers
              ? leastByImprovements(own, outside, view, weight(actor))
              : leastByMoves(own, outside, weight(actor)),
          );
        });
      },
    };
    return game;
  };
}
