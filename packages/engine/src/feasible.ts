import { certain } from './certain.ts';
import type { Model } from './model.ts';
import type { Program } from './program.ts';

/** Most feasible states that are ever listed. */
export const mostStates = 2 ** 26;

/** Most options of a listed model: a state code is one 32-bit word. */
export const mostOptions = 31;

/** A model that would not fit. `estimate` is the number of states it may have. */
export class TooLarge extends Error {
  readonly estimate: number;
  constructor(estimate: number, message: string) {
    super(message);
    this.name = 'TooLarge';
    this.estimate = estimate;
  }
}

/**
 * The codes of the feasible states, ascending, found by backtracking over `impossible` from the highest option down: a branch
 * ends as soon as a pattern is certain to hold, so that a sparse model costs what it holds and not its cube. Throws `TooLarge`
 * beyond `limit` states or `steps` branches: patterns may contradict each other only far down.
 */
export function feasibleCodes(
  model: Model,
  limit: number = mostStates,
  steps: number = Number.POSITIVE_INFINITY,
): Uint32Array {
  const n = model.options.length;
  if (n > mostOptions)
    throw new TooLarge(2 ** n, `${n} options are more than the ${mostOptions} that can be listed`);
  let fixed = 0;
  let fixedOn = 0;
  for (const { option, on } of model.fixed ?? []) {
    const bit = (1 << option) >>> 0;
    if (fixed & bit && Boolean(fixedOn & bit) !== on) return new Uint32Array(0);
    fixed = (fixed | bit) >>> 0;
    if (on) fixedOn = (fixedOn | bit) >>> 0;
  }
  let found = new Uint32Array(1024);
  let count = 0;
  const add = (code: number) => {
    if (count === limit) {
      const seen = Math.max(1, code >>> 0);
      const estimate = Math.round((count / seen) * 2 ** n);
      throw new TooLarge(
        estimate,
        `more than ${limit} feasible states (about ${estimate}); rule out more by \`impossible\`, or drop options`,
      );
    }
    if (count === found.length) {
      const larger = new Uint32Array(found.length * 2);
      larger.set(found);
      found = larger;
    }
    found[count++] = code;
  };
  const stack = new Uint8Array(2 + Math.max(1, ...model.impossible.map((p) => p.length)));

  const oneWord = new Uint32Array(1);
  let taken = 0;
  const descend = (option: number, code: number, patterns: readonly Program[]): void => {
    if (++taken > steps)
      throw new TooLarge(
        2 ** n,
        `no end of the feasible states after ${steps} branches; rule out more by \`impossible\`, or drop options`,
      );
    oneWord[0] = code;
    const open: Program[] = [];
    for (const pattern of patterns) {
      const truth = certain(pattern, oneWord, option + 1, stack);
      if (truth === 1) return;
      if (truth === 2) open.push(pattern);
    }
    if (option < 0) {
      add(code >>> 0);
      return;
    }
    const bit = 1 << option;
    if (!(fixed & bit) || !(fixedOn & bit)) descend(option - 1, code, open);
    if (!(fixed & bit) || fixedOn & bit) descend(option - 1, code | bit, open);
  };
  descend(n - 1, 0, model.impossible);
  return found.slice(0, count);
}
