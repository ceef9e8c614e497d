import { type Case, compileCase } from '@demarche/case';
import { type Concept, positionOf, type SanctionRule } from '@demarche/engine';
import { firstProfile } from '../grid/profiles.ts';
import { failedFrom } from './agreement.ts';
import { gameOf } from './cell.ts';
import { gamesOf } from './game.ts';
import { undeterredFrom } from './lean.ts';
import type { Beliefs, FailedDeal, Profile } from './result.ts';
import { inTellingOrder, tellingOf } from './telling.ts';

export type Place = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  readonly concept?: Concept;
  readonly beliefs?: Beliefs;
  readonly sanctions?: SanctionRule;
};

/**
 * The joint moves from the state with this code that every mover prefers and that are no agreement, least flips first, each with
 * the first clause that fails and a witness. Empty where the state is not feasible.
 */
export function failedDeals(found: Case, place: Place, fromCode: number): readonly FailedDeal[] {
  const compiled = compileCase(found, place.scenario ?? null);
  const profile = place.profile ?? firstProfile(found);
  const game = gameOf(
    compiled,
    gamesOf(compiled.structure, tellingOf(compiled), place.sanctions),
    profile,
    place.concept ?? 'seq',
    place.beliefs,
  );
  const from = positionOf(compiled.structure, fromCode);
  if (from === -1) return [];
  const code = (state: number) => compiled.structure.codes[state]!;
  const undeterred = inTellingOrder(game.telling, [...game.ranks.keys()]).flatMap((actor) =>
    undeterredFrom(game, actor, from),
  );
  return failedFrom(game, from, undeterred).map(({ deal, failure }) => ({
    from: fromCode,
    to: code(deal.to),
    movers: deal.movers,
    fails: failure.clause,
    actor: failure.actor,
    witness: code(failure.witness),
    by: failure.by,
  }));
}
