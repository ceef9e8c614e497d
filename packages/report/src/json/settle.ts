import type { ReachResult, Reason, Settings, Settlement, StabilityConditions } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { type ConceptName, horizonOf, readsRule } from '@demarche/engine';
import { aboutJson } from './about.ts';

/** Why a state holds or not, for each concept asked for. */
export type StateReasons = {
  readonly state: number;
  readonly reasons: Readonly<Partial<Record<ConceptName, readonly Reason[]>>>;
};

/**
 * `demarche solve --json`: states are decimal codes; `stable`, `feasible` and the actors' orders only when asked for in full, `why`
 * when asked for one state.
 */
export function settleJson(
  found: Case,
  result: Settlement,
  version: string,
  full: boolean,
  why?: StateReasons,
) {
  const truncated = result.concepts.filter(
    (concept) => (result.equilibria[concept] ?? []).length < (result.counts.equilibria[concept] ?? 0),
  );
  return {
    ...aboutJson(found, version),
    settings: settingsOf(found, result),
    readings: result.profile,
    scenario: result.scenario,
    actors: found.actors.map(({ id }) => id),
    options: found.options.map(({ id }) => id),
    states: result.counts.feasible,
    ...(found.graph ? { named: found.graph.states.map(({ id }) => id) } : {}),
    ...(result.coalesced ? { coalesced: result.coalesced } : {}),
    concepts: result.concepts,
    equilibria: result.equilibria,
    count: result.counts.equilibria,
    ...(truncated.length > 0 ? { truncated } : {}),
    ...(result.cubes ? { cubes: result.cubes } : {}),
    ...(result.period === undefined ? {} : { period: result.period }),
    ...(full ? { stable: result.stable, feasible: result.feasible, order: result.order } : {}),
    ...(why ? { why } : {}),
  };
}

/** What the result was computed with: the rule of sanctions, the concepts that it touches, and how limited moves were read. */
function settingsOf(found: Case, { concepts, sanctions, engine }: Settlement) {
  const limited = concepts.some((one) => one === 'nm' || horizonOf(one) !== undefined);
  return {
    concepts,
    beliefs: 'correct',
    sanctions,
    sanctionsTouch: concepts.filter(readsRule),
    ...(engine ? { engine } : {}),
    ...(limited ? { limited: { ties: 'worst', turns: found.actors.length > 2 ? 'cautious' : 'exact' } } : {}),
  };
}

/** `demarche reach --json`. */
export function reachJson(
  found: Case,
  result: ReachResult,
  settings: Settings,
  version: string,
  full: boolean,
) {
  const { profile, scenario, concept, now, first, targets, byMoves, byImprovements, onCourse } = result;
  return {
    ...aboutJson(found, version),
    settings: { ...settings, concepts: [concept], beliefs: 'correct' },
    readings: profile,
    scenario,
    concept,
    now,
    reached: { moves: byMoves.length, improvements: byImprovements.length, course: onCourse.length },
    first,
    targets,
    ...(full ? { byMoves, byImprovements, onCourse } : {}),
  };
}

/** `demarche solve --conditions STATE --json`. */
export function conditionsJson(
  found: Case,
  state: number,
  all: readonly { readonly concept: ConceptName; readonly conditions: readonly StabilityConditions[] }[],
  version: string,
) {
  const name = (actor: number) => found.actors[actor]!.id;
  return {
    ...aboutJson(found, version),
    state,
    options: found.options.map(({ id }) => id),
    conditions: all.map(({ concept, conditions }) => ({
      concept,
      actors: conditions.map(({ actor, any }) => ({
        actor: name(actor),
        any: any?.map((list) => list.map((one) => ({ ...one, actor: name(one.actor) }))) ?? null,
      })),
    })),
  };
}
