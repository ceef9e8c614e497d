import { type Model, type Preference, type Program, setBit, type Words, wordsFor } from '@demarche/engine';
import type { Case, Formula, Order } from '../case.ts';
import { isGraph } from './graph.ts';
import { LimitError } from './limit.ts';
import { modelOf } from './model.ts';
import { programmer } from './program.ts';
import { type Situation, scenarioOf, situationOf } from './setting.ts';

/** A case under one scenario (or none) in the engine's integers, without a list of its states: any number of options. */
export type CompiledUnlisted = {
  readonly case: Case;
  /** Scenario id, or null for things as they stand. */
  readonly scenario: string | null;
  readonly model: Model;
  /** The state that the scenario starts from; undefined where the case has no `now`. */
  readonly now: Words | undefined;
  readonly program: (formula: Formula) => Program;
  /** What an actor wants under a reading. Throws `LimitError` where that numbers the states. */
  readonly preference: (actor: number, reading: string) => Preference;
};

/** Compiles a sound case without listing its states. Throws `LimitError` where it cannot be without: graph form, coalesced states. */
export function compileUnlisted(found: Case, scenario: string | null = null): CompiledUnlisted {
  if (isGraph(found)) throw new LimitError('not-yet', 'a case in graph form lists its states itself');
  if (found.coalesce.length > 0)
    throw new LimitError('not-yet', 'which states are coalesced cannot be said without listing them');
  const under = scenarioOf(found, scenario);
  const situation = situationOf(found, under);
  const program = programmer(found, situation.constants);
  return {
    case: found,
    scenario,
    model: modelOf(found, situation, program),
    now: nowWords(found, situation),
    program,
    preference: (actor, reading) => {
      const order = found.readings[actor]?.find((one) => one.id === reading)?.order;
      if (!order) throw new Error(`actor ${actor} has no reading ${reading}`);
      return preferenceOf(order, program, `${found.actors[actor]!.id} (${reading})`);
    },
  };
}

/** Where things stand, of any number of options; undefined where the case has no `now`. */
export function nowWords(found: Case, { taken }: Situation): Words | undefined {
  if (found.now === undefined) return undefined;
  const words: Words = new Uint32Array(wordsFor(found.options.length));
  found.options.forEach(({ id }, k) => {
    setBit(words, k, taken.has(id));
  });
  return words;
}

function preferenceOf(order: Order, program: (formula: Formula) => Program, whose: string): Preference {
  switch (order.kind) {
    case 'prefers':
      return {
        kind: 'priorities',
        priorities: order.priorities.map(({ that }) => ({ that: that.map(program) })),
      };
    case 'ranking':
      return { kind: 'classes', classes: order.classes.map((one) => one.map(program)) };
    case 'scores':
      return {
        kind: 'scores',
        scores: order.scores.map((one) => ({ weight: one.weight, that: program(one) })),
      };
    case 'payoffs':
      throw new LimitError(
        'too-large',
        `the payoffs of ${whose} number the feasible states, which are too many to list; write the order as \`prefers\`, \`ranking\` or \`scores\``,
      );
  }
}
