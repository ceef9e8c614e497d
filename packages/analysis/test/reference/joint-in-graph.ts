import type { Concept } from '../../../engine/src/solver.ts';
import { coalitionReach } from '../../../engine/test/reference/coalition.ts';
import { type Conflict, flips } from '../../../engine/test/reference/conflict.ts';
import { reach } from '../../../engine/test/reference/moves.ts';
import { undeterred } from '../../../engine/test/reference/stable.ts';
import {
  type Agreement,
  everyoneBrings,
  everyoneGains,
  flip,
  holdsUp,
  isLegal,
  notAnswered,
  subsets,
} from './agreement.ts';
import { isProperPart } from './improvement.ts';
import { moverSets } from './movers.ts';

/*
 * Agreements and lean improvements where moves are arcs, from `docs/departures.md`, "Graph form and coalesced states".
 */

const coalitions = (conflict: Conflict) => subsets(conflict.actors).filter((members) => members.length >= 2);

/** Fewest moves of members, nobody twice in a row, from s to t; undefined where they never get there. */
function distance(conflict: Conflict, members: readonly number[], s: number, t: number): number | undefined {
  let circle = new Set(members.flatMap((j) => [...reach(conflict, j, s)].map((to) => `${to} ${j}`)));
  const seen = new Set(circle);
  for (let moves = 1; circle.size > 0; moves++) {
    const next = new Set<string>();
    for (const pair of circle) {
      const [here, last] = pair.split(' ').map(Number) as [number, number];
      if (here === t) return moves;
      for (const j of members)
        if (j !== last)
          for (const to of reach(conflict, j, here)) if (!seen.has(`${to} ${j}`)) next.add(`${to} ${j}`);
    }
    for (const pair of next) seen.add(pair);
    circle = next;
  }
  return undefined;
}

/** (a) to (d) in graph form. */
function passes(
  conflict: Conflict,
  concept: Concept,
  s: number,
  t: number,
  movers: readonly number[],
): boolean {
  const { rank } = conflict;
  const brings = movers.every((j) => {
    const others = movers.filter((k) => k !== j);
    return [...coalitionReach(conflict, others, s)].every((u) => others.some((k) => rank(k, u) < rank(k, t)));
  });
  return (
    everyoneGains(conflict, concept, s, t, movers) &&
    coalitionReach(conflict, movers, s).has(t) &&
    brings &&
    holdsUp(conflict, concept, s, t, movers) &&
    notAnswered(conflict, concept, s, t, movers)
  );
}

export function agreementsInGraph(conflict: Conflict, concept: Concept, s: number): readonly Agreement[] {
  const all = conflict.states.flatMap((to) =>
    to === s
      ? []
      : coalitions(conflict)
          .filter((movers) => passes(conflict, concept, s, to, movers))
          .map((movers) => ({ to, movers })),
  );
  const smaller = [
    ...all,
    ...conflict.actors.flatMap((i) =>
      [...undeterred(conflict, concept, i, s)].map((to) => ({ to, movers: [i] })),
    ),
  ];
  return all.filter(
    ({ to, movers }) =>
      !smaller.some((part) => {
        if (part.to === to || !part.movers.every((j) => movers.includes(j))) return false;
        const first = distance(conflict, movers, s, part.to);
        const rest = distance(conflict, movers, part.to, to);
        return (
          first !== undefined && rest !== undefined && first + rest === distance(conflict, movers, s, to)
        );
      }),
  );
}

/** Between parts of coalesced states: flips are those of single states, all else is judged of the wholes. */
export function agreementsOfParts(conflict: Conflict, concept: Concept, s: number): readonly Agreement[] {
  const { single, parts, whole } = conflict.coalesced!;
  const passing = (from: number, to: number) =>
    whole(to) === s || !isLegal(single, from, to)
      ? []
      : moverSets(single, from, to).filter(
          (movers) =>
            movers.length >= 2 &&
            everyoneGains(single, concept, from, to, movers) &&
            everyoneBrings(single, concept, from, to, movers) &&
            holdsUp(conflict, concept, s, whole(to), movers) &&
            notAnswered(conflict, concept, s, whole(to), movers),
        );
  const alone = (from: number, to: number) =>
    conflict.actors.some(
      (i) => reach(single, i, from).has(to) && undeterred(conflict, concept, i, s).has(whole(to)),
    );
  return parts(s).flatMap((from) =>
    single.states.flatMap((to) => {
      const sets = passing(from, to);
      const flipped = flips(single.model, from, to);
      const minimal = subsets(flipped)
        .filter((part) => part.length > 0 && part.length < flipped.length)
        .map((part) => part.reduce(flip, from))
        .every((u) => !single.feasible(u) || (passing(from, u).length === 0 && !alone(from, u)));
      return minimal ? sets.map((movers) => ({ to: whole(to), movers })) : [];
    }),
  );
}

export function leanOfParts(conflict: Conflict, concept: Concept, i: number, s: number): readonly number[] {
  const { single, parts, whole } = conflict.coalesced!;
  const free = undeterred(conflict, concept, i, s);
  const lean = parts(s).flatMap((from) => {
    const all = [...reach(single, i, from)].filter((to) => free.has(whole(to)));
    const shorter = (u: number, t: number) =>
      isProperPart(flips(single.model, from, u), flips(single.model, from, t)) &&
      single.rank(i, u) >= single.rank(i, t);
    return all.filter((t) => !all.some((u) => shorter(u, t))).map(whole);
  });
  return [...new Set(lean)].sort((a, b) => a - b);
}
