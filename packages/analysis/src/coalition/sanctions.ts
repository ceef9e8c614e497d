import { type Cells, leastByImprovements, leastByMoves, type Ranks } from '@demarche/engine';
import type { Game } from '../answer/game.ts';
import { coalitionCells, statesAlong } from './cells.ts';
import { everyCoalition, membersOf } from './members.ts';

/**
 * How those outside a coalition answer it: `alone`, by sequences of single actors' moves or improvements (Kilgour, Hipel, Fang &
 * Peng 2001), or `together`, by sequences of moves or improvements of any coalitions among them (Inohara & Hipel 2008). Only
 * seq and sseq tell the two apart, unless outsiders can sign a joint option.
 */
export type Outsiders = 'alone' | 'together';

/** What those outside can do against a coalition. States are positions. */
export type Sanctions = {
  /** Where one step of theirs can lead from a state. */
  readonly stepsFrom: (state: number) => Iterable<number>;
  /** For each state the least value of the weight over itself and all states that they can lead to from it. */
  readonly least: (weight: Uint32Array) => Uint32Array;
};

type Mover = { readonly cells: Cells; readonly ranks: Ranks };

/** For the concepts that ask for sanctions; nash asks for none. */
export function sanctionsOf(
  game: Game,
  outside: readonly number[],
  outsiders: Outsiders,
  cellsOf: (coalition: number) => Cells,
): Sanctions {
  const { structure, ranks, concept } = game;
  const gladly = concept === 'seq' || concept === 'sseq';
  const whole = outside.reduce((mask, j) => mask | (1 << j), 0);
  if (outsiders === 'alone') {
    const movers = outside.map((j): Mover => ({ cells: structure.cells[j]!, ranks: [ranks[j]!] }));
    return {
      stepsFrom: (state) => stepsOf(movers, gladly, state),
      least: (weight) =>
        gladly
          ? leastByImprovements(structure, outside, ranks, weight)
          : leastByMoves(structure, outside, weight),
    };
  }
  if (!gladly) {
    const cells = whole === 0 ? [] : [cellsOf(whole)];
    const movers = cells.map((one): Mover => ({ cells: one, ranks: [] }));
    return {
      stepsFrom: (state) => stepsOf(movers, false, state),
      least: (weight) => leastByMoves({ ...structure, cells }, [...cells.keys()], weight),
    };
  }
  const movers = everyCoalition(structure.actors)
    .filter((one) => (one & ~whole) === 0)
    .map(
      (one): Mover => ({
        cells: cellsOf(one),
        ranks: membersOf(one, structure.actors).map((j) => ranks[j]!),
      }),
    );
  return {
    stepsFrom: (state) => stepsOf(movers, true, state),
    least: (weight) => leastGladly(movers, weight),
  };
}

/** Coalitions of one structure, their cells worked out once. */
export function cellsTable(game: Game): (coalition: number) => Cells {
  const kept = new Map<number, Cells>();
  return (coalition) => {
    const known = kept.get(coalition) ?? coalitionCells(game.structure, coalition);
    kept.set(coalition, known);
    return known;
  };
}

function* stepsOf(movers: readonly Mover[], gladly: boolean, state: number): Generator<number> {
  for (const { cells, ranks } of movers)
    for (const to of statesAlong(cells, 'after', cells.group[state]!))
      if (to !== state && (!gladly || allPrefer(ranks, to, state))) yield to;
}

export function allPrefer(ranks: Ranks, to: number, from: number): boolean {
  return ranks.every((own) => own[to]! > own[from]!);
}

/** The same as the engine's closure, with steps that all of a mover's members prefer: by rising weight, against the steps. */
function leastGladly(movers: readonly Mover[], weight: Uint32Array): Uint32Array {
  const least = new Uint32Array(weight.length);
  const sources = [...weight.keys()].sort((a, b) => weight[a]! - weight[b]!);
  for (const source of sources) {
    if (least[source] !== 0) continue;
    const label = weight[source]!;
    least[source] = label;
    const waiting = [source];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const { cells, ranks } of movers)
        for (const from of statesAlong(cells, 'before', cells.group[at]!)) {
          if (least[from] !== 0 || !allPrefer(ranks, at, from)) continue;
          least[from] = label;
          waiting.push(from);
        }
  }
  return least;
}
