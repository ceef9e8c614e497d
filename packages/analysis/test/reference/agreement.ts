import type { Concept } from '../../../engine/src/solver.ts';
import { coalitionImprovements, coalitionReach, others } from '../../../engine/test/reference/coalition.ts';
import { type Conflict, flips, once } from '../../../engine/test/reference/conflict.ts';
import { reach } from '../../../engine/test/reference/moves.ts';
import { stable, undeterred } from '../../../engine/test/reference/stable.ts';
import { agreementsInGraph, agreementsOfParts } from './joint-in-graph.ts';
import { moverSets, oneOwnerSuffices } from './movers.ts';

/** A joint move s→t of two or more actors that the definition lets pass. */
export type Agreement = { readonly to: number; readonly movers: readonly number[] };

/** A clause of the definition, asked of s→t by these movers. */
type Clause = (
  conflict: Conflict,
  concept: Concept,
  s: number,
  t: number,
  movers: readonly number[],
) => boolean;

/** t is feasible and no one-way option, gate or lock forbids it. */
export const isLegal = (conflict: Conflict, s: number, t: number): boolean =>
  conflict.feasible(t) && conflict.legal(s, t);

/** (a) Every mover prefers t. With correct beliefs someone can then propose it. */
export const everyoneGains: Clause = ({ rank }, _concept, s, t, movers) =>
  movers.every((j) => rank(j, t) > rank(j, s));

/** Flips one option of a code. */
export const flip = (code: number, option: number): number => code ^ (1 << option);

/** t with j's own options put back to what they were at s, save those that another mover could flip without j. */
function without(conflict: Conflict, s: number, t: number, j: number, movers: readonly number[]): number {
  const { model } = conflict;
  const own = flips(model, s, t).filter((k) => model.options[k]!.owners.includes(j));
  const anotherCan = (k: number) =>
    oneOwnerSuffices(conflict, k, t) && movers.some((i) => i !== j && model.options[k]!.owners.includes(i));
  return own.filter((k) => !anotherCan(k)).reduce(flip, t);
}

/** (b) Everyone brings something: without j, what is left cannot be done or is worse than t for another mover. */
export const everyoneBrings: Clause = (conflict, _concept, s, t, movers) =>
  movers.every((j) => {
    const left = without(conflict, s, t, j, movers);
    return (
      left === s ||
      !isLegal(conflict, s, left) ||
      movers.some((k) => k !== j && conflict.rank(k, left) < conflict.rank(k, t))
    );
  });

/** (c) It holds: t is stable for every mover. */
export const holdsUp: Clause = (conflict, concept, _s, t, movers) =>
  movers.every((j) => stable(conflict, concept, j, t));

/** What the outsiders can bring about from t that counts under the concept. */
function answers(
  conflict: Conflict,
  concept: Concept,
  t: number,
  movers: readonly number[],
): Iterable<number> {
  const outsiders = others(conflict, ...movers);
  if (concept === 'nash') return [];
  if (concept === 'gmr' || concept === 'smr') return coalitionReach(conflict, outsiders, t);
  return coalitionImprovements(conflict, outsiders, t);
}

/** (d) It is not answered: nothing of that is for some mover no better than s (smr, sseq: with no escape to better than s). */
export const notAnswered: Clause = (conflict, concept, s, t, movers) => {
  const { rank } = conflict;
  const escapes = (j: number, x: number) =>
    (concept === 'smr' || concept === 'sseq') &&
    [...reach(conflict, j, x)].some((y) => rank(j, y) > rank(j, s));
  const hurts = (j: number, x: number) => rank(j, x) <= rank(j, s) && !escapes(j, x);
  return [...answers(conflict, concept, t, movers)].every((x) => !movers.some((j) => hurts(j, x)));
};

/** Clauses (a) to (d) by name, in the page's order. */
export const clauses: readonly (readonly [string, Clause])[] = [
  ['a', everyoneGains],
  ['b', everyoneBrings],
  ['c', holdsUp],
  ['d', notAnswered],
];

/** Mover sets of two or more with which s→t is legal and passes (a) to (d). */
function passing(conflict: Conflict, concept: Concept, s: number, t: number): readonly (readonly number[])[] {
  return once(conflict, `passing ${concept} ${s} ${t}`, () =>
    t === s || !isLegal(conflict, s, t)
      ? []
      : moverSets(conflict, s, t).filter(
          (movers) =>
            movers.length >= 2 && clauses.every(([, clause]) => clause(conflict, concept, s, t, movers)),
        ),
  );
}

/** Every set of these options. */
export function subsets(options: readonly number[]): readonly (readonly number[])[] {
  const [first, ...rest] = options;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

/** (e) It is minimal: no proper part passes (a) to (d) or is an undeterred improvement of one actor. */
function isMinimal(conflict: Conflict, concept: Concept, s: number, t: number): boolean {
  const flipped = flips(conflict.model, s, t);
  const parts = subsets(flipped).filter((part) => part.length > 0 && part.length < flipped.length);
  return parts.every((part) => {
    const u = part.reduce(flip, s);
    return (
      passing(conflict, concept, s, u).length === 0 &&
      !conflict.actors.some((i) => undeterred(conflict, concept, i, s).has(u))
    );
  });
}

/** Valid agreements at s, by ascending target, one for each set of movers that makes it valid. */
export function agreements(conflict: Conflict, concept: Concept, s: number): readonly Agreement[] {
  if (conflict.coalesced) return agreementsOfParts(conflict, concept, s);
  if (conflict.arcs) return agreementsInGraph(conflict, concept, s);
  return conflict.states.flatMap((to) => {
    const sets = passing(conflict, concept, s, to);
    return sets.length > 0 && isMinimal(conflict, concept, s, to)
      ? sets.map((movers) => ({ to, movers }))
      : [];
  });
}
