import { type Case, compileCase } from '@demarche/case';
import {
  type Concept,
  compact,
  concepts as everyConcept,
  flag,
  positionOf,
  witnessesOf,
} from '@demarche/engine';
import type { Profile } from '../answer/result.ts';
import { firstProfile } from '../grid/profiles.ts';
import type { Reason, Settlement } from './result.ts';

export type SettleOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  readonly concepts?: readonly Concept[];
};

/** Which feasible states are stable for whom, and which for everyone, under one profile and scenario. */
export function settleCase(found: Case, options: SettleOptions = {}): Settlement {
  const profile = options.profile ?? firstProfile(found);
  const concepts = options.concepts ?? everyConcept;
  const compiled = compileCase(found, options.scenario ?? null);
  const { structure } = compiled;
  const ranks = found.actors.map((actor, i) => compiled.ranks(i, profile[actor.id]!));
  const flags = found.actors.map((_, i) => compact.stability(structure, ranks, i, concepts));
  const codesWhere = (is: (state: number) => boolean) => [...structure.codes].filter((_, state) => is(state));
  const perConcept = concepts.map((concept) => {
    const bit = flag[concept];
    const stable = found.actors.map(
      (actor, i) => [actor.id, codesWhere((state) => (flags[i]![state]! & bit) !== 0)] as const,
    );
    const equilibria = codesWhere((state) => flags.every((one) => (one[state]! & bit) !== 0));
    return { concept, stable: Object.fromEntries(stable), equilibria };
  });
  return {
    scenario: compiled.scenario,
    profile,
    concepts,
    feasible: [...structure.codes],
    equilibria: Object.fromEntries(perConcept.map(({ concept, equilibria }) => [concept, equilibria])),
    stable: Object.fromEntries(perConcept.map(({ concept, stable }) => [concept, stable])),
  };
}

/** Why the state with this code is stable or not, actor by actor. Undefined where it is not feasible. */
export function reasonsAt(
  found: Case,
  place: { readonly profile?: Profile; readonly scenario?: string | null; readonly concept: Concept },
  code: number,
): readonly Reason[] | undefined {
  const profile = place.profile ?? firstProfile(found);
  const compiled = compileCase(found, place.scenario ?? null);
  const { structure } = compiled;
  const state = positionOf(structure, code);
  if (state === -1) return undefined;
  const ranks = found.actors.map((actor, i) => compiled.ranks(i, profile[actor.id]!));
  return found.actors.map((actor, i) => {
    const improvements = witnessesOf(structure, ranks, i, place.concept, state).map((witness) => ({
      to: structure.codes[witness.to]!,
      deterred: witness.deterred,
      sanction: witness.sanction.map((step) => ({
        actor: found.actors[step.actor]!.id,
        to: structure.codes[step.to]!,
      })),
    }));
    return { actor: actor.id, stable: improvements.every(({ deterred }) => deterred), improvements };
  });
}
