import type { Compiled, Formula, Order } from '@demarche/case';
import { statesWithoutScenario } from '@demarche/case';
import { denseRanks, evaluate } from '@demarche/engine';

/**
 * An order of states taken apart into items that can change places. `ranks` gives every state's rank, larger better, under an
 * arrangement: `arrangement[place]` is the item that stands at the place, places counted from the most important or best. The
 * arrangement 0, 1, 2, … is the order as it was given.
 *
 * - `prefers`: a line is an item; a nested list moves as one.
 * - `ranking`: a class of states is an item; which states are in it stays.
 * - `scores`: an item is a formula; the sizes of the weights stay where they are and the formulas change places, each keeping its
 *   sign. `tied` are the places whose weights are of equal size.
 * - `payoffs`: the states of one payoff are an item.
 */
export type Movable = {
  readonly items: number;
  /** Groups of neighbouring places without an order among them, as [first, last]. */
  readonly tied: readonly (readonly [number, number])[];
  readonly ranks: (arrangement: readonly number[]) => Uint32Array;
};

export function movableOf(compiled: Compiled, order: Order): Movable {
  switch (order.kind) {
    case 'prefers':
      return byPriorities(order.priorities.map(({ that }) => countsOf(compiled, that)));
    case 'ranking':
      return byClasses(compiled, order.classes);
    case 'scores':
      return byScores(compiled, order.scores);
    case 'payoffs':
      return byPayoffs(compiled, order.payoffs);
  }
}

/** Per state, how many of the formulas hold. */
function countsOf({ structure, program }: Compiled, formulas: readonly Formula[]): Uint8Array {
  const counts = new Uint8Array(structure.codes.length);
  for (const formula of formulas) {
    const one = program(formula);
    const stack = new Uint8Array(one.length + 1);
    structure.codes.forEach((code, state) => {
      if (evaluate(one, code, stack)) counts[state]!++;
    });
  }
  return counts;
}

/** States that no line tells apart are one pattern, and only patterns are compared. */
function byPriorities(lines: readonly Uint8Array[]): Movable {
  const states = lines[0]?.length ?? 0;
  const known = new Map<string, number>();
  const patterns: number[][] = [];
  const patternOf = Uint32Array.from({ length: states }, (_, state) => {
    const pattern = lines.map((line) => line[state]!);
    const key = pattern.join();
    let at = known.get(key);
    if (at === undefined) {
      at = patterns.length;
      known.set(key, at);
      patterns.push(pattern);
    }
    return at;
  });
  return {
    items: lines.length,
    tied: [],
    ranks: (arrangement) => {
      const order = [...patterns.keys()].sort((a, b) => {
        for (const line of arrangement) {
          const difference = patterns[a]![line]! - patterns[b]![line]!;
          if (difference !== 0) return difference;
        }
        return 0;
      });
      const rank = new Uint32Array(patterns.length);
      order.forEach((pattern, place) => {
        rank[pattern] = place + 1;
      });
      return patternOf.map((pattern) => rank[pattern]!);
    },
  };
}

function byClasses(compiled: Compiled, classes: readonly (readonly Formula[])[]): Movable {
  const holds = classes.map((one) => countsOf(compiled, one));
  const none = classes.length;
  const classOf = Float64Array.from(compiled.structure.codes, (_, state) => {
    const at = holds.findIndex((counts) => counts[state]! > 0);
    return at < 0 ? none : at;
  });
  return byLevels(classOf, none);
}

function byPayoffs(compiled: Compiled, payoffs: readonly number[]): Movable {
  const payoff = new Map<number, number>();
  statesWithoutScenario(compiled.case).forEach((code, k) => {
    payoff.set(code, payoffs[k]!);
  });
  const own = Float64Array.from(compiled.structure.codes, (code) => {
    const value = payoff.get(code);
    if (value === undefined) throw new Error(`no payoff for the state ${code}`);
    return value;
  });
  const ranks = denseRanks(own);
  const levels = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  return byLevels(
    Float64Array.from(ranks, (rank) => levels - rank),
    levels,
  );
}

/** States by level, 0 the best; a level from `levels` on is left where it is, below all others. */
function byLevels(levelOf: Float64Array, levels: number): Movable {
  return {
    items: levels,
    tied: [],
    ranks: (arrangement) => {
      const worth = new Float64Array(levels + 1);
      arrangement.forEach((level, place) => {
        worth[level] = levels - place;
      });
      return denseRanks(levelOf.map((level) => worth[level]!));
    },
  };
}

function byScores(compiled: Compiled, scores: readonly (Formula & { readonly weight: number })[]): Movable {
  const sorted = [...scores.keys()].sort((a, b) => size(b) - size(a) || a - b);
  const holds = scores.map((one) => countsOf(compiled, [one]));
  const tied: [number, number][] = [];
  sorted.forEach((item, place) => {
    const last = tied.at(-1);
    if (place > 0 && size(item) === size(sorted[place - 1]!)) last![1] = place;
    else tied.push([place, place]);
  });

  function size(item: number): number {
    return Math.abs(scores[item]!.weight);
  }

  return {
    items: scores.length,
    tied: tied.filter(([first, last]) => last > first),
    ranks: (arrangement) => {
      const weight = new Float64Array(scores.length);
      arrangement.forEach((from, place) => {
        const item = sorted[from]!;
        weight[item] = Math.sign(scores[item]!.weight) * size(sorted[place]!);
      });
      const sums = Float64Array.from(compiled.structure.codes, (_, state) => {
        let sum = 0;
        holds.forEach((counts, item) => {
          if (counts[state]! > 0) sum += weight[item]!;
        });
        // Sums of decimals that are equal on paper are to be equal here.
        return Number(sum.toPrecision(12));
      });
      return denseRanks(sums);
    },
  };
}
