import type { Compiled } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { evaluate } from '@demarche/engine';
import type { Agreements, Beliefs, Profile } from '../answer/result.ts';

/** The cell and the question that are asked of, whatever is changed. */
export type Ask = {
  readonly question: string;
  readonly wanted: 'yes' | 'no';
  readonly profile: Profile;
  readonly concept: Concept;
  readonly agreements: Agreements;
  readonly beliefs: Beliefs;
};

/** Per state of a compiled case, whether the question has there what is wanted of it. */
export function goodStates(compiled: Compiled, ask: Ask): Uint8Array {
  const formula = compiled.case.questions.find(({ id }) => id === ask.question)?.holdsWhen;
  if (!formula) throw new Error(`${ask.question} is no question that holds or does not`);
  const program = compiled.program(formula);
  const stack = new Uint8Array(program.length + 1);
  const want = ask.wanted === 'yes';
  return Uint8Array.from(compiled.structure.codes, (code) =>
    evaluate(program, code, stack) === want ? 1 : 0,
  );
}

/**
 * Whether the wanted answer is forced: it is so in every feasible state, those left out that a one-way option puts out of reach
 * because it stands where it cannot leave.
 */
export function isForced(compiled: Compiled, good: Uint8Array): boolean {
  const now = compiled.now ?? 0;
  let pinned = 0;
  compiled.model.options.forEach(({ direction }, k) => {
    const on = (now >>> k) & 1;
    if ((direction === 'forward' && on) || (direction === 'back' && !on)) pinned |= 1 << k;
  });
  const { structure } = compiled;
  const isOut = (code: number) => ((code ^ now) & pinned) !== 0;
  const { base, parts } = structure.coalesced ?? {};
  return good.every((one, state) => {
    if (one === 1) return true;
    if (!base || !parts) return isOut(structure.codes[state]!);
    return parts.to
      .subarray(parts.start[state]!, parts.start[state + 1]!)
      .every((part) => isOut(base.codes[part]!));
  });
}
