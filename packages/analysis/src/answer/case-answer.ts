import type { Concept } from '@demarche/engine';
import type { Hinge, Rule } from '../hinge/result.ts';
import type { Agreements, CellAnswer, Profile, Settings, Verdict } from './result.ts';

/** How one cell's question fares in every way of computing: concept × agreements. */
export type Robustness = {
  readonly question: string;
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly ways: readonly {
    readonly concept: Concept;
    readonly agreements: Agreements;
    readonly answer: Verdict;
  }[];
  /** The rule that separates the ways, over the factors `concept` and `agreements`; one rule where all agree. */
  readonly rules: readonly Rule[];
};

/** The whole grid of a case: every profile, things as they stand (`null`) and every scenario, every concept. */
export type CaseAnswer = {
  readonly settings: Settings;
  readonly beliefs: 'correct';
  readonly concepts: readonly Concept[];
  readonly profiles: readonly Profile[];
  readonly scenarios: readonly (string | null)[];
  readonly cells: readonly CellAnswer[];
  readonly robustness: readonly Robustness[];
  /** One per question of kind `holds` and concept; empty where the grid was narrowed to one profile and scenario. */
  readonly hinges: readonly Hinge[];
  /** Set where the grid was too large: how many of how many cells were drawn, and the seed. */
  readonly sampled?: { readonly profiles: number; readonly of: number; readonly seed: number };
};
