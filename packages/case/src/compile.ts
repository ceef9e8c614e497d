import type { Model, Program, Structure } from '@demarche/engine';
import type { Case, Formula } from './case.ts';

/** A case under one scenario (or none) in the engine's integers. States are positions in `structure.codes`. */
export type Compiled = {
  readonly case: Case;
  /** Scenario id, or null for things as they stand. */
  readonly scenario: string | null;
  readonly model: Model;
  readonly structure: Structure;
  /** State code the scenario starts from; undefined where the case has no `now`. */
  readonly now: number | undefined;
  /** Facts and fixed values of this scenario are constants in it. */
  readonly program: (formula: Formula) => Program;
  /** Per feasible state, larger is better, from 1. Computed once per (actor, reading) and kept. */
  readonly ranks: (actor: number, reading: string) => Uint32Array;
};
