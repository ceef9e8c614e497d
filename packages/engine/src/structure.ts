import type { Arcs } from './arcs.ts';
import { type Cells, cellsOf, type Links } from './cells.ts';
import { feasibleCodes } from './feasible.ts';
import type { Model } from './model.ts';
import { evaluate, type Program } from './program.ts';
import { whenRead } from './when-read.ts';

/**
 * What of a conflict does not depend on preferences: the feasible states in ascending code, and who can lead where.
 * A single move of actor i from s to t flips only bits of `mine[i]`, switches on only bits of `on[t]` that are not joint
 * (`all`), and switches off only bits of `off[t]`. Plain data: it crosses to a worker as it is.
 */
export type Structure = {
  readonly model: Model;
  readonly actors: number;
  readonly options: number;
  /** Feasible states; everywhere else a state is its position in this list. */
  readonly codes: Uint32Array;
  /** Position by code for small cubes, else empty: use `positionOf`. */
  readonly positions: Int32Array;
  /** Per actor, the options it owns alone or with others. */
  readonly mine: Uint32Array;
  /** Joint options (`mode: all`) and common ones (`mode: any`). */
  readonly all: number;
  readonly any: number;
  /** Per state t, the options that may be switched on (off) by a move that ends at t: direction, gate and lock. */
  readonly on: Uint32Array;
  readonly off: Uint32Array;
  /** Per actor, how its moves hang together; empty where `arcs` say who can move where. */
  readonly cells: readonly Cells[];
  /**
   * Per actor, its moves one by one, where they are given so and need not be transitive: graph form and coalesced states. Then
   * R_i(s) is the row of s and nothing else. Without options `mine`, `on` and `off` say nothing.
   */
  readonly arcs?: readonly Arcs[];
  /** Where states are coalesced: what they were made of. */
  readonly coalesced?: Coalesced;
};

/** One state may stand for several: its code is the least of theirs. */
export type Coalesced = {
  /** The structure before, of single states with the actors' closed moves (or, in graph form, their arcs). */
  readonly base: Structure;
  /** Per state of `base`, the state that it is part of. */
  readonly part: Int32Array;
  /** Per state, its parts as states of `base`, ascending. */
  readonly parts: Links;
};

const densePositions = 22;

/**
 * Builds the structure. Throws `TooLarge` where the states cannot be listed. What a conflict may never be asked for (positions, what
 * can be switched where, cells) is worked out when it is first read.
 */
export function structureOf(model: Model, limit?: number): Structure {
  return structureOfCodes(model, feasibleCodes(model, limit));
}

/** The same of states that are known already: their codes, ascending. What of the model says that others are impossible is not read. */
export function structureOfCodes(model: Model, codes: Uint32Array): Structure {
  const n = model.options.length;
  const mine = new Uint32Array(model.actors);
  let all = 0;
  let any = 0;
  model.options.forEach((option, k) => {
    for (const owner of option.owners) mine[owner]! |= 1 << k;
    if (option.mode === 'all') all |= 1 << k;
    if (option.mode === 'any') any |= 1 << k;
  });
  const structure = {
    model,
    actors: model.actors,
    options: n,
    codes,
    mine,
    all: all >>> 0,
    any: any >>> 0,
  };
  return whenRead<typeof structure, Pick<Structure, 'positions' | 'on' | 'off' | 'cells'>>(structure, {
    positions: () => positionsOf(codes, n),
    on: () => switchable(model, codes, 'on'),
    off: () => switchable(model, codes, 'off'),
    cells: ({ on, off }) => Array.from(mine, (own) => cellsOf(codes, own >>> 0, all, on, off)),
  });
}

function positionsOf(codes: Uint32Array, options: number): Int32Array {
  const positions = new Int32Array(options <= densePositions ? 2 ** options : 0).fill(-1);
  if (positions.length > 0)
    for (let state = 0; state < codes.length; state++) positions[codes[state]!] = state;
  return positions;
}

/** Position of the state with this code, or of the one that it is part of; -1 where it is not feasible. */
export function positionOf(structure: Structure, code: number): number {
  if (structure.coalesced) {
    const before = positionOf(structure.coalesced.base, code);
    return before === -1 ? -1 : structure.coalesced.part[before]!;
  }
  if (structure.positions.length > 0) return structure.positions[code] ?? -1;
  const { codes } = structure;
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = codes[middle]!;
    if (there === code) return middle;
    if (there < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function switchable(model: Model, codes: Uint32Array, way: 'on' | 'off'): Uint32Array {
  const barred = way === 'on' ? 'back' : 'forward';
  let always = 0;
  const conditional: { bit: number; program: Program; when: boolean }[] = [];
  model.options.forEach((option, k) => {
    if (option.direction === barred) return;
    const program = way === 'on' ? option.gate : option.lock;
    if (program) conditional.push({ bit: 1 << k, program, when: way === 'on' });
    else always |= 1 << k;
  });
  const masks = new Uint32Array(codes.length).fill(always);
  for (const { bit, program, when } of conditional) {
    const stack = new Uint8Array(program.length + 1);
    for (let state = 0; state < codes.length; state++)
      if (evaluate(program, codes[state]!, stack) === when) masks[state]! |= bit;
  }
  return masks;
}
