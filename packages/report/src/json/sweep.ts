import type { SweepResult } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { aboutJson } from './about.ts';

/**
 * `demarche sweep --json`: states that were a rest at least once; with `full`, and where only equilibria are counted, all that were a
 * rest or an equilibrium.
 */
export function sweepJson(found: Case, result: SweepResult, version: string, full = false) {
  const { states, ...rest } = result;
  const shown = states?.filter((one) => full || !one.rest || one.rest.count > 0);
  return { ...aboutJson(found, version), ...rest, ...(shown ? { states: shown } : {}) };
}
