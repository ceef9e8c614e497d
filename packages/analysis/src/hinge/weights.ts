import type { Case } from '@demarche/case';
import { priorOf } from '../weigh/index.ts';
import type { Factor } from './result.ts';

/** Weights of each factor's values: readings by their prior (what lies on `other` left out), scenarios equally. */
export function weightsOf(found: Case, factors: readonly Factor[]): readonly (readonly number[])[] {
  return factors.map((factor) => {
    if (factor.actor === undefined) return factor.values.map(() => 1 / factor.values.length);
    const prior = priorOf(
      found,
      found.actors.findIndex((actor) => actor.id === factor.actor),
    );
    const shares = factor.values.map((id) => prior.shares[prior.ids.indexOf(id as string)]!);
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => (total > 0 ? share / total : 1 / shares.length));
  });
}
