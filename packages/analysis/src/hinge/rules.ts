import type { Verdict } from '../answer/result.ts';
import type { Rule } from './result.ts';

type Values = readonly (string | null)[];
type Axis = { readonly name: string; readonly values: Values };

/** A product of value sets, one bit mask an axis. */
type Cube = readonly number[];

/**
 * A short list of rules that gives the grid back exactly, by multi-valued prime implicants; a later rule says only what earlier
 * ones do not cover (what they cover is free for it). Tried are all orders of answers, the last being the rest, with the fewest
 * rules for each, and the answers mixed, the widest rule first; the shortest list is returned. `answers` runs over the grid with the last axis changing fastest. Checked against the grid before it returns.
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
  for (const cubes of [
    ...ordersOf(kinds).map((order) => coverInOrder(sizes, small, order)),
    interleaved(sizes, small),
  ]) {
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

/** Rules of all answers mixed: always the cube that settles most of what is left and says one thing of it. */
function interleaved(
  sizes: readonly number[],
  answers: readonly Verdict[],
): readonly { answer: Verdict; cube: Cube }[] {
  const cells = cellsOf(sizes);
  const free = new Set<number>();
  const chosen: { answer: Verdict; cube: Cube }[] = [];
  for (;;) {
    const left = cells.map((_, at) => at).filter((at) => !free.has(at));
    const kinds = new Set(left.map((at) => answers[at]!));
    if (kinds.size === 1) return [...chosen, { answer: [...kinds][0]!, cube: sizes.map(full) }];
    let best: { answer: Verdict; prime: Prime; gain: number } | undefined;
    for (const answer of kinds) {
      const wanted = left.filter((at) => answers[at] === answer);
      const allowed = (at: number) => answers[at] === answer || free.has(at);
      for (const prime of primesOver(sizes, cells, wanted, allowed)) {
        const gain = prime.cells.filter((at) => !free.has(at)).length - literals(sizes, prime.cube) / 100;
        if (!best || gain > best.gain) best = { answer, prime, gain };
      }
    }
    chosen.push({ answer: best!.answer, cube: best!.prime.cube });
    for (const at of best!.prime.cells) free.add(at);
  }
}

type Prime = { readonly cube: Cube; readonly cells: readonly number[] };

/** More axes than this are grown in the file's order first, and only the rest in every order. */
const everyOrder = 7;

/** Maximal cubes inside `allowed` around the wanted cells, grown in every order of the axes. */
function primesOver(
  sizes: readonly number[],
  cells: readonly (readonly number[])[],
  wanted: readonly number[],
  allowed: (at: number) => boolean,
): readonly Prime[] {
  const may = Uint8Array.from(cells, (_, at) => (allowed(at) ? 1 : 0));
  const key = keysOf(sizes);
  const found = new Map<string | number, Prime>();
  const grown = sizes.map(() => new Map<string | number, Cube>());
  const along = (cube: Cube, id: string | number, axis: number): Cube => {
    let larger = grown[axis]!.get(id);
    if (!larger) {
      larger = grownAlong(sizes, cube, axis, may);
      grown[axis]!.set(id, larger);
    }
    return larger;
  };
  // Ways that come to the same cube with the same axes left go on alike, wherever they began. By the axes left, one bit each.
  const known = new Map<number, Set<string | number>>();
  const grow = (cube: Cube, left: readonly number[]): void => {
    const id = key(cube);
    if (left.length === 0) {
      if (!found.has(id)) found.set(id, { cube, cells: cellsIn(sizes, cube) });
      return;
    }
    const axes = left.reduce((mask, axis) => mask + 2 ** axis, 0);
    const here = known.get(axes) ?? new Set();
    known.set(axes, here);
    if (here.has(id)) return;
    here.add(id);
    const next = left.length > everyOrder ? left.slice(0, 1) : left;
    for (const axis of next)
      grow(
        along(cube, id, axis),
        left.filter((other) => other !== axis),
      );
  };
  for (const at of wanted)
    grow(
      cells[at]!.map((value) => 1 << value),
      sizes.map((_, axis) => axis),
    );
  return [...found.values()].sort(
    (a, b) => b.cells.length - a.cells.length || literals(sizes, a.cube) - literals(sizes, b.cube),
  );
}

/** Names cubes: by a number where all their bits fit into one. */
function keysOf(sizes: readonly number[]): (cube: Cube) => string | number {
  const bits = sizes.reduce((sum, size) => sum + size, 0);
  if (bits > 52) return (cube) => cube.join();
  return (cube) => {
    let id = 0;
    for (let axis = 0; axis < sizes.length; axis++) id = id * 2 ** sizes[axis]! + cube[axis]!;
    return id;
  };
}

/** A cube with every value of one axis that keeps it inside. */
function grownAlong(sizes: readonly number[], cube: Cube, axis: number, may: Uint8Array): Cube {
  let mask = cube[axis]!;
  for (let value = 0; value < sizes[axis]!; value++)
    if (!((mask >>> value) & 1) && isInside(sizes, cube.with(axis, 1 << value), may)) mask |= 1 << value;
  return cube.with(axis, mask);
}

/** Fewest primes that cover the wanted cells: exact by branch and bound within a budget, greedy as the first bound. */
function leastCover(wanted: readonly number[], primes: readonly Prime[]): readonly Prime[] {
  const covering = new Map<number, Prime[]>(wanted.map((at) => [at, []]));
  for (const prime of primes) for (const at of prime.cells) covering.get(at)?.push(prime);
  let best = greedyCover(wanted, primes);
  let budget = 5_000;
  const covered = new Map<number, number>();
  const mark = (prime: Prime, by: number) => {
    for (const at of prime.cells) covered.set(at, (covered.get(at) ?? 0) + by);
  };
  const search = (taken: readonly Prime[]): void => {
    let hardest: readonly Prime[] | undefined;
    for (const at of wanted) {
      if (covered.get(at)) continue;
      const choices = covering.get(at)!;
      if (!hardest || choices.length < hardest.length) hardest = choices;
    }
    if (!hardest) {
      if (taken.length < best.length) best = taken;
      return;
    }
    if (taken.length + 1 >= best.length || budget-- <= 0) return;
    for (const prime of hardest) {
      mark(prime, 1);
      search([...taken, prime]);
      mark(prime, -1);
    }
  };
  search([]);
  return best;
}

function greedyCover(wanted: readonly number[], primes: readonly Prime[]): readonly Prime[] {
  const taken: Prime[] = [];
  const left = new Set(wanted);
  while (left.size > 0) {
    let most = primes[0]!;
    let gain = -1;
    for (const prime of primes) {
      let covers = 0;
      for (const at of prime.cells) if (left.has(at)) covers++;
      if (covers > gain) [most, gain] = [prime, covers];
    }
    taken.push(most);
    for (const at of most.cells) left.delete(at);
  }
  return taken;
}

function isInside(sizes: readonly number[], cube: Cube, may: Uint8Array, axis = 0, at = 0): boolean {
  if (axis === sizes.length) return may[at] === 1;
  for (let value = 0; value < sizes[axis]!; value++)
    if ((cube[axis]! >>> value) & 1 && !isInside(sizes, cube, may, axis + 1, at * sizes[axis]! + value))
      return false;
  return true;
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
