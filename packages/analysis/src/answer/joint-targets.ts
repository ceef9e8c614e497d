import type { Structure } from '@demarche/engine';
import type { Game } from './game.ts';

/**
 * Where deals from a state can lead, by sets of 32 states a word: to states that can be reached by a joint move without crossing a one-way
 * option, a gate or a lock, and that everybody whose part in it is certain prefers and finds stable. Ascending. What is left out is no
 * valid agreement; what is not left out has still to be looked at. Where moves follow from options and nothing is coalesced.
 */
export function dealTargets(game: Game, state: number): readonly number[] {
  const { legal, untouched } = spaceOf(game.structure).from(state);
  const targets = legal.slice();
  const owns = untouched.map((_, j) => game.own(j));
  for (let j = 0; j < untouched.length; j++) {
    const same = untouched[j]!;
    // Who does not perceive where things are agrees to nothing.
    const stable = owns[j]![state] === 0 ? undefined : stableSet(game.stable(j));
    if (stable) for (let w = 0; w < targets.length; w++) targets[w]! &= same[w]! | stable[w]!;
    else for (let w = 0; w < targets.length; w++) targets[w]! &= same[w]!;
  }
  const found: number[] = [];
  for (let w = 0; w < targets.length; w++)
    for (let rest = targets[w]!; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      const to = 32 * w + bit;
      let wish = true;
      for (let j = 0; wish && j < owns.length; j++) {
        const own = owns[j]!;
        wish = own[to]! > own[state]! || ((untouched[j]![w]! >>> bit) & 1) === 1;
      }
      if (wish) found.push(to);
    }
  return found;
}

/** A set of states, 32 a word. */
function bitSetWhere(states: number, holds: (state: number) => boolean): Int32Array {
  const set = new Int32Array((states + 31) >>> 5);
  for (let state = 0; state < states; state++) if (holds(state)) set[state >>> 5]! |= 1 << (state & 31);
  return set;
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

const stables = new WeakMap<Uint8Array, Int32Array>();

function stableSet(stable: Uint8Array): Int32Array {
  const known = stables.get(stable);
  if (known) return known;
  const made = new Int32Array((stable.length + 31) >>> 5);
  for (let state = 0; state < stable.length; state++) made[state >>> 5]! |= stable[state]! << (state & 31);
  stables.set(stable, made);
  return made;
}
