import { type Case, type Compiled, compileCase, LimitError } from '@demarche/case';
import {
  type Coalesced,
  type ConceptName,
  positionOf,
  type SanctionRule,
  stabilityOf,
  TooLarge,
  concepts as theFive,
  witnessesUnder,
} from '@demarche/engine';
import type { Profile } from '../answer/result.ts';
import { tieOrder } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import type { Reason, Settlement } from './result.ts';

export type SettleOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default nash, gmr, smr, seq, sseq. */
  readonly concepts?: readonly ConceptName[];
  /** Default `legal`, the definition. */
  readonly sanctions?: SanctionRule;
};

/**
 * Which feasible states are stable for whom, and which for everyone, under one profile and scenario. Throws `LimitError` where a
 * concept has too much to follow.
 */
export function settleCase(found: Case, options: SettleOptions = {}): Settlement {
  const profile = options.profile ?? firstProfile(found);
  const concepts = options.concepts ?? theFive;
  const sanctions = options.sanctions ?? 'legal';
  const compiled = compileCase(found, options.scenario ?? null);
  const { structure } = compiled;
  const ranks = ranksOf(compiled, profile);
  const codesWhere = (is: (state: number) => boolean) => [...structure.codes].filter((_, state) => is(state));
  let period: number | undefined;
  const perConcept = concepts.map((concept) => {
    const flags = within(() => stabilityOf(structure, ranks, concept, sanctions));
    period ??= flags.period;
    const stable = found.actors.map(
      (actor, i) => [actor.id, codesWhere((state) => flags.stable[i]![state] === 1)] as const,
    );
    const equilibria = codesWhere((state) => flags.stable.every((one) => one[state] === 1));
    return { concept, stable: Object.fromEntries(stable), equilibria };
  });
  return {
    scenario: compiled.scenario,
    profile,
    concepts,
    sanctions,
    feasible: [...structure.codes],
    ...(structure.coalesced ? { coalesced: wholesOf(structure.codes, structure.coalesced) } : {}),
    equilibria: Object.fromEntries(perConcept.map(({ concept, equilibria }) => [concept, equilibria])),
    stable: Object.fromEntries(perConcept.map(({ concept, stable }) => [concept, stable])),
    order: Object.fromEntries(found.actors.map(({ id }, i) => [id, placesOf(ranks[i]!)])),
    ...(period === undefined ? {} : { period }),
  };
}

/** The place of each state from the best: 1, 2, … by distinct ranks. */
function placesOf(rank: Uint32Array): readonly number[] {
  const levels = [...new Set(rank)].sort((a, b) => b - a);
  const place = new Map(levels.map((level, at) => [level, at + 1]));
  return Array.from(rank, (one) => place.get(one)!);
}

type ReasonPlace = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  readonly concept: ConceptName;
  readonly sanctions?: SanctionRule;
};

/** By the code of each state that stands for several, their codes. */
function wholesOf(
  codes: Uint32Array,
  { base, parts }: Coalesced,
): Readonly<Record<string, readonly number[]>> {
  const several: Record<string, readonly number[]> = {};
  codes.forEach((code, state) => {
    const own = parts.to.subarray(parts.start[state]!, parts.start[state + 1]!);
    if (own.length > 1) several[code] = [...own].map((part) => base.codes[part]!);
  });
  return several;
}

/** Why the state with this code is stable or not, actor by actor. Undefined where it is not feasible. */
export function reasonsAt(found: Case, place: ReasonPlace, code: number): readonly Reason[] | undefined {
  return reasonsOf(found, place)(code);
}

/** `reasonsAt`, prepared once for many states. */
export function reasonsOf(found: Case, place: ReasonPlace): (code: number) => readonly Reason[] | undefined {
  const compiled = compileCase(found, place.scenario ?? null);
  const { structure } = compiled;
  const ranks = ranksOf(compiled, place.profile ?? firstProfile(found));
  const witnesses = within(() =>
    witnessesUnder(structure, ranks, place.concept, place.sanctions ?? 'legal', tieOrder(compiled)),
  );
  return (code) => {
    const state = positionOf(structure, code);
    if (state === -1) return undefined;
    return found.actors.map((actor, i) => {
      const improvements = within(() => witnesses(i, state)).map((witness) => ({
        to: structure.codes[witness.to]!,
        deterred: witness.deterred,
        kind: witness.kind,
        improvement: witness.improvement,
        sanction: witness.sanction.map((step) => ({
          actor: found.actors[step.actor]!.id,
          to: structure.codes[step.to]!,
        })),
        end: structure.codes[witness.end]!,
      }));
      return { actor: actor.id, stable: improvements.every(({ deterred }) => deterred), improvements };
    });
  };
}

function ranksOf(compiled: Compiled, profile: Profile): readonly Uint32Array[] {
  return compiled.case.actors.map((actor, i) => compiled.ranks(i, profile[actor.id]!));
}

/** What the engine does not take on, told as commands tell it. */
function within<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new LimitError('too-large', error.message, error.estimate);
  }
}
