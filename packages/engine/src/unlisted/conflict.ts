import type { Model } from '../model.ts';
import { evaluateWords, optionsOf, type Program } from '../program.ts';
import { type Preference, programsOf } from './preference.ts';
import { bitOf, type Words } from './words.ts';

/** A conflict whose states are not listed: any number of options. */
export type Unlisted = {
  readonly model: Model;
  /** Per actor. */
  readonly preferences: readonly Preference[];
};

/** Whether a state is feasible. */
export function feasibility(model: Model): (state: Words) => boolean {
  const stack = new Uint8Array(1 + Math.max(0, ...model.impossible.map(({ length }) => length)));
  return (state) =>
    (model.fixed ?? []).every(({ option, on }) => bitOf(state, option) === (on ? 1 : 0)) &&
    !model.impossible.some((program) => evaluateWords(program, state, stack));
}

/** Options that an actor owns, alone or with others, ascending, but for those that are fixed. */
export function ownOptions({ options, fixed = [] }: Model, actor: number): readonly number[] {
  const held = new Set(fixed.map(({ option }) => option));
  return options.flatMap(({ owners }, k) => (owners.includes(actor) && !held.has(k) ? [k] : []));
}

/**
 * The own options that an actor may have a reason to flip: read by its order, by what is impossible or by an own gate or lock. To
 * leave any other as it is changes neither what a state is worth to it nor whether it can be.
 */
export function optionsThatMatter({ model, preferences }: Unlisted, actor: number): readonly number[] {
  const own = ownOptions(model, actor);
  const ways = own.flatMap((k) => [model.options[k]!.gate, model.options[k]!.lock]);
  return readBy(own, [...programsOf(preferences[actor]!), ...model.impossible, ...ways]);
}

/** The own options that anything reads at all, for whoever: only what flips these can make a difference to anybody. */
export function optionsRead({ model, preferences }: Unlisted, actor: number): readonly number[] {
  const ways = model.options.flatMap(({ gate, lock }) => [gate, lock]);
  return readBy(ownOptions(model, actor), [...preferences.flatMap(programsOf), ...model.impossible, ...ways]);
}

function readBy(options: readonly number[], programs: readonly (Program | undefined)[]): readonly number[] {
  const read = new Set(programs.flatMap((one) => (one ? [...optionsOf(one)] : [])));
  return options.filter((k) => read.has(k));
}
