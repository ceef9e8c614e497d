import { type Case, type Compiled, compileCase } from '@demarche/case';
import {
  type BackEndName,
  backEndFor,
  type Cancel,
  type Coalesced,
  type ConceptName,
  positionOf,
  type Ranks,
  type Runner,
  type SanctionRule,
  stabilityOn,
  concepts as theFive,
  witnessesUnder,
} from '@demarche/engine';
import type { Profile } from '../answer/result.ts';
import { tieOrder } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import { cubesOf, listOf, restingOf } from './listing.ts';
import type { Reason, Settlement } from './result.ts';
import { solvedTogether, type Together, togetherOf, verdictsOf } from './verdicts.ts';
import { within } from './within.ts';

export type SettleOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default nash, gmr, smr, seq, sseq. */
  readonly concepts?: readonly ConceptName[];
  /** Default `legal`, the definition. */
  readonly sanctions?: SanctionRule;
  /** Default by the structure. */
  readonly engine?: BackEndName;
  /** Most states in any list; default all. */
  readonly limit?: number;
  /** Told what comes next, with how many states there are. */
  readonly onStage?: (stage: 'states' | 'ranks' | 'stability', states: number) => void;
};

/**
 * Which feasible states are stable for whom, and which for everyone, under one profile and scenario. Throws `LimitError` where a
 * concept has too much to follow, `BackEndRefuses` where the back end asked for does not take the case.
 */
export function settleCase(found: Case, options: SettleOptions = {}): Settlement {
  const { compiled, ranks, together } = prepared(found, options);
  return settlement(
    found,
    compiled,
    ranks,
    solvedTogether(compiled.structure, ranks, together, options.engine),
    options,
  );
}

/**
 * The same, with the back end's work done by a runner where that is worth it and no back end was asked for; what it says does not depend
 * on the runner. A cancel ends it at once, with its reason.
 */
export async function settleCaseOn(
  runner: Runner,
  found: Case,
  options: SettleOptions & { readonly cancel?: Cancel } = {},
): Promise<Settlement> {
  const { engine, cancel } = options;
  const { compiled, ranks, together } = prepared(found, options);
  const { structure } = compiled;
  const solved =
    engine === undefined && together.length > 0
      ? {
          flags: await stabilityOn(runner, structure, ranks, together, cancel ? { cancel } : {}),
          engine: backEndFor(structure),
        }
      : solvedTogether(structure, ranks, together, engine);
  return settlement(found, compiled, ranks, solved, options);
}

function prepared(found: Case, options: SettleOptions) {
  options.onStage?.('states', 0);
  const compiled = compileCase(found, options.scenario ?? null);
  const states = compiled.structure.codes.length;
  options.onStage?.('ranks', states);
  const ranks = ranksOf(compiled, options.profile ?? firstProfile(found));
  options.onStage?.('stability', states);
  return {
    compiled,
    ranks,
    together: togetherOf(options.concepts ?? theFive, options.sanctions ?? 'legal'),
  };
}

function settlement(
  found: Case,
  compiled: Compiled,
  ranks: Ranks,
  { flags: solved, engine }: Together,
  options: SettleOptions,
): Settlement {
  const profile = options.profile ?? firstProfile(found);
  const concepts = options.concepts ?? theFive;
  const sanctions = options.sanctions ?? 'legal';
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const { structure } = compiled;
  const { codes } = structure;
  const verdicts = verdictsOf(structure, ranks, concepts, sanctions, solved);
  const perConcept = verdicts.map(({ concept, flags, everyone, bit }) => ({
    concept,
    equilibria: listOf(codes, everyone, bit, limit),
    stable: found.actors.map((actor, i) => [actor.id, listOf(codes, flags[i]!, bit, limit)] as const),
  }));
  const inOptions = !found.graph && !structure.coalesced;
  const cubes = verdicts.flatMap(({ concept, everyone, bit }, at) => {
    const { count } = perConcept[at]!.equilibria;
    const cover = inOptions ? cubesOf(codes, everyone, bit, structure.options, limit, count) : undefined;
    return cover ? [[concept, cover] as const] : [];
  });
  const resting = restingOf(codes, verdicts, limit);
  const period = verdicts.find((one) => one.period !== undefined)?.period;
  const byConcept = <T>(of: (one: (typeof perConcept)[number]) => T) =>
    Object.fromEntries(perConcept.map((one) => [one.concept, of(one)] as const));
  return {
    scenario: compiled.scenario,
    profile,
    concepts,
    sanctions,
    ...(engine ? { engine } : {}),
    feasible: [...codes.subarray(0, limit)],
    ...(structure.coalesced ? { coalesced: wholesOf(codes, structure.coalesced) } : {}),
    equilibria: byConcept(({ equilibria }) => equilibria.codes),
    ...(cubes.length > 0 ? { cubes: Object.fromEntries(cubes) } : {}),
    stable: byConcept(({ stable }) => Object.fromEntries(stable.map(([id, list]) => [id, list.codes]))),
    order: Object.fromEntries(found.actors.map(({ id }, i) => [id, placesOf(ranks[i]!, limit)])),
    resting: resting.listed,
    counts: {
      feasible: codes.length,
      resting: resting.count,
      equilibria: byConcept(({ equilibria }) => equilibria.count),
      stable: byConcept(({ stable }) => Object.fromEntries(stable.map(([id, list]) => [id, list.count]))),
    },
    ...(period === undefined ? {} : { period }),
  };
}

/** The place of each of the first states from the best: 1, 2, … by distinct ranks. */
function placesOf(rank: Uint32Array, limit: number): readonly number[] {
  const most = rank.reduce((greatest, one) => Math.max(greatest, one), 0);
  const taken = new Uint8Array(most + 1);
  for (let state = 0; state < rank.length; state++) taken[rank[state]!] = 1;
  const place = new Uint32Array(most + 1);
  let next = 0;
  for (let level = most; level > 0; level--) if (taken[level]) place[level] = ++next;
  return Array.from(rank.subarray(0, limit), (one) => place[one]!);
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
