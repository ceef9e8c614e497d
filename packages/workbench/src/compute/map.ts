import {
  type Agreements,
  answerCell,
  type Beliefs,
  type Course,
  gamesOf,
  type Profile,
  type Reason,
  reasonsOf,
  settleCase,
} from '@demarche/analysis';
import { type Case, compileCase } from '@demarche/case';
import { type Concept, movesFrom, positionOf } from '@demarche/engine';

/** One conflict as it is looked at: whose readings, in which circumstance, looking how far ahead. */
export type MapAsked = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly agreements: Agreements;
  readonly beliefs: Beliefs;
};

/** Every state with who would stay there, and the way that things take from now. States are codes. */
export type MapView = {
  readonly codes: readonly number[];
  /** Per state, one letter an actor: whether it is stable for it. */
  readonly stable: readonly (readonly boolean[])[];
  readonly equilibria: readonly number[];
  readonly course: Course;
};

export function mapView(found: Case, asked: MapAsked): MapView {
  const { profile, scenario, concept, agreements, beliefs } = asked;
  const settled = settleCase(found, { profile, scenario, concepts: [concept] });
  const own = found.actors.map(({ id }) => new Set(settled.stable[concept]![id]));
  const compiled = compileCase(found, scenario);
  const { course } = answerCell(compiled, gamesOf(compiled.structure), profile, concept, agreements, beliefs);
  return {
    codes: settled.feasible,
    stable: settled.feasible.map((code) => own.map((states) => states.has(code))),
    equilibria: settled.equilibria[concept]!,
    course,
  };
}

/** A move that an actor could make alone. */
export type OwnMove = { readonly actor: number; readonly to: number; readonly improvement: boolean };

export type StateView = { readonly moves: readonly OwnMove[]; readonly reasons: readonly Reason[] };

/** What each could do from a state alone, and why it would or would not. Undefined where the state is not feasible. */
export function stateView(found: Case, asked: MapAsked, code: number): StateView | undefined {
  const compiled = compileCase(found, asked.scenario);
  const state = positionOf(compiled.structure, code);
  if (state === -1) return undefined;
  const { codes } = compiled.structure;
  const moves = found.actors.flatMap((actor, i) => {
    const rank = compiled.ranks(i, asked.profile[actor.id]!);
    return [...movesFrom(compiled.structure, i, state)]
      .map((to) => ({ actor: i, to: codes[to]!, improvement: rank[to]! > rank[state]! }))
      .sort((a, b) => Number(b.improvement) - Number(a.improvement) || a.to - b.to);
  });
  return { moves, reasons: reasonsOf(found, asked)(code)! };
}
