import type { Coalesced, Structure } from './structure.ts';

/** R_i(s): the states that actor i can reach from s alone, s left out, in no order. In graph form: its arcs. */
export function* movesFrom(structure: Structure, actor: number, state: number): Generator<number> {
  if (structure.arcs) {
    const { start, to } = structure.arcs[actor]!.after;
    for (let k = start[state]!; k < start[state + 1]!; k++) yield to[k]!;
    return;
  }
  const cells = structure.cells[actor]!;
  const first = cells.group[state]!;
  const waiting = [first];
  const seen = new Set(waiting);
  for (let g = waiting.pop(); g !== undefined; g = waiting.pop()) {
    for (let k = cells.start[g]!; k < cells.start[g + 1]!; k++) {
      const to = cells.members[k]!;
      if (to !== state) yield to;
    }
    for (let k = cells.after.start[g]!; k < cells.after.start[g + 1]!; k++) {
      const next = cells.after.to[k]!;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
}

/** R⁺_i(s): those that i prefers to s. */
export function* improvementsFrom(
  structure: Structure,
  rank: Uint32Array,
  actor: number,
  state: number,
): Generator<number> {
  const here = rank[state]!;
  for (const to of movesFrom(structure, actor, state)) if (rank[to]! > here) yield to;
}

/** Whether one single move of i leads from s to t. */
export function isSingleMove(structure: Structure, actor: number, from: number, to: number): boolean {
  if (structure.arcs) return [...movesFrom(structure, actor, from)].includes(to);
  const a = structure.codes[from]!;
  const b = structure.codes[to]!;
  const mine = structure.mine[actor]!;
  if (a === b || ((a ^ b) & ~mine) !== 0) return false;
  return (b & ~a & (~structure.on[to]! | structure.all)) === 0 && (a & ~b & ~structure.off[to]!) === 0;
}

/**
 * The single moves by which i gets from s to t: one, or a chain where an own gate has to be opened on the way. With `may`, only
 * single moves that it lets pass; empty where there is no such way.
 */
export function stepsOf(
  structure: Structure,
  actor: number,
  from: number,
  to: number,
  may: (from: number, to: number) => boolean = () => true,
): readonly number[] {
  const { coalesced } = structure;
  if (coalesced && !coalesced.base.arcs) return stepsOfParts(coalesced, actor, from, to, may);
  if (isSingleMove(structure, actor, from, to) && may(from, to)) return [to];
  const cell = [...movesFrom(structure, actor, from)];
  const cameFrom = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    for (const next of cell) {
      if (cameFrom.has(next) || !isSingleMove(structure, actor, queue[at]!, next)) continue;
      if (!may(queue[at]!, next)) continue;
      cameFrom.set(next, queue[at]!);
      if (next === to) {
        const steps = [to];
        for (let back = queue[at]!; back !== from; back = cameFrom.get(back)!) steps.unshift(back);
        return steps;
      }
      queue.push(next);
    }
  }
  return [];
}

/** The fewest single moves by which a part of one state becomes a part of the other, told in the states that they are part of. */
function stepsOfParts(
  { base, part, parts }: Coalesced,
  actor: number,
  from: number,
  to: number,
  may: (from: number, to: number) => boolean,
): readonly number[] {
  const mayInside = (a: number, b: number) => part[a] === part[b] || may(part[a]!, part[b]!);
  let fewest: readonly number[] | undefined;
  for (let k = parts.start[from]!; k < parts.start[from + 1]! && fewest?.length !== 1; k++)
    for (const end of movesFrom(base, actor, parts.to[k]!)) {
      if (part[end] !== to) continue;
      const steps = stepsOf(base, actor, parts.to[k]!, end, mayInside);
      if (steps.length === 0) continue;
      if (!fewest || steps.length < fewest.length) fewest = steps;
    }
  const told = (fewest ?? []).map((state) => part[state]!);
  return told.filter((state, k) => state !== (k === 0 ? from : told[k - 1]));
}
