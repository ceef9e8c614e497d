import type { Program } from '@demarche/engine';
import type { Case, Formula } from '../case.ts';
import { programmer } from './program.ts';
import { scenarioOf, situationOf } from './setting.ts';

/**
 * Formulas as programs over option bits, facts as they stand in a scenario, without listing any states. Throws `LimitError`
 * where one is too long with its terms written out.
 */
export function programsOf(
  found: Case,
  formulas: readonly Formula[],
  scenario: string | null = null,
): readonly Program[] {
  return formulas.map(programmer(found, situationOf(found, scenarioOf(found, scenario)).constants));
}
