import {
  feasibleCodes,
  type Model,
  type Program,
  type Structure,
  structureOf,
  TooLarge,
} from '@demarche/engine';
import type { Case, Formula } from './case.ts';
import { coalesced, ranksTogether } from './compile/coalesce.ts';
import { refuseWhatWillNotFit, wayOut } from './compile/estimate.ts';
import { graphCodes, graphModelOf, graphRanking, graphStructure, isGraph } from './compile/graph.ts';
import { LimitError } from './compile/limit.ts';
import { modelOf } from './compile/model.ts';
import { programmer } from './compile/program.ts';
import { ranksOf } from './compile/ranks.ts';
import { scenarioOf, situationOf } from './compile/setting.ts';
import { limits } from './limits.ts';

/** A case under one scenario (or none) in the engine's integers. States are positions in `structure.codes`. */
export type Compiled = {
  readonly case: Case;
  /** Scenario id, or null for things as they stand. */
  readonly scenario: string | null;
  readonly model: Model;
  readonly structure: Structure;
  /** State code the scenario starts from; undefined where the case has no `now`. */
  readonly now: number | undefined;
  /** Facts and fixed values of this scenario are constants in it. */
  readonly program: (formula: Formula) => Program;
  /** Per feasible state, larger is better, from 1. Computed once per (actor, reading) and kept. */
  readonly ranks: (actor: number, reading: string) => Uint32Array;
};

/**
 * Compiles a sound case. Throws `LimitError` where it has too many options, states or moves to list (`too-large`, with the estimate).
 * `structures` may give a structure that it has of an equal model; asked in option form where nothing is coalesced.
 */
export function compileCase(
  found: Case,
  scenario: string | null = null,
  structures: (model: Model, make: () => Structure) => Structure = (_, make) => make(),
): Compiled {
  refuseTooManyOptions(found);
  const under = scenarioOf(found, scenario);
  const situation = situationOf(found, under);
  const program = programmer(found, situation.constants);
  const model = isGraph(found) ? graphModelOf(found) : modelOf(found, situation, program);
  if (!isGraph(found)) refuseWhatWillNotFit(model);
  const base = isGraph(found)
    ? graphStructure(found, graphCodes(found, under, program))
    : found.coalesce.length > 0
      ? listing(() => structureOf(model, limits.states))
      : structures(model, () => listing(() => structureOf(model, limits.states)));
  const structure = coalesced(base, found, program);
  const kept = new Map<string, Uint32Array>();
  const ranks = (actor: number, reading: string): Uint32Array => {
    const key = `${actor} ${reading}`;
    const known = kept.get(key);
    if (known) return known;
    const order = found.readings[actor]?.find((one) => one.id === reading)?.order;
    if (!order) throw new Error(`actor ${actor} has no reading ${reading}`);
    const single =
      isGraph(found) && order.kind === 'ranking'
        ? graphRanking(found, order.classes, base.codes)
        : ranksOf(order, base, program, () =>
            scenario === null && !isGraph(found) ? base.codes : statesWithoutScenario(found),
          );
    const made = ranksTogether(structure, single, `${found.actors[actor]!.id} (${reading})`);
    kept.set(key, made);
    return made;
  };
  return { case: found, scenario, model, structure, now: situation.now, program, ranks };
}

/** Codes of the states feasible without a scenario, in graph form of all that are listed: what `payoffs:` numbers. */
export function statesWithoutScenario(found: Case, limit: number = limits.states): Uint32Array {
  if (isGraph(found)) return Uint32Array.from(found.graph.states.keys());
  const situation = situationOf(found, undefined);
  const model = modelOf(found, situation, programmer(found, situation.constants));
  return listing(() => feasibleCodes(model, limit));
}

function refuseTooManyOptions(found: Case): void {
  if (found.options.length > limits.options) {
    const states = 2 ** found.options.length;
    const message = `${found.options.length} options make up to ${states.toPrecision(2)} states, and this lists them: at most ${limits.options} options (limit options)`;
    throw new LimitError('too-large', message, states, wayOut);
  }
}

function listing<T>(list: () => T): T {
  try {
    return list();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new LimitError(
      'too-large',
      `about ${error.estimate} feasible states, at most ${limits.states} can be listed (limit states)`,
      error.estimate,
      wayOut,
    );
  }
}
