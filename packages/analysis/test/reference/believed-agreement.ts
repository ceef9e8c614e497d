import type { Concept } from '../../../engine/src/solver.ts';
import { coalitionImprovements, coalitionReach, others } from '../../../engine/test/reference/coalition.ts';
import { flips } from '../../../engine/test/reference/conflict.ts';
import { reach } from '../../../engine/test/reference/moves.ts';
import { believedStable, believedUndeterred, type Eyes, perceives, type Seen } from './hypergame.ts';
import { oneOwnerSuffices } from './movers.ts';

type Agreement = { readonly to: number; readonly movers: readonly number[] };

const isLegal = ({ real }: Seen, s: number, t: number): boolean => real.feasible(t) && real.legal(s, t);

/** Whether k prefers t to s as these eyes see both; what they do not perceive nobody prefers, nor leaves. */
const prefers = (eyes: Eyes, k: number, s: number, t: number): boolean =>
  perceives(eyes, s) &&
  perceives(eyes, t) &&
  eyes.conflict.rank(k, eyes.view(t)) > eyes.conflict.rank(k, eyes.view(s));

/** Owners of an option that see it. */
const ownersWhoSee = ({ real, eyes }: Seen, option: number): readonly number[] =>
  real.model.options[option]!.owners.filter((i) => !eyes[i]!.blind.includes(option));

/** Every set of actors that can be the movers of s→t. */
function moverSets(seen: Seen, s: number, t: number): readonly (readonly number[])[] {
  const { real, eyes } = seen;
  const flipped = flips(real.model, s, t);
  const needsAll = flipped.filter((k) => !oneOwnerSuffices(real, k, t));
  if (needsAll.some((k) => ownersWhoSee(seen, k).length < real.model.options[k]!.owners.length)) return [];
  const certain = real.actors.filter((i) => needsAll.some((k) => real.model.options[k]!.owners.includes(i)));
  let sets: readonly (readonly number[])[] = [certain];
  for (const k of flipped) {
    if (needsAll.includes(k) || ownersWhoSee(seen, k).some((i) => certain.includes(i))) continue;
    const willing = ownersWhoSee(seen, k).filter((i) => prefers(eyes[i]!, i, s, t));
    sets = sets.flatMap((set) => willing.map((i) => (set.includes(i) ? set : [...set, i])));
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

type Clause = (seen: Seen, concept: Concept, s: number, t: number, movers: readonly number[]) => boolean;

/** (a) Every mover prefers t, and in some mover's own game every mover does. */
const everyoneGains: Clause = ({ eyes }, _concept, s, t, movers) =>
  movers.every((j) => prefers(eyes[j]!, j, s, t)) &&
  movers.some((p) => movers.every((j) => prefers(eyes[p]!, j, s, t)));

/** (b) Without j, what is left cannot be done, or is for another mover worse than t or not perceived. */
const everyoneBrings: Clause = (seen, _concept, s, t, movers) => {
  const { real, eyes } = seen;
  return movers.every((j) => {
    const own = flips(real.model, s, t).filter((k) => ownersWhoSee(seen, k).includes(j));
    const anotherCan = (k: number) =>
      oneOwnerSuffices(real, k, t) && movers.some((i) => i !== j && ownersWhoSee(seen, k).includes(i));
    const left = own.filter((k) => !anotherCan(k)).reduce((code, k) => code ^ (1 << k), t);
    const worse = (k: number) =>
      !perceives(eyes[k]!, left) ||
      eyes[k]!.conflict.rank(k, eyes[k]!.view(left)) < eyes[k]!.conflict.rank(k, eyes[k]!.view(t));
    return left === s || !isLegal(seen, s, left) || movers.some((k) => k !== j && worse(k));
  });
};

/** (c) t is stable for every mover. */
const holdsUp: Clause = (seen, concept, _s, t, movers) =>
  movers.every((j) => believedStable(seen, concept, j, t));

/** (d) As each mover sees the outsiders, they bring about nothing that is no better for it than s. */
const notAnswered: Clause = ({ eyes }, concept, s, t, movers) =>
  movers.every((j) => {
    const { conflict, view } = eyes[j]!;
    const outsiders = others(conflict, ...movers);
    const answers =
      concept === 'nash'
        ? []
        : concept === 'gmr' || concept === 'smr'
          ? coalitionReach(conflict, outsiders, view(t))
          : coalitionImprovements(conflict, outsiders, view(t));
    const before = conflict.rank(j, view(s));
    const escapes = (x: number) =>
      (concept === 'smr' || concept === 'sseq') &&
      [...reach(conflict, j, x)].some((y) => conflict.rank(j, y) > before);
    return [...answers].every((x) => conflict.rank(j, x) > before || escapes(x));
  });

const clauses: readonly Clause[] = [everyoneGains, everyoneBrings, holdsUp, notAnswered];

function passing(seen: Seen, concept: Concept, s: number, t: number): readonly (readonly number[])[] {
  if (t === s || !isLegal(seen, s, t)) return [];
  return moverSets(seen, s, t).filter(
    (movers) => movers.length >= 2 && clauses.every((clause) => clause(seen, concept, s, t, movers)),
  );
}

/** Valid agreements at s with beliefs as held, one for each set of movers that makes it valid; (e) judged the same way. */
export function believedAgreements(seen: Seen, concept: Concept, s: number): readonly Agreement[] {
  const { real } = seen;
  const all = real.states.map((to) => ({ to, sets: passing(seen, concept, s, to) }));
  const enough = [
    ...all.flatMap(({ to, sets }) => (sets.length > 0 ? [to] : [])),
    ...real.actors.flatMap((i) => believedUndeterred(seen, concept, i, s)),
  ];
  const partOf = (u: number, t: number) =>
    u !== t && flips(real.model, s, u).every((k) => flips(real.model, s, t).includes(k));
  return all.flatMap(({ to, sets }) =>
    enough.some((u) => partOf(u, to)) ? [] : sets.map((movers) => ({ to, movers })),
  );
}
