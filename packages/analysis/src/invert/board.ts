import type { Compiled } from '@demarche/case';
import { positionOf, type Structure } from '@demarche/engine';
import { type Ask, goodStates, isForced } from './ask.ts';
import type { Unit } from './edit.ts';

/**
 * A conflict under structural changes as far as single states are asked for: what may be switched where, without how moves hang
 * together. States are positions in `codes`.
 */
export type Board = {
  /** With the states and their positions of this board; what it says of moves is that of the unchanged case. */
  readonly structure: Structure;
  readonly actors: number;
  readonly codes: Uint32Array;
  readonly mine: Uint32Array;
  /** Per option, a mask of its owners. */
  readonly owners: readonly number[];
  readonly all: number;
  readonly any: number;
  /** State that things start from, or -1 where that is not feasible. */
  readonly start: number;
  readonly good: Uint8Array;
  readonly forced: boolean;
  readonly find: (code: number) => number;
  /** R_j(s). */
  readonly moves: (actor: number, state: number) => readonly number[];
  /** Whether a joint move may lead from one state to another. */
  readonly isLegal: (from: number, to: number) => boolean;
  /** Where legal joint moves can lead, fewest flips first. */
  readonly joint: (state: number) => readonly number[];
};

type Mask = (state: number) => number;

/** What a board is laid out from: the case with one change, or with two of one laid over the other. */
type Layout = {
  readonly codes: Uint32Array;
  /** Positions in the unchanged case; undefined where these are the same. */
  readonly places: Uint32Array | undefined;
  /** Options that may be switched on, and off, by a move that ends at a state. */
  readonly on: Mask;
  readonly off: Mask;
  readonly now: number;
  readonly directions: readonly ('both' | 'forward' | 'back')[];
  readonly good: Uint8Array;
};

/**
 * Boards for the changes of one case. A change that is given leaves some of the states, one that restricts rules moves out: two of
 * them leave the states and the moves that both leave.
 */
export function boardsOf(base: Compiled, ask: Ask, compile: (unit: Unit) => Compiled | undefined) {
  const single = new Map<Unit | undefined, Layout | undefined>();
  const shared = new WeakMap<Uint32Array, Shared>();
  const layoutOf = (unit: Unit | undefined): Layout | undefined => {
    if (single.has(unit)) return single.get(unit);
    const compiled = unit ? compile(unit) : base;
    const layout = compiled && laidOut(compiled, ask, base.structure);
    single.set(unit, layout);
    return layout;
  };
  return (units: readonly Unit[]): Board | undefined => {
    const layouts = units.length === 0 ? [layoutOf(undefined)] : units.map(layoutOf);
    if (layouts.some((one) => one === undefined)) return undefined;
    const [one, two] = layouts as readonly Layout[];
    const layout = two ? laidOver(one!, two, base) : one!;
    const known = shared.get(layout.codes) ?? sharedBy(base.structure, layout);
    shared.set(layout.codes, known);
    return boardOf(base, layout, known);
  };
}

function laidOut(compiled: Compiled, ask: Ask, whole: Structure): Layout {
  const { structure, model } = compiled;
  const { codes, on, off } = structure;
  const same = codes.length === whole.codes.length;
  return {
    // One list for all changes that leave every state.
    codes: same ? whole.codes : codes,
    places: same ? undefined : Uint32Array.from(codes, (code) => positionOf(whole, code)),
    on: (state) => on[state]!,
    off: (state) => off[state]!,
    now: compiled.now!,
    directions: model.options.map(({ direction }) => direction),
    good: goodStates(compiled, ask),
  };
}

function laidOver(a: Layout, b: Layout, base: Compiled): Layout {
  const now = base.now!;
  const both = {
    // What either gives is so at the start.
    now: (now ^ ((now ^ a.now) | (now ^ b.now))) >>> 0,
    directions: a.directions.map((one, k) => (one === 'both' ? b.directions[k]! : one)),
  };
  if (a.places && b.places) {
    const there = new Set(b.places);
    const kept = [...a.codes.keys()].filter((state) => there.has(a.places![state]!));
    return {
      ...both,
      codes: Uint32Array.from(kept, (state) => a.codes[state]!),
      places: Uint32Array.from(kept, (state) => a.places![state]!),
      // Giving changes no gate and no lock.
      on: (state) => a.on(kept[state]!),
      off: (state) => a.off(kept[state]!),
      good: Uint8Array.from(kept, (state) => a.good[state]!),
    };
  }
  const [fewer, all] = a.places ? [a, b] : [b, a];
  const place = (state: number) => (fewer.places ? fewer.places[state]! : state);
  return {
    ...both,
    codes: fewer.codes,
    places: fewer.places,
    on: (state) => fewer.on(state) & all.on(place(state)),
    off: (state) => fewer.off(state) & all.off(place(state)),
    good: fewer.good,
  };
}

/** What boards over the same states share. */
type Shared = {
  /** Per actor and state, the states that agree with it on all options that the actor does not own. */
  readonly cells: readonly (readonly (readonly number[])[])[];
  /** Where legal joint moves lead in the unchanged case, fewest flips first. */
  readonly joint: (state: number) => readonly number[];
};

function sharedBy(base: Structure, { codes, places }: Layout): Shared {
  const cells = [...base.mine].map((own) => {
    const byOthers = new Map<number, number[]>();
    return [...codes].map((code, state) => {
      const key = code & ~own;
      const cell = byOthers.get(key) ?? [];
      byOthers.set(key, cell);
      cell.push(state);
      return cell;
    });
  });
  const place = (state: number) => (places ? places[state]! : state);
  const kept = new Map<number, readonly number[]>();
  const joint = (state: number): readonly number[] => {
    const known = kept.get(state);
    if (known) return known;
    const here = codes[state]!;
    const flips = (to: number) => bitCount(here ^ codes[to]!);
    const found = [...codes.keys()]
      .filter((to) => {
        const there = codes[to]!;
        const at = place(to);
        return (
          to !== state && (there & ~here & ~base.on[at]!) === 0 && (here & ~there & ~base.off[at]!) === 0
        );
      })
      .sort((a, b) => flips(a) - flips(b) || a - b);
    kept.set(state, found);
    return found;
  };
  return { cells, joint };
}

function boardOf(base: Compiled, layout: Layout, { cells, joint }: Shared): Board {
  const { structure } = base;
  const { codes, on, off, now, directions, good } = layout;
  const { actors, mine, all, any } = structure;
  const own = codes === structure.codes;
  const places = { ...structure, codes, positions: own ? structure.positions : new Int32Array(0) };
  const find = (code: number) => positionOf(places, code);
  const leads = (from: number, to: number, signed: number): boolean => {
    const here = codes[from]!;
    const there = codes[to]!;
    return (there & ~here & (~on(to) | signed)) === 0 && (here & ~there & ~off(to)) === 0;
  };
  const kept = Array.from({ length: actors }, () => new Map<number, readonly number[]>());
  const moves = (actor: number, state: number): readonly number[] => {
    const known = kept[actor]!.get(state);
    if (known) return known;
    const cell = cells[actor]![state]!;
    const reached = [state];
    const left = new Set(cell);
    left.delete(state);
    for (let at = 0; at < reached.length; at++)
      for (const to of left) {
        if (!leads(reached[at]!, to, all)) continue;
        left.delete(to);
        reached.push(to);
      }
    reached.shift();
    kept[actor]!.set(state, reached);
    return reached;
  };
  const compiled = {
    ...base,
    now,
    structure: places,
    model: {
      ...base.model,
      options: base.model.options.map((o, k) => ({ ...o, direction: directions[k]! })),
    },
  };
  return {
    structure: places,
    actors,
    codes,
    mine,
    owners: base.model.options.map(({ owners }) => owners.reduce((mask, j) => mask | (1 << j), 0)),
    all,
    any,
    start: find(now),
    good,
    forced: isForced(compiled, good),
    find,
    moves,
    isLegal: (from, to) => leads(from, to, 0),
    joint: (state) => joint(state).filter((to) => leads(state, to, 0)),
  };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
