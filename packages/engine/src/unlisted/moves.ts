import { TooLarge } from '../feasible.ts';
import type { Model, OptionSpec } from '../model.ts';
import { evaluateWords, optionsOf } from '../program.ts';
import { feasibility, ownOptions } from './conflict.ts';
import { bitOf, setBit, type Words } from './words.ts';

/** Most options of one actor whose combinations are gone through. */
export const mostOwnOptions = 14;

/**
 * R_i(s), s left out, in the order of the settings of the actor's own options: what it can reach alone by single moves, one after
 * another where an own gate has to be opened on the way. With `wanted`, only those that it lets pass; with
 * `own`, only by these options of each actor. Throws `TooLarge` where an actor has too many options.
 */
export type OwnMoves = (actor: number, state: Words, wanted?: (to: Words) => boolean) => readonly Words[];

export function ownMoves(
  model: Model,
  own: readonly (readonly number[])[] = Array.from({ length: model.actors }, (_, i) => ownOptions(model, i)),
): OwnMoves {
  const feasible = feasibility(model);
  for (const options of own)
    if (options.length > mostOwnOptions)
      throw new TooLarge(
        2 ** model.options.length,
        `an actor with ${options.length} options of its own has 2^${options.length} ways to set them, and at most 2^${mostOwnOptions} are gone through`,
      );
  const chained = own.map((options) => readsOwn(model, options));
  const stack = new Uint8Array(
    1 + Math.max(0, ...model.options.flatMap(({ gate, lock }) => [gate?.length ?? 0, lock?.length ?? 0])),
  );
  const open = (option: OptionSpec, on: boolean, at: Words) => {
    if (option.direction === (on ? 'back' : 'forward') || (on && option.mode === 'all')) return false;
    const program = on ? option.gate : option.lock;
    return !program || evaluateWords(program, at, stack) === on;
  };
  const leads = (options: readonly number[], from: Words, to: Words) =>
    options.every((k) => {
      const on = bitOf(to, k) === 1;
      return on === (bitOf(from, k) === 1) || open(model.options[k]!, on, to);
    });
  return (actor, state, wanted = () => true) => {
    const options = own[actor]!;
    if (!chained[actor])
      // What costs least to ask is asked first.
      return settings(options, state, (to) => wanted(to) && leads(options, state, to) && feasible(to));
    // Where moves are chained, an unwanted one may be on the way.
    const possible = settings(options, state, feasible);
    const reached = new Set<Words>();
    const waiting = [state];
    for (let from = waiting.pop(); from; from = waiting.pop())
      for (const to of possible) {
        if (reached.has(to) || !leads(options, from, to)) continue;
        reached.add(to);
        waiting.push(to);
      }
    return possible.filter((to) => reached.has(to) && wanted(to));
  };
}

/** The states that differ from one in some of the options, those that are wanted. */
function settings(
  options: readonly number[],
  state: Words,
  wanted: (to: Words) => boolean,
): readonly Words[] {
  const found: Words[] = [];
  const to = state.slice();
  for (let setting = 0; setting < 2 ** options.length; setting++) {
    for (let at = 0; at < options.length; at++) setBit(to, options[at]!, ((setting >>> at) & 1) === 1);
    if (to.some((word, at) => word !== state[at]) && wanted(to)) found.push(to.slice());
  }
  return found;
}

/** Whether a gate or lock of one of these options reads one of them: then a move may first have to open the way for another. */
export function readsOwn(model: Model, options: readonly number[]): boolean {
  const set = new Set(options);
  return options.some((k) => {
    const { gate, lock } = model.options[k]!;
    return [gate, lock].some((one) => one && [...optionsOf(one)].some((read) => set.has(read)));
  });
}
