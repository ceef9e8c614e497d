import { moveGraphOf } from '../arcs.ts';
import type { Ranks } from '../solver.ts';
import { positionOf, type Structure } from '../structure.ts';
import { workFor } from './work.ts';

/** What one opponent does at the same time: its own improvement, told by where it would lead alone. */
export type Together = { readonly actor: number; readonly to: number };

/** Where moves made at the same time land, and who joins in. */
export type Landing = { readonly at: number; readonly others: readonly Together[] };

/**
 * Moves at the same time: everybody's flips are made on one state together; an option flipped by two is flipped once. Each move is
 * a legal one by itself, and what they make together has to be feasible.
 */
export type Simultaneity = {
  /** The improvements of the actor from the state, ascending. */
  readonly improvementsOf: (actor: number, state: number) => readonly number[];
  /** A combination of one improvement, or none, of each of `others` that lands the actor's move on no better a state. */
  readonly sanction: (
    actor: number,
    state: number,
    to: number,
    others: readonly number[],
  ) => Landing | undefined;
  /** Whether every improvement of the actor has one. */
  readonly stable: (actor: number, state: number, others: readonly number[]) => boolean;
};

export function simultaneityOf(structure: Structure, ranks: Ranks): Simultaneity {
  const { codes } = structure;
  const arcs = moveGraphOf(structure).arcs;
  const work = workFor('moving at the same time', codes.length);
  const improvementsOf = (actor: number, state: number): readonly number[] => {
    const { start, to } = arcs[actor]!.after;
    const rank = ranks[actor]!;
    const better: number[] = [];
    for (let k = start[state]!; k < start[state + 1]!; k++)
      if (rank[to[k]!]! > rank[state]!) better.push(to[k]!);
    return better;
  };
  const sanction = (actor: number, state: number, to: number, others: readonly number[]) => {
    const rank = ranks[actor]!;
    const here = codes[state]!;
    const choices = others
      .filter((j) => j !== actor)
      .map((j) => ({ actor: j, to: improvementsOf(j, state) }))
      .filter((one) => one.to.length > 0);
    const joined: Together[] = [];
    const from = (at: number, flips: number): number => {
      work(1);
      const there = positionOf(structure, (here ^ flips) >>> 0);
      if (there !== -1 && rank[there]! <= rank[state]!) return there;
      for (let k = at; k < choices.length; k++)
        for (const step of choices[k]!.to) {
          const more = (flips | (here ^ codes[step]!)) >>> 0;
          joined.push({ actor: choices[k]!.actor, to: step });
          const found = from(k + 1, more);
          if (found !== -1) return found;
          joined.pop();
        }
      return -1;
    };
    const at = from(0, (here ^ codes[to]!) >>> 0);
    return at === -1 ? undefined : { at, others: joined };
  };
  return {
    improvementsOf,
    sanction,
    stable: (actor, state, others) =>
      improvementsOf(actor, state).every((to) => sanction(actor, state, to, others) !== undefined),
  };
}

/** `sim`: per actor, the states where every improvement is met by improvements of opponents made at the same time. */
export function simultaneouslyStable(structure: Structure, ranks: Ranks): readonly Uint8Array[] {
  const { stable } = simultaneityOf(structure, ranks);
  const everybody = ranks.map((_, j) => j);
  return ranks.map((_, actor) =>
    Uint8Array.from(structure.codes, (_, state) => (stable(actor, state, everybody) ? 1 : 0)),
  );
}

/**
 * `fh`, the tableau of Fraser & Hipel (1984): stable by seq; or seq leaves the state unstable for two actors or more, and for every
 * improvement of the actor simultaneous improvements of those actors alone land it on no better a state.
 */
export function tableauStable(
  structure: Structure,
  ranks: Ranks,
  seq: readonly Uint8Array[],
): readonly Uint8Array[] {
  const { stable } = simultaneityOf(structure, ranks);
  const result = seq.map((flags) => flags.slice());
  for (let state = 0; state < structure.codes.length; state++) {
    const unstable = unstableAt(seq, state);
    if (unstable.length < 2) continue;
    for (const actor of unstable) if (stable(actor, state, unstable)) result[actor]![state] = 1;
  }
  return result;
}

/** The actors for whom the state is not stable. */
export function unstableAt(stable: readonly Uint8Array[], state: number): readonly number[] {
  return stable.flatMap((flags, actor) => (flags[state] ? [] : [actor]));
}
