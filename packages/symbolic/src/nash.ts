import {
  comparing,
  evaluateWords,
  isNash,
  optionsOf,
  readingOnly,
  type Unlisted,
  type Words,
} from '@demarche/engine';
import { deviationsOf } from './deviations.ts';
import { flipped, isTaken, type Question, statesOf } from './question.ts';

/** The Nash equilibria: no actor reaches, alone, a state that it prefers. */
export function nashQuestion(conflict: Unlisted): Question {
  const { made, state, faults } = statesOf(conflict);
  const gains = conflict.preferences.flatMap((_, actor) =>
    deviationsOf(made, conflict, actor, state).map(({ improves }) => improves),
  );
  return {
    made,
    state,
    // Ways that come to the same are one wire.
    faults: [...new Set([...faults, ...gains])],
    holds: isNash(conflict),
    needs: backIsBetter(conflict),
  };
}

/** Whether, with an option flipped, the state would be infeasible, or an owner would at once flip it back. */
function backIsBetter({ model, preferences }: Unlisted): Question['needs'] {
  const stack = new Uint8Array(
    1 +
      Math.max(
        0,
        ...model.impossible.map(({ length }) => length),
        ...model.options.map(({ gate, lock }) => Math.max(gate?.length ?? 0, lock?.length ?? 0)),
      ),
  );
  const patterns = model.options.map((_, k) => model.impossible.filter((one) => optionsOf(one).has(k)));
  const owners = model.options.map((option, k) =>
    option.owners.map((actor) => comparing(readingOnly(preferences[actor]!, new Set([k])))),
  );
  const mayBe = (state: Words, option: number) => {
    const { direction, mode, gate, lock } = model.options[option]!;
    if (isTaken(state, option))
      return direction !== 'back' && mode !== 'all' && (!gate || evaluateWords(gate, state, stack));
    return direction !== 'forward' && (!lock || !evaluateWords(lock, state, stack));
  };
  return (state, option) => {
    const other = flipped(state, option);
    if (patterns[option]!.some((program) => evaluateWords(program, other, stack))) return true;
    return mayBe(state, option) && owners[option]!.some((compare) => compare(state, other) > 0);
  };
}
