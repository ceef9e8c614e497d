import { drawsOf } from '../philox.ts';
import type { Structure } from '../structure.ts';
import { type Beside, type Ensemble, ensembleOf, lanes, startsOf } from './ensemble.ts';
import type { Room } from './room.ts';

/** An actor's lines: per line and state, how much of the line holds, from 0. */
export type Lines = readonly Uint8Array[];

/** An ensemble whose ranks come from orders of priorities, the most important first. */
export type OrderedEnsemble = Ensemble & {
  /** The ranks of an actor in a lane from an order of its lines, by position. Before `rank`. */
  readonly order: (actor: number, lane: number, order: ArrayLike<number>) => void;
  /** For samples `first` … `first` + 15, an order of every actor's lines drawn evenly (`drawnOrder`). Before `rank`. */
  readonly draw: (seed: number, first: number) => void;
  /** Ranks of all actors and lanes from the orders. */
  readonly rank: () => void;
};

/** Levels of all lines together: the table of sums is gone through for every rank. */
const mostSums = 4096;

/**
 * The order that is drawn evenly for a sample and a lane of draws: one number below the factorial of the lines, read as a shuffle from
 * the last place down (Fisher & Yates 1938).
 */
export function drawnOrder(lines: number, seed: number, sample: number, lane: number): readonly number[] {
  let code = drawsOf(seed, sample, lane).below(factorial(lines));
  const order = Array.from({ length: lines }, (_, at) => at);
  for (let at = lines - 1; at > 0; at--) {
    const other = code % (at + 1);
    code = Math.floor(code / (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Most lines of an actor: their orders are numbered in 32 bits. */
export const mostOrderedLines = 12;

/** Throws a RangeError as `ensembleOf` does, and where an actor has more lines, or these more levels, than are gone through. */
export function orderedEnsembleOf(
  structure: Structure,
  lines: readonly Lines[],
  plain = false,
): OrderedEnsemble {
  const lists = lines.map((own) => listOf(structure.codes.length, own));
  for (const { levels, size } of lists) {
    if (levels.length > mostOrderedLines)
      throw new RangeError(`at most ${mostOrderedLines} lines an actor, not ${levels.length}`);
    if (size > mostSums) throw new RangeError(`lines of ${size} levels together, at most ${mostSums}`);
  }
  const placed: { readonly list: number; readonly weights: number }[] = [];
  const beside: Beside = (room) => {
    for (const [actor, list] of lists.entries())
      placed.push(place(room, list, actor * structure.codes.length));
  };
  const ensemble = ensembleOf(structure, plain, beside);
  const { machine } = ensemble;
  const weights = lists.map(({ levels }, actor) =>
    machine
      ? new Uint16Array(machine.memory.buffer, placed[actor]!.weights, levels.length * lanes)
      : new Uint16Array(levels.length * lanes),
  );
  // The kernel numbers the bytes of the ranks from 0: they begin where the ensemble has them.
  if (machine)
    for (const { list } of placed)
      new Uint32Array(machine.memory.buffer, list, 14)[12]! += ensemble.ranks.byteOffset;
  const order = (actor: number, lane: number, one: ArrayLike<number>) => {
    const { levels } = lists[actor]!;
    let weight = 1;
    for (let at = levels.length - 1; at >= 0; at--) {
      weights[actor]![one[at]! * lanes + lane] = weight;
      weight *= levels[one[at]!]!;
    }
  };
  return {
    ...ensemble,
    order,
    draw: (seed, first) => {
      lists.forEach(({ levels }, actor) => {
        if (machine) {
          const [low, high] = [seed >>> 0, Math.floor(seed / 2 ** 32)];
          machine.kernel.draw(placed[actor]!.list, low, high, BigInt(first), actor, factorial(levels.length));
          return;
        }
        for (let lane = 0; lane < lanes; lane++)
          order(actor, lane, drawnOrder(levels.length, seed, first + lane, actor));
      });
    },
    rank: () => {
      lists.forEach((list, actor) => {
        if (machine) machine.kernel.rank(placed[actor]!.list);
        else rankPlainly(list, weights[actor]!, ensemble, actor);
      });
    },
  };
}

type List = {
  readonly states: number;
  readonly levels: readonly number[];
  /** Product of the levels: sums of weights are below it. */
  readonly size: number;
  /** Patterns of the lines, and the one of each state. */
  readonly patterns: readonly (readonly number[])[];
  readonly patternOf: readonly number[];
};

function listOf(states: number, lines: Lines): List {
  const numbers = new Map<string, number>();
  const patterns: number[][] = [];
  const patternOf = Array.from({ length: states }, (_, state) => {
    const pattern = lines.map((line) => line[state]!);
    const key = pattern.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, patterns.length);
    return patterns.push(pattern) - 1;
  });
  const levels = lines.map((line) => 1 + line.reduce((most, one) => Math.max(most, one), 0));
  return { states, levels, size: levels.reduce((product, one) => product * one, 1), patterns, patternOf };
}

/** Lays a list out; words as `kernel/ensemble/orders.ts` names them. */
function place(
  room: Room,
  { states, levels, size, patterns, patternOf }: List,
  firstState: number,
): { readonly list: number; readonly weights: number } {
  const has = patterns.map((pattern) =>
    pattern.flatMap((count, line) => new Array<number>(count).fill(line * 2 * lanes)),
  );
  const weights = room.take(2 * lanes * levels.length);
  const list = room.put([
    patterns.length,
    size,
    levels.length,
    states,
    room.put(startsOf(has)),
    room.put(has.flat()),
    room.put(patternOf.map((pattern) => pattern * lanes)),
    room.put(levels),
    weights,
    room.take(2 * lanes * patterns.length),
    room.take(size),
    room.take(lanes * patterns.length),
    firstState * lanes,
    room.take(levels.length),
  ]);
  return { list, weights };
}

function rankPlainly(
  { patterns, patternOf, states }: List,
  weights: Uint16Array,
  { ranks }: Ensemble,
  actor: number,
): void {
  for (let lane = 0; lane < lanes; lane++) {
    const sums = patterns.map((pattern) =>
      pattern.reduce((sum, count, line) => sum + count * weights[line * lanes + lane]!, 0),
    );
    const distinct = [...new Set(sums)].sort((a, b) => a - b);
    for (let state = 0; state < states; state++)
      ranks[(actor * states + state) * lanes + lane] = 1 + distinct.indexOf(sums[patternOf[state]!]!);
  }
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
