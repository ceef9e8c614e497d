import { cellsOfPatterns } from '../cells.ts';
import { certain } from '../certain.ts';
import { TooLarge } from '../feasible.ts';
import type { Model } from '../model.ts';
import type { States } from '../planes/columns.ts';
import { evaluateWords, type Program } from '../program.ts';
import type { Structure } from '../structure.ts';
import { ownOptions } from './conflict.ts';
import { setBit, type Words, wordsFor } from './words.ts';

/** Most feasible states of a conflict of more than 31 options that are listed, and most branches that are followed to find them. */
export const mostListed = 2 ** 20;
export const mostBranches = 2 ** 22;

/**
 * The feasible states of a conflict of any number of options, where they are few. In `structure` a state's code is its position: what
 * walks cells (the five concepts, moves, reach) works on it, what reads options from codes does not; `states` has the options, for
 * ranks.
 */
export type Listed = { readonly structure: Structure; readonly states: States };

/** The state at a position. */
export function wordsAt({ codes, more = [] }: States, position: number): Words {
  return Uint32Array.from([codes, ...more], (word) => word[position]!);
}

/** Lists them, by ascending code. Throws `TooLarge` where there are too many, or where it takes too long to see how many. */
export function listedOf(model: Model, limit: number = mostListed, branches: number = mostBranches): Listed {
  const words = feasibleWords(model, limit, branches);
  const count = words[0]!.length;
  const states: States = { codes: words[0]!, more: words.slice(1), options: model.options.length };
  const cells = Array.from({ length: model.actors }, (_, actor) => cellsOfActor(model, actor, words));
  return {
    states,
    structure: {
      model,
      actors: model.actors,
      options: model.options.length,
      codes: Uint32Array.from({ length: count }, (_, at) => at),
      positions: new Int32Array(0),
      mine: new Uint32Array(model.actors),
      all: 0,
      any: 0,
      on: new Uint32Array(count),
      off: new Uint32Array(count),
      cells,
    },
  };
}

/** The codes of the feasible states, word by word, found as in `feasibleCodes`. */
export function feasibleWords(
  model: Model,
  limit: number = mostListed,
  branches: number = mostBranches,
): readonly Uint32Array[] {
  const n = model.options.length;
  const estimate = 2 ** n;
  const fixed = new Map<number, boolean>();
  let contradicted = false;
  for (const { option, on } of model.fixed ?? []) {
    if (fixed.has(option) && fixed.get(option) !== on) contradicted = true;
    fixed.set(option, on);
  }
  const state: Words = new Uint32Array(wordsFor(n));
  const found: number[][] = Array.from(state, () => []);
  const stack = new Uint8Array(2 + Math.max(1, ...model.impossible.map((p) => p.length)));
  let taken = 0;
  const descend = (option: number, patterns: readonly Program[]): void => {
    if (++taken > branches)
      throw new TooLarge(estimate, `no end of the feasible states after ${branches} branches`);
    const open: Program[] = [];
    for (const pattern of patterns) {
      const truth = certain(pattern, state, option + 1, stack);
      if (truth === 1) return;
      if (truth === 2) open.push(pattern);
    }
    if (option < 0) {
      if (found[0]!.length === limit) throw new TooLarge(estimate, `more than ${limit} feasible states`);
      state.forEach((word, at) => {
        found[at]!.push(word);
      });
      return;
    }
    for (const on of [false, true]) {
      if (fixed.has(option) && fixed.get(option) !== on) continue;
      setBit(state, option, on);
      descend(option - 1, open);
    }
    setBit(state, option, false);
  };
  if (!contradicted) descend(n - 1, model.impossible);
  return found.map((one) => Uint32Array.from(one));
}

function cellsOfActor(model: Model, actor: number, words: readonly Uint32Array[]) {
  const own = model.options.flatMap(({ owners }, k) => (owners.includes(actor) ? [k] : []));
  const free = ownOptions(model, actor);
  if (free.length > 31)
    throw new TooLarge(
      2 ** own.length,
      `an actor has ${free.length} options of its own, and at most 31 are taken`,
    );
  const count = words[0]!.length;
  const [patterns, on, off] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  let all = 0;
  free.forEach((k, at) => {
    const { direction, gate, lock, mode } = model.options[k]!;
    const bit = 1 << at;
    if (mode === 'all') all |= bit;
    const column = words[k >>> 5]!;
    const stack = new Uint8Array(1 + Math.max(gate?.length ?? 0, lock?.length ?? 0));
    const here: Words = new Uint32Array(words.length);
    for (let state = 0; state < count; state++) {
      words.forEach((word, w) => {
        here[w] = word[state]!;
      });
      if ((column[state]! >>> (k & 31)) & 1) patterns[state]! |= bit;
      if (direction !== 'back' && (!gate || evaluateWords(gate, here, stack))) on[state]! |= bit;
      if (direction !== 'forward' && (!lock || !evaluateWords(lock, here, stack))) off[state]! |= bit;
    }
  });
  const mask: Words = new Uint32Array(words.length);
  for (const k of own) setBit(mask, k, true);
  const mine = 2 ** free.length - 1;
  return cellsOfPatterns(patterns, sameOutside(words, mask), mine, all >>> 0, on, off);
}

/** The states in lists of those that agree outside the mask. */
function sameOutside(words: readonly Uint32Array[], mask: Words): Iterable<readonly number[]> {
  let id = new Int32Array(words[0]!.length);
  words.forEach((word, at) => {
    const outside = ~mask[at]!;
    const known = new Map<number, number>();
    id = Int32Array.from(id, (before, state) => {
      // Fewer than 2^21 states: the pair fits a double exactly.
      const key = before * 2 ** 32 + ((word[state]! & outside) >>> 0);
      const found = known.get(key) ?? known.size;
      known.set(key, found);
      return found;
    });
  });
  const lists: number[][] = [];
  id.forEach((one, state) => {
    lists[one] ??= [];
    lists[one]!.push(state);
  });
  return lists;
}
