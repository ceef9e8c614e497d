import { type Case, type Compiled, compileCase } from '@demarche/case';
import { type Concept, positionOf, type SanctionRule } from '@demarche/engine';
import { answerCell } from './cell.ts';
import { type GameTable, gamesOf } from './game.ts';
import type { Agreements, Beliefs, CellAnswer, Profile } from './result.ts';
import { tellingOf } from './telling.ts';

/** One combination of everything that an answer is asked for. */
export type Combination = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly beliefs: Beliefs;
};

export type CombinationSettings = {
  readonly agreements?: Agreements;
  readonly sanctions?: SanctionRule;
};

/**
 * Answers single combinations of a case, one after the other; what is compiled for a scenario is kept. Undefined where the changes
 * that a case went through leave no state to begin from.
 */
export function answersAt(
  found: Case,
  { agreements = 'any', sanctions = 'legal' }: CombinationSettings = {},
): (at: Combination) => CellAnswer | undefined {
  const kept = new Map<string | null, { readonly compiled: Compiled; readonly games: GameTable }>();
  return ({ profile, scenario, concept, beliefs }) => {
    let known = kept.get(scenario);
    if (!known) {
      const compiled = compileCase(found, scenario);
      known = { compiled, games: gamesOf(compiled.structure, tellingOf(compiled), sanctions) };
      kept.set(scenario, known);
    }
    const { compiled, games } = known;
    if (compiled.now === undefined || positionOf(compiled.structure, compiled.now) === -1) return undefined;
    return answerCell(compiled, games, profile, concept, agreements, beliefs);
  };
}
