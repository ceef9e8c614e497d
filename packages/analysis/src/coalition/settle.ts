import { type Case, compileCase } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { gameOf } from '../answer/cell.ts';
import { gamesOf } from '../answer/game.ts';
import type { Profile } from '../answer/result.ts';
import { firstProfile } from '../grid/profiles.ts';
import { everyCoalition, membersOf } from './members.ts';
import type { CoalitionSettlement } from './result.ts';
import { isCoalitionStable } from './stable.ts';

export type CoalitionOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  /** Coalitions by actor ids, such as the parts of a coalition structure; default every non-empty one (universal stability). */
  readonly coalitions?: readonly (readonly string[])[];
};

/** The states that are stable for coalitions, and for all of them. Throws on an actor the case does not have. */
export function settleCoalitions(found: Case, options: CoalitionOptions = {}): CoalitionSettlement {
  const compiled = compileCase(found, options.scenario ?? null);
  const { structure } = compiled;
  const concept = options.concept ?? 'seq';
  const profile = options.profile ?? firstProfile(found);
  const game = gameOf(compiled, gamesOf(structure), profile, concept);
  const masks = options.coalitions?.map((ids) => maskOf(found, ids)) ?? everyCoalition(structure.actors);
  const stable = masks.map((mask) =>
    Uint8Array.from(structure.codes, (_, state) => (isCoalitionStable(game, mask, state) ? 1 : 0)),
  );
  return {
    concept,
    stable: masks.map((mask, k) => ({
      coalition: membersOf(mask, structure.actors).map((j) => found.actors[j]!.id),
      states: [...structure.codes].filter((_, state) => stable[k]![state] === 1),
    })),
    common: [...structure.codes].filter((_, state) => stable.every((one) => one[state] === 1)),
  };
}

export function maskOf(found: Case, ids: readonly string[]): number {
  return ids.reduce((mask, id) => {
    const j = found.actors.findIndex((actor) => actor.id === id);
    if (j === -1) throw new Error(`no actor ${id}`);
    return mask | (1 << j);
  }, 0);
}
