import type { Ranks } from '@demarche/engine';
import type { Game } from '../answer/game.ts';
import { statesAlong } from './cells.ts';
import { coalitionsInGraph } from './in-graph.ts';
import { membersOf } from './members.ts';
import { allPrefer, cellsTable, type Outsiders, type Sanctions, sanctionsOf } from './sanctions.ts';

/** Coalitions of one game, as bit masks of actors. States are positions. */
export type CoalitionTable = {
  /** Per state, whether it is stable for the coalition. */
  readonly stable: (coalition: number) => Uint8Array;
  /** The improvements of the coalition from a state that the concept does not deter; none exactly where it is stable. */
  readonly undeterred: (coalition: number, state: number) => Generator<number>;
};

/**
 * Stability for coalitions under the game's concept (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008). An improvement of H
 * is a state in R_H that every member prefers. A sanction of those outside hurts H when some member is no better off there than
 * before; for smr and sseq H must have no way on to where every member is better off. Outsiders' steps are moves in gmr and smr,
 * improvements in seq and sseq, of single actors or of coalitions as `outsiders` says.
 */
export function coalitionsOf(game: Game, outsiders: Outsiders = 'alone'): CoalitionTable {
  if (game.structure.arcs) return coalitionsInGraph(game, outsiders);
  const { structure, concept } = game;
  const cellsOf = cellsTable(game);
  type Judged = {
    readonly ranks: Ranks;
    readonly sanctions: Sanctions | undefined;
    readonly least: readonly Uint32Array[];
  };
  const judged = new Map<number, Judged>();
  const judge = (coalition: number): Judged => {
    const known = judged.get(coalition);
    if (known) return known;
    const ranks = membersOf(coalition, structure.actors).map((j) => game.ranks[j]!);
    const outside = membersOf(~coalition & (2 ** structure.actors - 1), structure.actors);
    const sanctions = concept === 'nash' ? undefined : sanctionsOf(game, outside, outsiders, cellsOf);
    const byLevel = concept === 'gmr' || concept === 'seq';
    const least = byLevel ? ranks.map((own) => sanctions!.least(own)) : [];
    const made = { ranks, sanctions, least };
    judged.set(coalition, made);
    return made;
  };

  function* undeterred(coalition: number, state: number): Generator<number> {
    const { ranks, sanctions, least } = judge(coalition);
    const cells = cellsOf(coalition);
    let harm: ((state: number) => boolean) | undefined;
    for (const to of statesAlong(cells, 'after', cells.group[state]!)) {
      if (!allPrefer(ranks, to, state)) continue;
      if (!sanctions) yield to;
      else if (least.length > 0) {
        if (ranks.every((own, k) => least[k]![to]! > own[state]!)) yield to;
      } else {
        harm ??= lastingHarm(coalition, state);
        if (!leads(sanctions, to, harm)) yield to;
      }
    }
  }

  /** Whether H is hurt at a state, and cannot move on to where every member is better off than at the first. */
  const lastingHarm = (coalition: number, state: number) => {
    const { ranks } = judge(coalition);
    const cells = cellsOf(coalition);
    // What a group leads to has a smaller number.
    const escapes = new Uint8Array(cells.groups);
    for (let g = 0; g < cells.groups; g++) {
      for (let k = cells.start[g]!; k < cells.start[g + 1]! && !escapes[g]; k++)
        if (allPrefer(ranks, cells.members[k]!, state)) escapes[g] = 1;
      for (let k = cells.after.start[g]!; k < cells.after.start[g + 1]! && !escapes[g]; k++)
        escapes[g] = escapes[cells.after.to[k]!]!;
    }
    return (here: number) => escapes[cells.group[here]!] === 0;
  };

  const kept = new Map<number, Uint8Array>();
  const stable = (coalition: number): Uint8Array => {
    const known = kept.get(coalition);
    if (known) return known;
    const flags = Uint8Array.from(structure.codes, (_, state) =>
      undeterred(coalition, state).next().done ? 1 : 0,
    );
    kept.set(coalition, flags);
    return flags;
  };
  return { stable, undeterred };
}

/** Whether one or more steps of the outsiders lead from a state to one of these. */
function leads({ stepsFrom }: Sanctions, from: number, harm: (state: number) => boolean): boolean {
  const seen = new Set([from]);
  const queue = [from];
  for (let at = 0; at < queue.length; at++)
    for (const to of stepsFrom(queue[at]!)) {
      if (seen.has(to)) continue;
      if (harm(to)) return true;
      seen.add(to);
      queue.push(to);
    }
  return false;
}
