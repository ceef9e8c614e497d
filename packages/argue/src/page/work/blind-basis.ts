import type { Case } from '@demarche/case';
import type { Basis } from '@demarche/report/record';
import { blindCase } from '@demarche/report/words';

/** A case without names, and what was asked of it in these terms. */
export function blindBasis(found: Case, basis: Basis): { readonly found: Case; readonly basis: Basis } {
  const { case: hidden, names } = blindCase(found);
  const { reading, scenario } = basis.asked;
  const asked = {
    ...basis.asked,
    reading: Object.fromEntries(
      Object.entries(reading).map(([actor, one]) => [
        names.actors.get(actor)!,
        names.readings.get(`${actor}.${one}`)!,
      ]),
    ),
    ...(typeof scenario === 'string' ? { scenario: names.scenarios.get(scenario)! } : {}),
    without: [],
  };
  return { found: hidden, basis: { ...basis, asked, passages: {} } };
}
