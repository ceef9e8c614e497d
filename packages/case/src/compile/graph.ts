import {
  denseRanks,
  evaluate,
  graphStructureOf,
  type Model,
  type Program,
  type Structure,
} from '@demarche/engine';
import type { Case, Formula, Scenario } from '../case.ts';
import { byFirstClass, truthByState } from './truth-by-state.ts';

/** A case in graph form. */
export type GraphCase = Case & { readonly graph: NonNullable<Case['graph']> };

export function isGraph(found: Case): found is GraphCase {
  return found.graph !== undefined;
}

/** The states that can be, by position in `states:`, ascending: those that nothing rules out, as `impossible` and the scenario have it. */
export function graphCodes(
  found: GraphCase,
  scenario: Scenario | undefined,
  program: (formula: Formula) => Program,
): Uint32Array<ArrayBuffer> {
  const impossible = found.impossible.map(program);
  const stack = new Uint8Array(1 + Math.max(0, ...impossible.map((one) => one.length)));
  const fixed = new Map(Object.entries(scenario?.fix ?? {}));
  const only = [...fixed].filter(([, on]) => on).map(([id]) => id);
  const left = found.graph.states.flatMap(({ id }, code) =>
    fixed.get(id) === false ||
    (only.length > 0 && (only.length > 1 || only[0] !== id)) ||
    impossible.some((one) => evaluate(one, code, stack))
      ? []
      : [code],
  );
  return Uint32Array.from(left);
}

export function graphModelOf(found: GraphCase): Model {
  return { actors: found.actors.length, options: [], impossible: [] };
}

/** The structure of the states that can be, with each actor's moves as the case lists them. */
export function graphStructure(found: GraphCase, codes: Uint32Array<ArrayBuffer>): Structure {
  const moves = found.graph.moves.map((own) =>
    Object.entries(own).flatMap(([from, ends]) => ends.map((to) => [Number(from), to] as const)),
  );
  return graphStructureOf({ actors: found.actors.length, states: found.graph.states.length, moves }, codes);
}

/** Ranks from classes, best first: each state takes the first class it is in. */
export function graphRanking(
  found: GraphCase,
  classes: readonly (readonly Formula[])[],
  codes: Uint32Array,
): Uint32Array {
  const where = truthByState(found);
  const place = new Map<number, number>();
  byFirstClass(
    classes.map((one) => one.map(where)),
    codes,
  ).classes.forEach((taken, k) => {
    for (const code of taken) place.set(code, classes.length - k);
  });
  return denseRanks(Float64Array.from(codes, (code) => place.get(code) ?? 0));
}
