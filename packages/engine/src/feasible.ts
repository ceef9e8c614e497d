import { certain } from './certain.ts';
import type { Model } from './model.ts';
import { cubeColumns } from './planes/columns.ts';
import { planeEvaluator } from './planes/evaluate.ts';
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
  const leaf = leafOf(Math.min(n, leafOptions), n);

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
    if (option < leafOptions) {
      leaf(code, open, fixed, fixedOn, add);
      return;
    }
    const bit = 1 << option;
    if (!(fixed & bit) || !(fixedOn & bit)) descend(option - 1, code, open);
    if (!(fixed & bit) || fixedOn & bit) descend(option - 1, code | bit, open);
  };
  descend(n - 1, 0, model.impossible);
  return found.slice(0, count);
}

/** So many of the lowest options are not branched on: all their combinations are looked at together, 32 a word. */
const leafOptions = 10;

type Leaf = (
  code: number,
  patterns: readonly Program[],
  fixed: number,
  fixedOn: number,
  add: (code: number) => void,
) => void;

/** Adds the states that agree with a code in all but the lowest options and in which no pattern holds, ascending. */
function leafOf(low: number, options: number): Leaf {
  const combinations = 2 ** low;
  const words = Math.max(1, combinations / 32);
  const evaluate = planeEvaluator(words);
  const planes = cubeColumns(low).block(0);
  const columns = Array.from(
    { length: options },
    (_, k) => planes[k]?.slice(0, words) ?? new Int32Array(words),
  );
  const open = new Int32Array(words);
  return (code, patterns, fixed, fixedOn, add) => {
    open.fill(combinations < 32 ? 2 ** combinations - 1 : -1);
    for (let k = low; k < options; k++) columns[k]!.fill((code >>> k) & 1 ? -1 : 0);
    for (let k = 0; k < low; k++) {
      if (!((fixed >>> k) & 1)) continue;
      const turned = (fixedOn >>> k) & 1 ? 0 : -1;
      for (let w = 0; w < words; w++) open[w]! &= columns[k]![w]! ^ turned;
    }
    for (const pattern of patterns) {
      const holds = evaluate(pattern, columns);
      for (let w = 0; w < words; w++) open[w]! &= ~holds[w]!;
    }
    for (let w = 0; w < words; w++)
      for (let left = open[w]!; left !== 0; left &= left - 1)
        add((code | (32 * w + 31 - Math.clz32(left & -left))) >>> 0);
  };
}
