import type { Model } from '../../src/model.ts';
import { type Concept, concepts, flag, type Ranks, type Solver } from '../../src/solver.ts';
import type { Structure } from '../../src/structure.ts';

/** Builds the engine's integers of a model; handed in, so that a suite belongs to no back end. */
export type StructureOf = (model: Model) => Structure;

/** Stable in the eyes of a solver: one set of state codes per concept and actor. */
export type Verdicts = Readonly<Record<Concept, readonly (readonly number[])[]>>;

/** A solver's flags, read off as the codes that are stable for each actor. */
export function verdictsOf(solver: Solver, structure: Structure, ranks: Ranks): Verdicts {
  const flags = [...Array(structure.actors).keys()].map((i) =>
    solver.stability(structure, ranks, i, concepts),
  );
  const stableFor = (concept: Concept) =>
    flags.map((flagsOfActor) =>
      [...structure.codes].filter((_, position) => (flagsOfActor[position]! & flag[concept]) !== 0),
    );
  return {
    nash: stableFor('nash'),
    gmr: stableFor('gmr'),
    smr: stableFor('smr'),
    seq: stableFor('seq'),
    sseq: stableFor('sseq'),
  };
}

/** States stable for every actor, per concept. */
export const equilibriaOf = (verdicts: Verdicts, concept: Concept, states: readonly number[]) =>
  states.filter((code) => verdicts[concept].every((codes) => codes.includes(code)));
