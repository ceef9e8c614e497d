import { arcsByRow, mostArcs } from './arcs.ts';
import { TooLarge } from './feasible.ts';
import { movesFrom } from './moves.ts';
import { evaluate, type Program } from './program.ts';
import type { Coalesced, Structure } from './structure.ts';

/** Most moves of single states that are gone through to coalesce them. */
const mostMoves = 4 * mostArcs;

/**
 * One state for all that satisfy a program (indistinguishable states: Fang, Hipel, Kilgour & Peng 2003); states that two programs
 * have in common join the two. Its arcs are the union of theirs, loops dropped, its code is the least of theirs. The moves need no
 * longer be transitive, so that the result carries arcs. Throws `TooLarge` where there are too many moves to go through.
 */
export function coalesce(base: Structure, same: readonly Program[]): Structure {
  const { part, parts } = partsOf(base.codes, same);
  const states = parts.start.length - 1;
  let gone = 0;
  function* row(actor: number, state: number): Generator<number> {
    for (let k = parts.start[state]!; k < parts.start[state + 1]!; k++)
      for (const to of movesFrom(base, actor, parts.to[k]!)) {
        if (++gone > mostMoves) throw new TooLarge(gone, `more than ${mostMoves} moves to coalesce`);
        if (part[to] !== state) yield part[to]!;
      }
  }
  const codes = Uint32Array.from(
    { length: states },
    (_, state) => base.codes[parts.to[parts.start[state]!]!]!,
  );
  const masks = (of: Uint32Array) =>
    Uint32Array.from({ length: states }, (_, state) => of[parts.to[parts.start[state]!]!]!);
  let room = mostArcs;
  return {
    ...base,
    codes,
    positions: new Int32Array(0),
    on: masks(base.on),
    off: masks(base.off),
    cells: [],
    arcs: Array.from({ length: base.actors }, (_, actor) => {
      const own = arcsByRow(states, (state) => row(actor, state), room);
      room -= own.after.to.length;
      return own;
    }),
    coalesced: { base, part, parts },
  };
}

/** What states of these codes make up: for each the whole that it is part of, and for each whole its parts. Wholes ascend by their first part. */
export function partsOf(codes: Uint32Array, same: readonly Program[]): Pick<Coalesced, 'part' | 'parts'> {
  const first = Int32Array.from(codes.keys());
  const find = (state: number) => {
    let root = state;
    while (first[root] !== root) root = first[root] = first[first[root]!]!;
    return root;
  };
  for (const program of same) {
    const stack = new Uint8Array(program.length + 1);
    let one = -1;
    codes.forEach((code, state) => {
      if (!evaluate(program, code, stack)) return;
      const [a, b] = [find(one === -1 ? state : one), find(state)];
      first[Math.max(a, b)] = Math.min(a, b);
      one = state;
    });
  }
  const part = new Int32Array(codes.length);
  let states = 0;
  for (let state = 0; state < codes.length; state++) {
    const root = find(state);
    part[state] = root === state ? states++ : part[root]!;
  }
  const start = new Int32Array(states + 1);
  for (const state of part) start[state + 1]!++;
  for (let state = 0; state < states; state++) start[state + 1]! += start[state]!;
  const to = new Int32Array(codes.length);
  const fill = start.slice();
  for (let state = 0; state < codes.length; state++) to[fill[part[state]!]!++] = state;
  return { part, parts: { start, to } };
}
