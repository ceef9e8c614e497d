import type { ReachResult, Settings, Settlement } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { aboutJson } from './about.ts';

/** Longer lists are counted, and the rest of them left out. */
const most = 1_000_000;

/** `demarche solve --json`: states are decimal codes; `stable` and `feasible` only when asked for in full. */
export function settleJson(found: Case, result: Settlement, version: string, full: boolean) {
  const count: Record<string, number> = {};
  const equilibria = Object.fromEntries(
    result.concepts.map((concept) => {
      const list = result.equilibria[concept] ?? [];
      if (list.length > most) count[concept] = list.length;
      return [concept, list.slice(0, most)];
    }),
  );
  const truncated = Object.keys(count);
  return {
    ...aboutJson(found, version),
    settings: { concepts: result.concepts, beliefs: 'correct' },
    readings: result.profile,
    scenario: result.scenario,
    actors: found.actors.map(({ id }) => id),
    options: found.options.map(({ id }) => id),
    states: result.feasible.length,
    concepts: result.concepts,
    equilibria,
    ...(truncated.length > 0 ? { count, truncated } : {}),
    ...(full ? { stable: result.stable, feasible: result.feasible } : {}),
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
