import {
  type BackEndName,
  backEndFor,
  backEnds,
  type Concept,
  type ConceptName,
  flag,
  isSolverConcept,
  type Ranks,
  refusal,
  type SanctionRule,
  type Structure,
  stabilityOf,
  stabilityOfAll,
} from '@demarche/engine';
import { within } from './within.ts';

/** Where a concept calls states stable: those whose `flags` of the actor have the `bit`. */
export type Verdict = {
  readonly concept: ConceptName;
  readonly flags: readonly Uint8Array[];
  /** The bits that all actors have. */
  readonly everyone: Uint8Array;
  readonly bit: number;
  readonly period?: number;
};

/** A back end was asked for that does not take the case; the message says why. */
export class BackEndRefuses extends Error {
  override readonly name = 'BackEndRefuses';
}

/** Flags of every actor, under the concepts that a back end does together. */
export type Together = {
  readonly flags: readonly Uint8Array[];
  /** Undefined where no concept asked for is one of them. */
  readonly engine?: BackEndName;
};

/** Those of the concepts that a back end does together. */
export function togetherOf(concepts: readonly ConceptName[], rule: SanctionRule): readonly Concept[] {
  return rule === 'legal' ? concepts.filter(isSolverConcept) : [];
}

/** Throws `BackEndRefuses` where the back end asked for does not take the conflict. */
export function solvedTogether(
  structure: Structure,
  ranks: Ranks,
  together: readonly Concept[],
  wanted?: BackEndName,
): Together {
  const engine = wanted ?? backEndFor(structure);
  const reason = refusal(engine, structure);
  if (reason !== undefined) throw new BackEndRefuses(`${engine} does not take this case, because ${reason}`);
  if (together.length === 0) return { flags: [] };
  return { flags: within(() => stabilityOfAll(backEnds[engine], structure, ranks, together)), engine };
}

/** What each concept says. */
export function verdictsOf(
  structure: Structure,
  ranks: Ranks,
  concepts: readonly ConceptName[],
  rule: SanctionRule,
  flags: readonly Uint8Array[],
): readonly Verdict[] {
  const everyone = common(flags, structure.codes.length);
  return concepts.map((concept): Verdict => {
    if (rule === 'legal' && isSolverConcept(concept)) return { concept, flags, everyone, bit: flag[concept] };
    const { stable, period } = within(() => stabilityOf(structure, ranks, concept, rule));
    const all = common(stable, structure.codes.length);
    return { concept, flags: stable, everyone: all, bit: 1, ...(period === undefined ? {} : { period }) };
  });
}

function common(flags: readonly Uint8Array[], states: number): Uint8Array {
  const bits = new Uint8Array(states).fill(255);
  for (const own of flags) for (let state = 0; state < states; state++) bits[state]! &= own[state]!;
  return bits;
}
