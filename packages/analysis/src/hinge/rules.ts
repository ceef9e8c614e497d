import type { Verdict } from '../answer/result.ts';
import type { Rule } from './result.ts';

type Values = readonly (string | null)[];
type Axis = { readonly name: string; readonly values: Values };

/** A product of value sets, one bit mask an axis. */
type Cube = readonly number[];

/**
 * The smallest list of rules that gives the grid back exactly: multi-valued prime implicants, answer by answer, a later rule
 * saying only what earlier ones do not cover (what they cover is free for it). All orders of answers are tried, the last answer
 * being the rest. `answers` runs over the grid with the last axis changing fastest. Checked against the grid before it returns.
 */
export function minimalRules(axes: readonly Axis[], answers: readonly Verdict[]): readonly Rule[] {
  const kinds = [...new Set(answers)].sort((a, b) => rankOf(a) - rankOf(b));
  if (kinds.length === 1) return [{ answer: kinds[0]!, when: [] }];
  const merged = axes.map((axis, a) => mergedValues(axes, answers, a, axis.values.length));
  const sizes = merged.map((groups) => groups.length);
  const small = cellsOf(sizes).map(
    (cell) =>
      answers[
        indexOf(
          axes,
          cell.map((g, a) => merged[a]![g]![0]!),
        )
      ]!,
  );
  let best: { cubes: readonly { answer: Verdict; cube: Cube }[]; size: number } | undefined;
  for (const order of ordersOf(kinds)) {
    const cubes = coverInOrder(sizes, small, order);
    const size = cubes.length * 100 + cubes.reduce((sum, { cube }) => sum + literals(sizes, cube), 0);
    if (!best || size < best.size) best = { cubes, size };
  }
  const rules = best!.cubes.map(
    ({ answer, cube }): Rule => ({
      answer,
      when: axes.flatMap((axis, a) => {
        if (cube[a] === full(sizes[a]!)) return [];
        const values = merged[a]!.flatMap((group, g) => ((cube[a]! >>> g) & 1 ? group : []));
        return [{ factor: axis.name, values: values.sort((x, y) => x - y).map((v) => axis.values[v]!) }];
      }),
    }),
  );
  check(axes, answers, rules);
  return rules;
}

/** What a list of rules says of a cell: the first that applies. */
export function ruleFor(
  rules: readonly Rule[],
  cell: Readonly<Record<string, string | null>>,
): Verdict | undefined {
  return rules.find(({ when }) => when.every(({ factor, values }) => values.includes(cell[factor]!)))?.answer;
}

function check(axes: readonly Axis[], answers: readonly Verdict[], rules: readonly Rule[]): void {
  cellsOf(axes.map((axis) => axis.values.length)).forEach((cell, at) => {
    const named = Object.fromEntries(axes.map((axis, a) => [axis.name, axis.values[cell[a]!]!]));
    if (ruleFor(rules, named) !== answers[at]) throw new Error('the rules do not give the grid back');
  });
}

/** Values of an axis whose columns are identical are one. */
function mergedValues(
  axes: readonly Axis[],
  answers: readonly Verdict[],
  axis: number,
  count: number,
): readonly number[][] {
  const stride = axes.slice(axis + 1).reduce((product, one) => product * one.values.length, 1);
  const columns = new Map<string, number[]>();
  for (let value = 0; value < count; value++) {
    const column = answers.filter((_, at) => Math.floor(at / stride) % count === value).join();
    const same = columns.get(column);
    if (same) same.push(value);
    else columns.set(column, [value]);
  }
  return [...columns.values()];
}

function coverInOrder(
  sizes: readonly number[],
  answers: readonly Verdict[],
  order: readonly Verdict[],
): readonly { answer: Verdict; cube: Cube }[] {
  const cells = cellsOf(sizes);
  const free = new Set<number>();
  const chosen: { answer: Verdict; cube: Cube }[] = [];
  for (const answer of order.slice(0, -1)) {
    const wanted = cells.flatMap((_, at) => (answers[at] === answer && !free.has(at) ? [at] : []));
    const allowed = (at: number) => answers[at] === answer || free.has(at);
    const primes = primesOver(sizes, cells, wanted, allowed);
    for (const cube of leastCover(wanted, primes)) {
      chosen.push({ answer, cube: cube.cube });
      for (const at of cube.cells) free.add(at);
    }
  }
  chosen.push({ answer: order[order.length - 1]!, cube: sizes.map(full) });
  return chosen;
}

type Prime = { readonly cube: Cube; readonly cells: readonly number[] };

/** Maximal cubes inside `allowed` around the wanted cells, grown in every order of the axes. */
function primesOver(
  sizes: readonly number[],
  cells: readonly (readonly number[])[],
  wanted: readonly number[],
  allowed: (at: number) => boolean,
): readonly Prime[] {
  const orders = ordersOf(sizes.map((_, a) => a)).slice(0, 720);
  const found = new Map<string, Prime>();
  for (const at of wanted) {
    for (const order of orders) {
      const cube = cells[at]!.map((value) => 1 << value);
      for (const axis of order) {
        for (let value = 0; value < sizes[axis]!; value++) {
          if ((cube[axis]! >>> value) & 1) continue;
          const wider = cube.with(axis, 1 << value);
          if (cellsIn(sizes, wider).every(allowed)) cube[axis]! |= 1 << value;
        }
      }
      const key = cube.join();
      if (!found.has(key)) found.set(key, { cube, cells: cellsIn(sizes, cube) });
    }
  }
  return [...found.values()].sort(
    (a, b) => b.cells.length - a.cells.length || literals(sizes, a.cube) - literals(sizes, b.cube),
  );
}

/** Fewest primes that cover the wanted cells: exact by branch and bound within a budget, greedy as the first bound. */
function leastCover(wanted: readonly number[], primes: readonly Prime[]): readonly Prime[] {
  let best = greedyCover(wanted, primes);
  let budget = 20_000;
  const search = (left: readonly number[], taken: readonly Prime[]): void => {
    if (left.length === 0) {
      if (taken.length < best.length) best = taken;
      return;
    }
    if (taken.length + 1 >= best.length || budget-- <= 0) return;
    const choices = (at: number) => primes.filter((prime) => prime.cells.includes(at));
    const hardest = left.reduce((a, b) => (choices(b).length < choices(a).length ? b : a));
    for (const prime of choices(hardest))
      search(
        left.filter((at) => !prime.cells.includes(at)),
        [...taken, prime],
      );
  };
  if (primes.length <= 64 && wanted.length <= 128) search(wanted, []);
  return best;
}

function greedyCover(wanted: readonly number[], primes: readonly Prime[]): readonly Prime[] {
  const taken: Prime[] = [];
  let left = new Set(wanted);
  while (left.size > 0) {
    let most = primes[0]!;
    let gain = -1;
    for (const prime of primes) {
      const covers = prime.cells.filter((at) => left.has(at)).length;
      if (covers > gain) [most, gain] = [prime, covers];
    }
    taken.push(most);
    left = new Set([...left].filter((at) => !most.cells.includes(at)));
  }
  return taken;
}

function cellsIn(sizes: readonly number[], cube: Cube): readonly number[] {
  let found = [0];
  sizes.forEach((size, axis) => {
    const values = Array.from({ length: size }, (_, v) => v).filter((v) => (cube[axis]! >>> v) & 1);
    found = found.flatMap((at) => values.map((value) => at * size + value));
  });
  return found;
}

function cellsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  let cells: number[][] = [[]];
  for (const size of sizes)
    cells = cells.flatMap((cell) => Array.from({ length: size }, (_, value) => [...cell, value]));
  return cells;
}

function indexOf(axes: readonly Axis[], cell: readonly number[]): number {
  return cell.reduce((at, value, axis) => at * axes[axis]!.values.length + value, 0);
}

function literals(sizes: readonly number[], cube: Cube): number {
  return cube.filter((mask, axis) => mask !== full(sizes[axis]!)).length;
}

function full(size: number): number {
  return size >= 32 ? -1 >>> 0 : 2 ** size - 1;
}

function rankOf(answer: Verdict): number {
  return ['yes', 'no', 'unsettled', 'depends'].indexOf(answer);
}

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, at) =>
    ordersOf(items.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}
