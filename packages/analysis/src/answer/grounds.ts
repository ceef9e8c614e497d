import { type Case, type Compiled, compileCase } from '@demarche/case';
import type { Model, Program, SanctionRule, Structure } from '@demarche/engine';
import { type GameStore, type GameTable, gamesOf, newStore } from './game.ts';
import { tellingOf } from './telling.ts';
import { hashOf, isEqual } from './within-cells.ts';

/** A case under one scenario, and the games that are played on it. */
export type Ground = { readonly compiled: Compiled; readonly games: GameTable };

export type Grounds = (found: Case, scenario: string | null, sanctions?: SanctionRule) => Ground;

/** What is kept of one structure. */
type Kept = {
  readonly structure: Structure;
  readonly store: GameStore;
  /** Ranks by content: equal ranks are one array, whichever reading, scenario or version of the case they come from. */
  readonly ranks: Map<number, Uint32Array[]>;
};

/** So many numbers are kept of all structures together; beyond it everything is forgotten, and worked out again. */
const room = 1 << 25;

/**
 * Grounds that share all that they have in common: scenarios that leave the states and moves as they are, readings that rank alike,
 * and a case before and after an edit. The results are the same as without.
 */
export function keptGrounds(): Grounds {
  const kept = new Map<string, Kept>();
  const size = () => {
    let sum = 0;
    for (const { structure, store } of kept.values()) sum += structure.codes.length * store.results.size;
    return sum;
  };
  return (found, scenario, sanctions) => {
    if (size() > room) kept.clear();
    const compiled = compileCase(found, scenario, (model, make) => {
      const key = keyOf(model);
      const known = kept.get(key);
      if (known) return known.structure;
      const structure = make();
      kept.set(key, { structure, store: newStore(structure), ranks: new Map() });
      return structure;
    });
    const { structure } = compiled;
    const known = [...kept.values()].find((one) => one.structure === structure);
    if (!known) return { compiled, games: gamesOf(structure, tellingOf(compiled), sanctions) };
    const shared: Compiled = {
      ...compiled,
      ranks: (actor, reading) => sameOf(known.ranks, compiled.ranks(actor, reading)),
    };
    return { compiled: shared, games: gamesOf(structure, tellingOf(compiled), sanctions, known.store) };
  };
}

/** All that a structure is made from. */
function keyOf({ actors, options, impossible, fixed }: Model): string {
  const program = (one: Program | undefined) => one && [...one];
  return JSON.stringify([
    actors,
    options.map((one) => ({ ...one, gate: program(one.gate), lock: program(one.lock) })),
    impossible.map(program),
    fixed,
  ]);
}

/** The array that stands for all with these ranks. */
export function sameOf(known: Map<number, Uint32Array[]>, ranks: Uint32Array): Uint32Array {
  const hash = hashOf(ranks);
  const alike = known.get(hash);
  if (!alike) {
    known.set(hash, [ranks]);
    return ranks;
  }
  const same = alike.find((one) => one === ranks || isEqual(one, ranks));
  if (!same) alike.push(ranks);
  return same ?? ranks;
}
