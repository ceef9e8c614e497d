import { LimitError } from '@demarche/case';
import { leastByImprovements, leastByMoves, legalWalk, movesFrom } from '@demarche/engine';
import type { Game } from '../answer/game.ts';
import { mostActorsOfGraph } from '../answer/joint-graph.ts';
import { signingsOf } from './cells.ts';
import { everyCoalition, membersOf } from './members.ts';
import { allPrefer, type Outsiders } from './sanctions.ts';
import type { CoalitionTable } from './stable.ts';

/** The mover of a signing in a sequence: nobody by itself. */
const signing = -1;

/**
 * Stability for coalitions where moves need not be transitive, from the definitions: R_H is reached by moves of members, nobody
 * twice in a row (Fang, Hipel & Kilgour 1993), and where states are coalesced by signings of joint options between their parts. Those
 * outside answer by sequences in which no actor, or with `together` no coalition that improves, has two turns in a row. Throws `LimitError` beyond
 * as many actors as joint moves are gone through for.
 */
export function coalitionsInGraph(game: Game, outsiders: Outsiders): CoalitionTable {
  const { structure, ranks, concept } = game;
  if (structure.actors > mostActorsOfGraph)
    throw new LimitError(
      'too-large',
      `coalitions of ${structure.actors} actors: in graph form at most ${mostActorsOfGraph} actors can be gone through`,
    );
  const reached = new Map<string, readonly number[]>();
  const signings = signingsBetween(game);
  /** R_H(s) */
  const reach = (coalition: number, state: number): readonly number[] => {
    const key = `${coalition} ${state}`;
    const known = reached.get(key);
    if (known) return known;
    const members = membersOf(coalition, structure.actors);
    const steps = (j: number, here: number) =>
      j === signing ? signings(coalition, here) : movesFrom(structure, j, here);
    const movers = members.length > 1 ? [...members, signing] : members;
    const found = Array.from(legalWalk(state, movers, steps), (arrival) => arrival.state);
    reached.set(key, found);
    return found;
  };
  const of = (coalition: number) => membersOf(coalition, structure.actors).map((j) => ranks[j]!);
  const gladly = concept === 'seq' || concept === 'sseq';
  /** What those outside lead to from a state. */
  const answers = (outside: number, from: number): Iterable<{ readonly state: number }> => {
    // Whatever coalitions could do by moves, all of them together can.
    if (outsiders === 'together' && !gladly) return reach(outside, from).map((state) => ({ state }));
    const movers =
      outsiders === 'together'
        ? everyCoalition(structure.actors).filter((one) => (one & ~outside) === 0)
        : membersOf(outside, structure.actors).map((j) => 1 << j);
    return legalWalk(from, movers, (one, here) => {
      const ends = reach(one, here);
      return gladly ? ends.filter((to) => allPrefer(of(one), to, here)) : ends;
    });
  };
  const levels = new Map<string, Uint32Array>();
  /** For gmr and seq with single answers, the least that member j can be left with, state by state. */
  const least = (outside: number, j: number): Uint32Array => {
    const key = `${outside} ${j}`;
    const known = levels.get(key);
    if (known) return known;
    const movers = membersOf(outside, structure.actors);
    const made = gladly
      ? leastByImprovements(structure, movers, ranks, ranks[j]!)
      : leastByMoves(structure, movers, ranks[j]!);
    levels.set(key, made);
    return made;
  };

  function* undeterred(coalition: number, state: number): Generator<number> {
    const own = of(coalition);
    const members = membersOf(coalition, structure.actors);
    const outside = ~coalition & (2 ** structure.actors - 1);
    const better = (to: number) => allPrefer(own, to, state);
    const harms = (here: number) =>
      !better(here) &&
      (concept === 'gmr' || concept === 'seq' || !reach(coalition, here).some((to) => better(to)));
    for (const to of reach(coalition, state)) {
      if (!better(to)) continue;
      if (concept === 'nash') yield to;
      else if (outsiders === 'alone' && (concept === 'gmr' || concept === 'seq')) {
        if (members.every((j) => least(outside, j)[to]! > ranks[j]![state]!)) yield to;
      } else {
        let deterred = false;
        for (const { state: end } of answers(outside, to)) {
          deterred = harms(end);
          if (deterred) break;
        }
        if (!deterred) yield to;
      }
    }
  }

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

/** Signings between the parts of coalesced states; none in graph form. */
function signingsBetween({ structure }: Game): (coalition: number, state: number) => Iterable<number> {
  const { coalesced } = structure;
  if (!coalesced || coalesced.base.arcs) return () => [];
  const { base, part, parts } = coalesced;
  const kept = new Map<number, (state: number) => Iterable<number>>();
  return (coalition, state) => {
    const steps = kept.get(coalition) ?? signingsOf(base, coalition);
    kept.set(coalition, steps);
    const ends = new Set<number>();
    for (let k = parts.start[state]!; k < parts.start[state + 1]!; k++)
      for (const to of steps(parts.to[k]!)) if (part[to] !== -1 && part[to] !== state) ends.add(part[to]!);
    return ends;
  };
}
