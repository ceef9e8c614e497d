import type { Case } from '@demarche/case';
import type { Beliefs } from './result.ts';

/**
 * Whether anything in a case lets a party see the conflict otherwise than it is: then beliefs as held may answer otherwise. Not
 * where that cannot be computed, with coalesced states and a party that is unaware of an option; `check` warns of it.
 */
export function mayMisread(found: Case): boolean {
  if (found.coalesce.length > 0 && found.unaware.some((options) => options.length > 0)) return false;
  return (
    found.beliefs.length > 0 ||
    found.unaware.some((options) => options.length > 0) ||
    found.unperceived.some((states) => states.length > 0)
  );
}

/** The beliefs that a reader of a case would want to see: both where it says what parties believe, the headline first. */
export function beliefsToAsk(found: Case): readonly Beliefs[] {
  return mayMisread(found) ? ['correct', 'as-held'] : ['correct'];
}
