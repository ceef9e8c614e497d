import { arcsByRow } from './arcs.ts';
import type { Structure } from './structure.ts';

/**
 * A conflict in graph form: states are 0 … states − 1, `moves[actor]` are its arcs, from and to. An actor's moves are what is
 * listed and need not be transitive: R_i(s) is one arc, and no sequence of arcs of one actor is a move.
 */
export type GraphModel = {
  readonly actors: number;
  readonly states: number;
  readonly moves: readonly (readonly (readonly [from: number, to: number])[])[];
};

/**
 * The structure of a conflict in graph form; a state's code is its number. `codes` are the states that can be, ascending
 * (default all); arcs to and from others are left out. Throws on an arc that is a loop or of no such state.
 */
export function graphStructureOf(
  model: GraphModel,
  codes = Uint32Array.from({ length: model.states }, (_, s) => s),
): Structure {
  const positions = new Int32Array(model.states).fill(-1);
  codes.forEach((code, state) => {
    positions[code] = state;
  });
  const rows = Array.from({ length: model.actors }, (_, actor) => {
    const own = new Map<number, number[]>();
    for (const [from, to] of model.moves[actor] ?? []) {
      const inside = from in positions && to in positions && from !== to;
      if (!inside)
        throw new RangeError(`actor ${actor} has an arc from ${from} to ${to}, of ${model.states} states`);
      const [s, t] = [positions[from]!, positions[to]!];
      if (s === -1 || t === -1) continue;
      const row = own.get(s);
      if (row) row.push(t);
      else own.set(s, [t]);
    }
    return own;
  });
  return {
    ...withoutOptions(model.actors, codes, positions),
    arcs: rows.map((own) => arcsByRow(codes.length, (state) => own.get(state) ?? [])),
  };
}

/** What of a structure is about options, for a conflict that has none. */
function withoutOptions(actors: number, codes: Uint32Array, positions: Int32Array): Structure {
  return {
    model: { actors, options: [], impossible: [] },
    actors,
    options: 0,
    codes,
    positions,
    mine: new Uint32Array(actors),
    all: 0,
    any: 0,
    on: new Uint32Array(codes.length),
    off: new Uint32Array(codes.length),
    cells: [],
  };
}
