import type { Ask } from './ask.ts';
import type { Played, Unit } from './edit.ts';
import type { Breaking } from './result.ts';
import { solvedAgain } from './solve-again.ts';

/**
 * Single commitments, made or given, after which a yes is none. A concession that can be taken back deters; one that cannot does
 * not. Those that only fix what the question mentions, or after which it holds nowhere, say nothing and are left out. `whole`: it was
 * not stopped on the way.
 */
export function* breakingOf(
  played: Played,
  units: readonly Unit[],
  ask: Ask,
  fixes: (unit: Unit) => boolean,
  stopped: () => boolean,
): Generator<void, { readonly breaking: readonly Breaking[]; readonly whole: boolean }> {
  const breaking: Breaking[] = [];
  for (const unit of units) {
    const { change } = unit;
    if ((change.kind !== 'give' && change.kind !== 'irrevocable') || fixes(unit)) continue;
    if (stopped()) return { breaking, whole: false };
    const after = solvedAgain(played, [unit], { ...ask, wanted: 'no' });
    if (after && after.answer !== 'yes' && !after.forced)
      breaking.push({ part: change, answer: after.answer });
    yield;
  }
  return { breaking, whole: true };
}
