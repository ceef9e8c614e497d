import type { Unlisted, Words } from '@demarche/engine';
import { bitOf, setBit, wordsFor } from '@demarche/engine';
import { type Circuit, circuit, type Wire, yes } from './circuit.ts';
import type { Clauses } from './clauses.ts';
import type { Sat } from './sat.ts';
import { written } from './written.ts';

/** Which states are asked for: those at which none of the faults is found. */
export type Question = {
  readonly made: Circuit;
  /** The state asked about, option by option: inputs, or constants where an option is fixed. */
  readonly state: readonly Wire[];
  readonly faults: readonly Wire[];
  /** The same without the circuit, from the definition: every state that is found is asked again. */
  readonly holds: (state: Words) => boolean;
  /** Whether it is plain that, with this option flipped, a state that is asked for would not be one any more. */
  readonly needs: (state: Words, option: number) => boolean;
};

/** The states of a conflict, and why some are not feasible. */
export function statesOf({ model }: Unlisted): Pick<Question, 'made' | 'state' | 'faults'> {
  const made = circuit();
  const fixed = new Map((model.fixed ?? []).map(({ option, on }) => [option, on]));
  const contradicting = (model.fixed ?? []).some(({ option, on }) => fixed.get(option) !== on);
  const state = model.options.map((_, k) => {
    const on = fixed.get(k);
    return on === undefined ? made.input() : on ? yes : 0;
  });
  const patterns = model.impossible.map((program) => written(made, program, state));
  return { made, state, faults: contradicting ? [yes] : patterns.filter((wire) => wire !== 0) };
}

/** A state with one option flipped. */
export function flipped(state: Words, option: number): Words {
  const other = state.slice();
  other[option >>> 5]! ^= 1 << (option & 31);
  return other;
}

export const isTaken = (state: Words, option: number): boolean => bitOf(state, option) === 1;

/** Per option that is not fixed, the variable of a solver that it has there. */
export function literalsOf(state: readonly Wire[], { literal }: Clauses): ReadonlyMap<number, number> {
  return new Map(state.flatMap((wire, k) => (wire > yes ? [[k, literal(wire, true)] as const] : [])));
}

/** The state that a solver has just found. */
export function stateIn(solver: Sat, state: readonly Wire[], literals: ReadonlyMap<number, number>): Words {
  const words = new Uint32Array(wordsFor(state.length));
  state.forEach((wire, k) => {
    setBit(words, k, wire > yes ? solver.value(literals.get(k)!) : wire === yes);
  });
  return words;
}
