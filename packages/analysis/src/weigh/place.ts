import { type Case, evaluateExpression, type Formula, type Setting } from '@demarche/case';

/** A state that somebody expected, with the facts of that time: it need not be feasible today. */
export type Place = {
  /** State code; in graph form the position of the state. */
  readonly code: number;
  /** Options taken and facts that hold. */
  readonly taken: readonly string[];
  readonly holds: (formula: Formula) => boolean;
};

export function takenIn(setting: Setting): string[] {
  const taken = new Set<string>();
  for (const { id, value } of setting) {
    if (value) taken.add(id);
    else taken.delete(id);
  }
  return [...taken];
}

/** The place of a setting. Items apply in order; in graph form the last state named counts. */
export function placeOf(found: Case, setting: Setting): Place {
  const taken = takenIn(setting);
  return placeAt(found, codeOf(found, taken), taken);
}

/** A state code under the facts of a setting. */
export function placeAt(found: Case, code: number, taken: readonly string[]): Place {
  // Facts are read off `now`.
  const then: Case = { ...found, now: taken };
  return { code, taken, holds: ({ expression }) => evaluateExpression(then, expression, code) };
}

function codeOf(found: Case, taken: readonly string[]): number {
  if (found.graph) {
    const positions = taken.map((id) => found.graph!.states.findIndex((state) => state.id === id));
    return positions.at(-1) ?? -1;
  }
  return found.options.reduce((code, { id }, k) => (taken.includes(id) ? code + 2 ** k : code), 0);
}
