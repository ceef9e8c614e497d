import type { Structure } from '@demarche/engine';
import { addState, bitSetWhere, emptyBitSet, statesIn } from './bit-set.ts';
import type { Game } from './game.ts';

/**
 * Where deals from a state can lead, by sets of 32 states a word: to states that can be reached by a joint move without crossing a one-way
 * option, a gate or a lock, and that everybody whose part in it is certain prefers and finds stable. Ascending. What is left out is no
 * valid agreement; what is not left out has still to be looked at. Where moves follow from options and nothing is coalesced.
 */
export function dealTargets(game: Game, state: number): readonly number[] {
  const { legal, untouched } = spaceOf(game.structure).from(state);
  const targets = legal.slice();
  for (let j = 0; j < untouched.length; j++) {
    const own = game.own(j);
    // Who does not perceive where things are agrees to nothing.
    if (own[state] === 0) {
      for (let w = 0; w < targets.length; w++) targets[w]! &= untouched[j]![w]!;
      continue;
    }
    const prefers = preferredSet(own, own[state]!);
    const stable = stableSet(game.stable(j));
    const same = untouched[j]!;
    for (let w = 0; w < targets.length; w++) targets[w]! &= same[w]! | (prefers[w]! & stable[w]!);
  }
  return statesIn(targets);
}

type JointMoves = {
  /** What a joint move of all could reach. */
  readonly legal: Int32Array;
  /** Per actor, the states for which nothing must be flipped that it alone, or it among all, must flip. */
  readonly untouched: readonly Int32Array[];
};

type Space = { readonly from: (state: number) => JointMoves };

/** So many words are kept of each kind of set, whatever the size of the conflict. */
const room = 1 << 20;

const spaces = new WeakMap<Structure, Space>();

function spaceOf(structure: Structure): Space {
  const known = spaces.get(structure);
  if (known) return known;
  const made = spaceFor(structure);
  spaces.set(structure, made);
  return made;
}

function spaceFor({ codes, options, mine, on, off, all, any }: Structure): Space {
  const bits = Array.from({ length: options }, (_, k) => (1 << k) >>> 0);
  const planes = bits.map((bit) => bitSetWhere(codes.length, (state) => (codes[state]! & bit) !== 0));
  /** Per option, the states that a move which switches it on (off) may end at; undefined where all are. */
  const ends = (may: Uint32Array) =>
    bits.map((bit) =>
      may.every((mask) => (mask & bit) !== 0)
        ? undefined
        : bitSetWhere(codes.length, (state) => (may[state]! & bit) !== 0),
    );
  const mayEnd = { on: ends(on), off: ends(off) };
  const everything = bitSetWhere(codes.length, () => true);

  const agreeing = (code: number, mask: number): Int32Array => {
    const same = everything.slice();
    for (let k = 0; k < options; k++) {
      if (!((mask >>> k) & 1)) continue;
      const differs = (code >>> k) & 1 ? -1 : 0;
      const plane = planes[k]!;
      for (let w = 0; w < same.length; w++) same[w]! &= ~(plane[w]! ^ differs);
    }
    return same;
  };
  const kept = new Map<number, JointMoves>();
  return {
    from: (state) => {
      const known = kept.get(state);
      if (known) return known;
      const code = codes[state]!;
      const legal = everything.slice();
      for (let k = 0; k < options; k++) {
        const isOn = (code >>> k) & 1;
        const may = isOn ? mayEnd.off[k] : mayEnd.on[k];
        if (!may) continue;
        const stays = isOn ? 0 : -1;
        for (let w = 0; w < legal.length; w++) legal[w]! &= may[w]! | (planes[k]![w]! ^ stays);
      }
      // A joint option that is left, and a common one, takes one of its owners and not all.
      const open = (all & code) | any;
      const made = { legal, untouched: Array.from(mine, (own) => agreeing(code, own & ~open)) };
      if (kept.size * everything.length * (mine.length + 1) > room) kept.clear();
      kept.set(state, made);
      return made;
    },
  };
}

const preferred = new WeakMap<Uint32Array, Map<number, Int32Array>>();

/** The states that are ranked above `than`. */
function preferredSet(own: Uint32Array, than: number): Int32Array {
  const known = preferred.get(own) ?? new Map<number, Int32Array>();
  preferred.set(own, known);
  const found = known.get(than);
  if (found) return found;
  const made = emptyBitSet(own.length);
  for (let state = 0; state < own.length; state++) if (own[state]! > than) addState(made, state);
  if (known.size * made.length > room) known.clear();
  known.set(than, made);
  return made;
}

const stables = new WeakMap<Uint8Array, Int32Array>();

function stableSet(stable: Uint8Array): Int32Array {
  const known = stables.get(stable);
  if (known) return known;
  const made = bitSetWhere(stable.length, (state) => stable[state] === 1);
  stables.set(stable, made);
  return made;
}
