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
  const weight = cells.map((cell) =>
    cell.reduce((product, value, axis) => product * weights[axis]![value]!, 1),
  );
  const explained = new Float64Array(2 ** n);
  for (let set = 0; set < 2 ** n; set++)
    for (const kind of kinds) explained[set]! += explainedBy(set, kind, cells, weight, answers);
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

/** Var(E[1[answer = kind] | axes of the set]). */
function explainedBy(
  set: number,
  kind: Verdict,
  cells: readonly (readonly number[])[],
  weight: readonly number[],
  answers: readonly Verdict[],
): number {
  const groups = new Map<string, { mass: number; hits: number }>();
  let mean = 0;
  cells.forEach((cell, at) => {
    const key = cell.filter((_, axis) => (set >>> axis) & 1).join();
    const group = groups.get(key) ?? { mass: 0, hits: 0 };
    const hit = answers[at] === kind ? weight[at]! : 0;
    group.mass += weight[at]!;
    group.hits += hit;
    mean += hit;
    groups.set(key, group);
  });
  let variance = 0;
  for (const { mass, hits } of groups.values()) if (mass > 0) variance += mass * (hits / mass - mean) ** 2;
  return variance;
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
