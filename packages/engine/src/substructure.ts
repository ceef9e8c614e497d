import { type Arcs, arcsByRow } from './arcs.ts';
import { cellsOf, type Links } from './cells.ts';
import type { Coalesced, Structure } from './structure.ts';

/**
 * The conflict with only some of its states: every move that begins or ends in another one, and every chain of moves through
 * one, is gone. `keep` is asked by position. The model stays what it was made from and says nothing of the states left out.
 */
export function substructureOf(structure: Structure, keep: (state: number) => boolean): Structure {
  const kept = Int32Array.from(structure.codes.keys()).filter(keep);
  const only = (values: Uint32Array) => Uint32Array.from(kept, (state) => values[state]!);
  const [codes, on, off] = [only(structure.codes), only(structure.on), only(structure.off)];
  const positions = new Int32Array(structure.positions.length).fill(-1);
  if (positions.length > 0)
    for (let state = 0; state < codes.length; state++) positions[codes[state]!] = state;
  const part = { ...structure, codes, positions, on, off };
  if (!structure.arcs)
    return {
      ...part,
      cells: Array.from(structure.mine, (own) => cellsOf(codes, own >>> 0, structure.all, on, off)),
    };
  const now = new Int32Array(structure.codes.length).fill(-1);
  kept.forEach((before, state) => {
    now[before] = state;
  });
  return {
    ...part,
    arcs: structure.arcs.map(({ after }) => arcsWithin(after, kept, now)),
    ...(structure.coalesced ? { coalesced: partsWithin(structure.coalesced, kept, now) } : {}),
  };
}

const row = ({ start, to }: Links, state: number) => to.subarray(start[state]!, start[state + 1]!);

function arcsWithin(after: Links, kept: Int32Array, now: Int32Array): Arcs {
  return arcsByRow(kept.length, (state) =>
    Int32Array.from(row(after, kept[state]!), (to) => now[to]!).filter((to) => to !== -1),
  );
}

function partsWithin({ base, part, parts }: Coalesced, kept: Int32Array, now: Int32Array): Coalesced {
  const start = new Int32Array(kept.length + 1);
  kept.forEach((before, state) => {
    start[state + 1] = start[state]! + row(parts, before).length;
  });
  const to = new Int32Array(start[kept.length]!);
  kept.forEach((before, state) => {
    to.set(row(parts, before), start[state]!);
  });
  return { base, part: part.map((state) => now[state]!), parts: { start, to } };
}
