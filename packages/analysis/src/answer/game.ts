import {
  type Concept,
  compact,
  flag,
  greatestReached,
  leastByImprovements,
  leastByMoves,
  levelsOf,
  type Ranks,
  type Structure,
} from '@demarche/engine';

/**
 * One conflict with everybody's preferences under one concept, and what has been worked out of it. Actors' results are kept by
 * the ranks they depend on, so that the cells of a grid share them.
 */
export type Game = {
  readonly structure: Structure;
  /** Everybody's own. */
  readonly ranks: Ranks;
  readonly concept: Concept;
  /** `views[i]`: everybody's ranks as actor i takes them to be, its own among them. With correct beliefs all are `ranks`. */
  readonly views: readonly Ranks[];
  /** Per actor: an improvement t on s is undeterred exactly when rank(t) and level(t) both exceed rank(s). */
  readonly level: (actor: number) => Uint32Array;
  /** Per actor and state, whether the state is stable for the actor. */
  readonly stable: (actor: number) => Uint8Array;
  /**
   * Per mover j of a coalition and state t, the least that those outside the coalition can leave j with from t (smr, sseq: the
   * least that j can still escape to); undefined for nash, which asks for no such test.
   */
  readonly leastLeft: (coalition: number, actor: number) => Uint32Array | undefined;
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
export type GameTable = (ranks: Ranks, concept: Concept, views?: readonly Ranks[]) => Game;

export function gamesOf(structure: Structure): GameTable {
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
  const steps = new Map<string, Map<number, StateSteps>>();
  return (ranks, concept, views = ranks.map(() => ranks)) => {
    const readsOthers = concept === 'seq' || concept === 'sseq';
    const seen = views.map((view) => view.map(name).join(' '));
    const key = (actor: number) =>
      `${concept} ${actor} ${readsOthers ? seen[actor]! : String(name(ranks[actor]!))}`;
    const weight = (actor: number) =>
      concept === 'smr' || concept === 'sseq'
        ? keep(`escape ${actor} ${name(ranks[actor]!)}`, () =>
            greatestReached(structure.cells[actor]!, ranks[actor]!),
          )
        : ranks[actor]!;
    const everything = `${concept} ${seen.join(', ')}`;
    const known = steps.get(everything) ?? new Map<number, StateSteps>();
    steps.set(everything, known);
    return {
      structure,
      ranks,
      concept,
      views,
      known,
      level: (actor) =>
        keep(`level ${key(actor)}`, () => levelsOf(structure, views[actor]!, actor, [concept])[concept]!),
      stable: (actor) =>
        keep(`stable ${key(actor)}`, () =>
          compact
            .stability(structure, views[actor]!, actor, [concept])
            .map((flags) => (flags & flag[concept] ? 1 : 0)),
        ),
      leastLeft: (coalition, actor) => {
        if (concept === 'nash') return undefined;
        const outside = ranks.map((_, j) => j).filter((j) => !((coalition >>> j) & 1));
        return keep(`left ${coalition} ${key(actor)}`, () =>
          readsOthers
            ? leastByImprovements(structure, outside, views[actor]!, weight(actor))
            : leastByMoves(structure, outside, weight(actor)),
        );
      },
    };
  };
}
