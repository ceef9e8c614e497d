import type { Case } from '../case.ts';
import { type Compiled, compileCase } from '../compile.ts';

/** Id of the scenario that an export puts together; no file can have it. */
const held = '(export)';

/**
 * The conflict of a case as a format without joint options holds it: those stay as they stand, all under one scenario. State codes
 * keep their bits.
 */
export function compiledPlain(found: Case, scenario: string | null): Compiled {
  const under = scenario === null ? undefined : found.scenarios.find(({ id }) => id === scenario);
  const shared = found.options.filter(({ mode }) => mode !== 'single');
  if (shared.length === 0) return compileCase(found, scenario);
  const now = new Set(found.now ?? []);
  const stands = (id: string) => under?.fix[id] ?? under?.start[id] ?? now.has(id);
  const fix = { ...under?.fix, ...Object.fromEntries(shared.map(({ id }) => [id, stands(id)])) };
  const merged = { id: held, label: held, because: [], start: under?.start ?? {}, fix };
  return compileCase({ ...found, scenarios: [...found.scenarios, merged] }, held);
}
