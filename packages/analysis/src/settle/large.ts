import { type Case, type CompiledUnlisted, compileUnlisted, LimitError } from '@demarche/case';
import {
  bitOf,
  type Cancel,
  type Concept,
  type Cube,
  type CubeSolver,
  compact,
  feasibility,
  flag,
  type Listed,
  listedOf,
  mostLooked,
  type Preference,
  Refused,
  rankByClasses,
  rankByPriorities,
  rankByScores,
  type States,
  stableAt,
  statesIn,
  TooLarge,
  concepts as theFive,
  type Unlisted,
  type Words,
  wordsAt,
} from '@demarche/engine';
import type { Profile } from '../answer/result.ts';
import { firstProfile } from '../grid/profiles.ts';
import type { LargeFinding, LargeSettlement, LargeState } from './large-result.ts';

export type LargeOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default nash, gmr, smr, seq, sseq. */
  readonly concepts?: readonly Concept[];
  /** Most cubes of a concept. */
  readonly limit?: number;
  /** How long the solver may think for a concept, in conflicts. */
  readonly conflicts?: number;
  /** Whether few feasible states are listed first, where there are few. */
  readonly list?: boolean;
  readonly cancel?: Cancel;
  /** Cubes found so far of a concept. */
  readonly onFound?: (concept: Concept, cubes: number) => void;
  /** Lets others have their turn; awaited now and then. */
  readonly rest?: () => Promise<void>;
};

export const standardLarge = { limit: 10_000, conflicts: 20_000_000 } as const;

/**
 * The equilibria of a case of any number of options. Where its feasible states are few, they are listed, and every concept is
 * exact; else the solver finds those of the concepts that it takes, up to the limits. A cancel ends the search and keeps what was
 * found.
 */
export async function settleLarge(
  found: Case,
  solver: () => Promise<CubeSolver>,
  options: LargeOptions = {},
): Promise<LargeSettlement> {
  const profile = options.profile ?? firstProfile(found);
  const concepts = options.concepts ?? theFive;
  const compiled = compileUnlisted(found, options.scenario ?? null);
  const conflict = conflictOf(compiled, profile);
  const listed = options.list === false ? undefined : listedIfFew(conflict);
  const base = { scenario: compiled.scenario, profile, concepts };
  const limit = options.limit ?? standardLarge.limit;
  if (listed)
    return {
      ...base,
      engine: 'compact',
      feasible: listed.structure.codes.length,
      found: byListing(conflict, listed, concepts, limit),
    };
  const taken = await solver();
  const all: LargeFinding[] = [];
  for (const concept of concepts) all.push(await bySolver(found, conflict, taken, concept, limit, options));
  return { ...base, engine: 'symbolic', feasible: undefined, found: all };
}

/** Whether a state is an equilibrium, by search from its improvements. Undefined where it is not feasible. */
export function largeState(found: Case, state: Words, options: LargeOptions = {}): LargeState | undefined {
  const profile = options.profile ?? firstProfile(found);
  const concepts = options.concepts ?? theFive;
  const compiled = compileUnlisted(found, options.scenario ?? null);
  if (!feasibility(compiled.model)(state)) return undefined;
  const n = found.options.length;
  const search = within(() => stableAt(conflictOf(compiled, profile)));
  const verdicts = concepts.map((concept) => {
    const actors = found.actors.map(({ id }, i) => {
      const { stable, improvements } = search(i, state, concept);
      return {
        actor: id,
        stable,
        improvements: improvements.map(({ to, answer, sanction }) => ({
          to: cubeOf(to, n),
          answer,
          sanction: sanction.map((step) => ({ actor: found.actors[step.actor]!.id, to: cubeOf(step.to, n) })),
        })),
      };
    });
    const has = (answer: string) => actors.some(({ stable }) => stable === answer);
    return { concept, stable: has('no') ? 'no' : has('unknown') ? 'unknown' : 'yes', actors } as const;
  });
  return {
    scenario: compiled.scenario,
    profile,
    concepts,
    state: cubeOf(state, n),
    most: mostLooked,
    verdicts,
  };
}

function conflictOf({ case: found, model, preference }: CompiledUnlisted, profile: Profile): Unlisted {
  return { model, preferences: found.actors.map(({ id }, actor) => preference(actor, profile[id]!)) };
}

function cubeOf(words: Words, options: number): Cube {
  return Array.from({ length: options }, (_, k) => bitOf(words, k)).join('');
}

function listedIfFew({ model }: Unlisted): Listed | undefined {
  try {
    return listedOf(model);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function byListing(
  { model, preferences }: Unlisted,
  { structure, states }: Listed,
  concepts: readonly Concept[],
  limit: number,
): readonly LargeFinding[] {
  const ranks = preferences.map((one) => ranksOf(states, one));
  const flags = preferences.map((_, actor) => compact.stability(structure, ranks, actor, concepts));
  return concepts.map((concept) => {
    const cubes: Cube[] = [];
    let count = 0;
    for (let state = 0; state < structure.codes.length; state++) {
      if (!flags.every((own) => own[state]! & flag[concept])) continue;
      count++;
      if (cubes.length < limit) cubes.push(cubeOf(wordsAt(states, state), model.options.length));
    }
    return { concept, cubes, count: BigInt(count), ended: cubes.length < count ? 'cubes' : 'all' };
  });
}

function ranksOf(states: States, preference: Preference): Uint32Array {
  switch (preference.kind) {
    case 'priorities':
      return rankByPriorities(states, preference.priorities);
    case 'classes':
      return rankByClasses(states, preference.classes);
    case 'scores':
      return rankByScores(states, preference.scores);
  }
}

async function bySolver(
  found: Case,
  conflict: Unlisted,
  solver: CubeSolver,
  concept: Concept,
  limit: number,
  { cancel, onFound, rest, conflicts = standardLarge.conflicts }: LargeOptions,
): Promise<LargeFinding> {
  const cubes: Cube[] = [];
  const finding = (ended: LargeFinding['ended']): LargeFinding => ({
    concept,
    cubes,
    count: cubes.reduce((sum, cube) => sum + statesIn(cube), 0n),
    ended,
  });
  if (cancel?.aborted) return finding('interrupted');
  try {
    const search = solver.equilibria(conflict, concept, { cubes: limit, conflicts });
    for (let next = search.next(); ; next = search.next()) {
      if (next.done) return finding(next.value);
      if (next.value !== undefined) cubes.push(next.value);
      if (next.value !== undefined && cubes.length % 16 !== 0) continue;
      onFound?.(concept, cubes.length);
      await rest?.();
      if (cancel?.aborted) {
        search.return('conflicts');
        return finding('interrupted');
      }
    }
  } catch (error) {
    if (error instanceof TooLarge) return { ...finding('all'), refused: error.message };
    if (!(error instanceof Refused)) throw error;
    const names = {
      actor: (i: number) => found.actors[i]!.name,
      option: (k: number) => found.options[k]!.id,
    };
    return { ...finding('all'), refused: error.reason(names) };
  }
}

function within<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new LimitError('too-large', error.message, error.estimate);
  }
}
