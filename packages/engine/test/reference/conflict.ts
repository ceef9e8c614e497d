import type { Model, OptionSpec } from '../../src/model.ts';
import { truth } from './truth.ts';

/** Options by position; a state is the set of options taken, kept as a code. */
export const isOn = (code: number, option: number): boolean => Math.floor(code / 2 ** option) % 2 === 1;

/** Positions of the options in which two states differ. */
export function flips(model: Model, s: number, t: number): readonly number[] {
  return model.options.map((_, k) => k).filter((k) => isOn(s, k) !== isOn(t, k));
}

export const owns = (option: OptionSpec, actor: number): boolean => option.owners.includes(actor);

/** Feasible states in ascending code: none of `impossible` holds and every fixed option has its value. */
export function feasibleStates(model: Model): readonly number[] {
  const impossible = model.impossible.map(truth);
  return [...Array(2 ** model.options.length).keys()].filter(
    (code) =>
      !impossible.some((holds) => holds(code)) &&
      (model.fixed ?? []).every(({ option, on }) => isOn(code, option) === on),
  );
}

/**
 * Whether a move may end at t having flipped what it flips on the way from s: no one-way option is violated, the gate of every
 * option switched on holds at t, the lock of none switched off does. Who moves is not asked.
 */
export function mayEnd(model: Model): (s: number, t: number) => boolean {
  const gates = model.options.map(({ gate }) => (gate ? truth(gate) : () => true));
  const locks = model.options.map(({ lock }) => (lock ? truth(lock) : () => false));
  return (s, t) =>
    flips(model, s, t).every((k) => {
      const { direction } = model.options[k]!;
      return isOn(t, k) ? direction !== 'back' && gates[k]!(t) : direction !== 'forward' && !locks[k]!(t);
    });
}

/** A conflict as the definitions read it: everything is a function of state codes. */
export type Conflict = {
  readonly model: Model;
  readonly actors: readonly number[];
  readonly states: readonly number[];
  readonly feasible: (code: number) => boolean;
  /** P_i(s) */
  readonly rank: (actor: number, code: number) => number;
  /** Where sanctions are not any legal sequence: each member moves at most once, or one moves once. */
  readonly rule?: 'once' | 'single';
  /** `mayEnd` of the model. */
  readonly legal: (s: number, t: number) => boolean;
  /** In graph form, R_i(s) as given. */
  readonly arcs?: (actor: number, code: number) => ReadonlySet<number>;
  /** Where states are coalesced: the single states, ranked as the wholes are, and the parts of each. */
  readonly coalesced?: {
    readonly single: Conflict;
    readonly parts: (code: number) => readonly number[];
    readonly whole: (code: number) => number;
  };
  /** Results of the definitions below, kept because they are asked for again and again. */
  readonly kept: Map<string, unknown>;
};

/** `ranks[actor][position]`, positions in the ascending list of feasible codes. */
export function conflictOf(model: Model, ranks: readonly ArrayLike<number>[]): Conflict {
  const states = feasibleStates(model);
  const position = new Map(states.map((code, at) => [code, at]));
  return {
    model,
    actors: [...Array(model.actors).keys()],
    states,
    feasible: (code) => position.has(code),
    rank: (actor, code) => ranks[actor]![position.get(code)!]!,
    legal: mayEnd(model),
    kept: new Map(),
  };
}

/** Computes once per conflict and key. */
export function once<T>(conflict: Conflict, key: string, compute: () => T): T {
  if (!conflict.kept.has(key)) conflict.kept.set(key, compute());
  return conflict.kept.get(key) as T;
}
