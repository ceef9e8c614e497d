import type { Concept } from '@demarche/engine';
import type { Chances } from '../hinge/chance-result.ts';
import type { Hinge, Rule } from '../hinge/result.ts';
import type { Standing } from '../weigh/standing.ts';
import type { Agreements, Beliefs, CellAnswer, Profile, Settings, Verdict } from './result.ts';

/** How one cell's question fares in every way of computing: concept × agreements. */
export type Robustness = {
  readonly question: string;
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly beliefs: Beliefs;
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
  /** Each cell is answered under each of these; the first is the headline. */
  readonly beliefs: readonly Beliefs[];
  readonly concepts: readonly Concept[];
  readonly profiles: readonly Profile[];
  readonly scenarios: readonly (string | null)[];
  readonly cells: readonly CellAnswer[];
  readonly robustness: readonly Robustness[];
  /** One per question of kind `holds` and concept; empty where the grid was narrowed to one profile and scenario. */
  readonly hinges: readonly Hinge[];
  /** With beliefs of both kinds: the same over all cells, with the factor `beliefs`. `hinges` are those of the headline. */
  readonly withBeliefs?: readonly Hinge[];
  /** What the readings of every actor weigh, in the order of the case. */
  readonly standings: readonly Standing[];
  /** Per question, concept, kind of beliefs and scenario; empty where nothing was stated that weighs the readings. */
  readonly chances: readonly Chances[];
  /** Set where the grid was too large: how many of how many cells were drawn, and the seed. */
  readonly sampled?: { readonly profiles: number; readonly of: number; readonly seed: number };
};

/** What was answered under the headline's beliefs: all cells and ways that `hinges` speak of. */
export function headlineOf(answer: CaseAnswer): CaseAnswer {
  return heldTo(answer, answer.beliefs[0]!);
}

/** The cells and ways of computing under one kind of beliefs; hinges only where they are of that kind. */
export function heldTo(answer: CaseAnswer, beliefs: Beliefs): CaseAnswer {
  if (answer.beliefs.length === 1 && answer.beliefs[0] === beliefs) return answer;
  const { withBeliefs: _, ...rest } = answer;
  return {
    ...rest,
    beliefs: [beliefs],
    cells: answer.cells.filter((cell) => cell.beliefs === beliefs),
    robustness: answer.robustness.filter((one) => one.beliefs === beliefs),
    hinges: beliefs === answer.beliefs[0] ? answer.hinges : [],
    chances: answer.chances.filter((one) => one.beliefs === beliefs),
  };
}

/**
 * In how many combinations of readings and scenario a question is answered otherwise if parties misread each other; undefined
 * where only one kind of beliefs was asked for.
 */
export function misreadingMatters(
  answer: CaseAnswer,
  question: string,
  concept: Concept,
): { readonly cells: number; readonly of: number } | undefined {
  if (answer.beliefs.length < 2) return undefined;
  const seen = new Map<string, Set<string>>();
  for (const cell of answer.cells) {
    if (cell.concept !== concept) continue;
    const one = cell.answers.find((each) => each.question === question);
    const place = JSON.stringify([cell.scenario, Object.entries(cell.profile)]);
    const said = one?.answer === 'gains' ? JSON.stringify([one.gains, one.worseForAll]) : String(one?.answer);
    seen.set(place, (seen.get(place) ?? new Set()).add(said));
  }
  const cells = [...seen.values()].filter((said) => said.size > 1).length;
  return { cells, of: seen.size };
}
