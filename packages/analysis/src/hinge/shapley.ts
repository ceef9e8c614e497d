import type { Verdict } from '../answer/result.ts';

/**
 * Shapley effects (Owen 2014) of each axis of a full grid, every cell counting once (or by `weights` of the values of each axis):
 * the value of a set of axes is the variance of 1[answer = a] explained by them, summed over the answers a. They sum to one;
 * undefined where nothing varies. `answers` runs with the last axis changing fastest.
 */
export function shapleyEffects(
  sizes: readonly number[],
  answers: readonly Verdict[],
  weights: readonly (readonly number[])[] = sizes.map((size) => new Array<number>(size).fill(1 / size)),
): readonly number[] | undefined {
  const kinds = [...new Set(answers)];
  if (kinds.length < 2) return undefined;
  const n = sizes.length;
  const cells = answers.map((_, at) => digitsOf(sizes, at));
  const weight = Float64Array.from(cells, (cell) =>
    cell.reduce((product, value, axis) => product * weights[axis]![value]!, 1),
  );
  const kind = Uint8Array.from(answers, (answer) => kinds.indexOf(answer));
  const means = new Float64Array(kinds.length);
  for (let at = 0; at < cells.length; at++) means[kind[at]!]! += weight[at]!;
  const explained = new Float64Array(2 ** n);
  for (let set = 0; set < 2 ** n; set++)
    explained[set] = explainedBy(groupsOf(set, sizes, cells), kind, weight, means);
  const total = explained[2 ** n - 1]!;
  return sizes.map((_, axis) => {
    let sum = 0;
    for (let set = 0; set < 2 ** n; set++) {
      if ((set >>> axis) & 1) continue;
      sum += (explained[set | (1 << axis)]! - explained[set]!) * orderWeight(bitCount(set), n);
    }
    return sum / total;
  });
}

/** Per cell the number of its group: cells alike in the axes of the set, numbered as they are met. */
function groupsOf(
  set: number,
  sizes: readonly number[],
  cells: readonly (readonly number[])[],
): { readonly of: Uint32Array; readonly count: number } {
  const axes = sizes.map((_, axis) => axis).filter((axis) => (set >>> axis) & 1);
  const number = new Map<number, number>();
  const of = new Uint32Array(cells.length);
  for (let at = 0; at < cells.length; at++) {
    let key = 0;
    for (const axis of axes) key = key * sizes[axis]! + cells[at]![axis]!;
    let group = number.get(key);
    if (group === undefined) {
      group = number.size;
      number.set(key, group);
    }
    of[at] = group;
  }
  return { of, count: number.size };
}

/** Var(E[1[answer = a] | axes of the set]), summed over the answers a. */
function explainedBy(
  groups: { readonly of: Uint32Array; readonly count: number },
  kind: Uint8Array,
  weight: Float64Array,
  means: Float64Array,
): number {
  const mass = new Float64Array(groups.count);
  const hits = new Float64Array(groups.count * means.length);
  for (let at = 0; at < weight.length; at++) {
    const group = groups.of[at]!;
    mass[group]! += weight[at]!;
    hits[group * means.length + kind[at]!]! += weight[at]!;
  }
  let sum = 0;
  for (let k = 0; k < means.length; k++) {
    let variance = 0;
    for (let group = 0; group < groups.count; group++)
      if (mass[group]! > 0)
        variance += mass[group]! * (hits[group * means.length + k]! / mass[group]! - means[k]!) ** 2;
    sum += variance;
  }
  return sum;
}

function digitsOf(sizes: readonly number[], at: number): readonly number[] {
  const digits = new Array<number>(sizes.length);
  let rest = at;
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    digits[axis] = rest % sizes[axis]!;
    rest = Math.floor(rest / sizes[axis]!);
  }
  return digits;
}

/** |S|! (n − |S| − 1)! / n! */
function orderWeight(size: number, n: number): number {
  let weight = 1 / n;
  for (let k = 1; k <= size; k++) weight *= k / (n - k);
  return weight;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
