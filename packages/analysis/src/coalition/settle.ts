import { type Case, compileCase, LimitError } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { gameOf } from '../answer/cell.ts';
import { gamesOf } from '../answer/game.ts';
import type { Profile } from '../answer/result.ts';
import { byState, tellingOf } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import { bitCount, everyCoalition, membersOf } from './members.ts';
import type { CoalitionSettlement } from './result.ts';
import type { Outsiders } from './sanctions.ts';
import { coalitionsOf } from './stable.ts';

export type CoalitionOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  /** Default alone. */
  readonly outsiders?: Outsiders;
  /** Coalitions by actor ids; default every non-empty one (universal stability). */
  readonly coalitions?: readonly (readonly string[])[];
  /** A coalition structure: whoever is in none of its coalitions is alone. Instead of `coalitions`. */
  readonly structure?: readonly (readonly string[])[];
};

/** Most feasible states, and most pairs of a state and a coalition, that are judged. */
export const coalitionLimits = { states: 2 ** 13, pairs: 2 ** 19 } as const;

/**
 * The states that are stable for coalitions, and for all of them. Throws on an actor the case does not have, on an actor in two
 * coalitions of a structure, and `LimitError` beyond the limits.
 */
export function settleCoalitions(found: Case, options: CoalitionOptions = {}): CoalitionSettlement {
  const compiled = compileCase(found, options.scenario ?? null);
  const { structure } = compiled;
  const concept = options.concept ?? 'seq';
  const outsiders = options.outsiders ?? 'alone';
  const profile = options.profile ?? firstProfile(found);
  const singles = Array.from({ length: structure.actors }, (_, j) => 1 << j);
  const all = () => {
    limited(structure.codes.length, 2 ** structure.actors);
    return everyCoalition(structure.actors);
  };
  const masks = options.structure
    ? structureMasks(found, options.structure)
    : (options.coalitions?.map((ids) => maskOf(found, ids)) ?? all());
  limited(structure.codes.length, masks.length);
  const game = gameOf(compiled, gamesOf(structure, tellingOf(compiled)), profile, concept);
  const first = byState(game.telling);
  const table = coalitionsOf(game, outsiders);
  const where = (is: (state: number) => boolean) => [...structure.codes.keys()].filter(is);
  const code = (state: number) => structure.codes[state]!;
  const equilibria = where((state) => singles.every((one) => table.stable(one)[state] === 1));
  return {
    profile,
    scenario: compiled.scenario,
    concept,
    outsiders,
    asked: options.structure ? 'structure' : options.coalitions ? 'named' : 'all',
    equilibria: equilibria.map(code),
    coalitions: masks.map((mask) => ({
      coalition: membersOf(mask, structure.actors).map((j) => found.actors[j]!.id),
      stable: where((state) => table.stable(mask)[state] === 1).map(code),
      leaves: equilibria.flatMap((state) => {
        const ways = [...table.undeterred(mask, state)];
        if (ways.length === 0) return [];
        const flips = (to: number) => bitCount(code(to) ^ code(state));
        return [{ from: code(state), to: code(ways.sort((a, b) => flips(a) - flips(b) || first(a, b))[0]!) }];
      }),
    })),
    common: where((state) => masks.every((mask) => table.stable(mask)[state] === 1)).map(code),
  };
}

function limited(states: number, coalitions: number): void {
  if (states > coalitionLimits.states)
    throw new LimitError(
      'too-large',
      `${states} feasible states are more than the ${coalitionLimits.states} that are judged for coalitions; rule out more by \`impossible\`, or fix options in a scenario`,
      states,
    );
  if (states * coalitions > coalitionLimits.pairs)
    throw new LimitError(
      'too-large',
      `${coalitions} coalitions over ${states} states are too many; name the coalitions that matter`,
      states * coalitions,
    );
}

function structureMasks(found: Case, parts: readonly (readonly string[])[]): readonly number[] {
  const masks = parts.map((ids) => maskOf(found, ids));
  let taken = 0;
  for (const mask of masks) {
    if (taken & mask) throw new Error('an actor is in two coalitions of the structure');
    taken |= mask;
  }
  return [...masks, ...found.actors.flatMap((_, j) => ((taken >>> j) & 1 ? [] : [1 << j]))];
}

export function maskOf(found: Case, ids: readonly string[]): number {
  return ids.reduce((mask, id) => {
    const j = found.actors.findIndex((actor) => actor.id === id);
    if (j === -1) throw new Error(`no actor ${id}`);
    return mask | (1 << j);
  }, 0);
}
