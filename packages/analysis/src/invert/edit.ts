import type { Case } from '@demarche/case';
import type { Change } from './result.ts';

/** A case and the scenario that it is played under. */
export type Played = { readonly found: Case; readonly scenario: string | null };

/** A change with what it does to a case; `undefined` where it does not apply (a priority that cannot move so far). */
export type Unit = {
  readonly change: Change;
  readonly swaps: number;
  readonly apply: (played: Played) => Played | undefined;
};

/** All of them applied, in the order given. */
export function applied(played: Played, units: readonly Unit[]): Played | undefined {
  let now: Played | undefined = played;
  for (const unit of units) now = now && unit.apply(now);
  return now;
}
