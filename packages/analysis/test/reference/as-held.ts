/*
 * The course where every actor moves, deters and agrees in its own game: `analyses.md`, "Answer", beliefs as held. Everything that
 * the page says of one conflict is asked of the conflict as the actor in question takes it to be: everybody's order as it believes
 * it, its own among them.
 */
import type { Concept } from '../../../engine/src/solver.ts';
import { coalitionImprovements, coalitionReach, others } from '../../../engine/test/reference/coalition.ts';
import { type Conflict, flips } from '../../../engine/test/reference/conflict.ts';
import { reach } from '../../../engine/test/reference/moves.ts';
import { stable, undeterred } from '../../../engine/test/reference/stable.ts';
import type { AgreementSetting } from './course.ts';
import { isProperPart, leanImprovements } from './improvement.ts';
import { moverSets, oneOwnerSuffices } from './movers.ts';

/** `views[i]`: the conflict as actor i takes it to be. */
export type Views = readonly Conflict[];

const flip = (code: number, option: number): number => code ^ (1 << option);

function holdsAmong(
  views: Views,
  concept: Concept,
  s: number,
  t: number,
  movers: readonly number[],
): boolean {
  const { model } = views[0]!;
  const own = (j: number, state: number) => views[j]!.rank(j, state);
  const legal = (from: number, to: number) => views[0]!.feasible(to) && views[0]!.legal(from, to);
  // (a) Every mover prefers t, and someone can propose it: in its own game every mover prefers t.
  if (!movers.every((j) => own(j, t) > own(j, s))) return false;
  if (!movers.some((i) => movers.every((j) => views[i]!.rank(j, t) > views[i]!.rank(j, s)))) return false;
  // (b) Everyone brings something, by each mover's own order.
  const brings = (j: number) => {
    const mine = flips(model, s, t).filter((k) => model.options[k]!.owners.includes(j));
    const anotherCan = (k: number) =>
      oneOwnerSuffices(views[0]!, k, t) &&
      movers.some((i) => i !== j && model.options[k]!.owners.includes(i));
    const left = mine.filter((k) => !anotherCan(k)).reduce(flip, t);
    return left === s || !legal(s, left) || movers.some((k) => k !== j && own(k, left) < own(k, t));
  };
  if (!movers.every(brings)) return false;
  // (c) It holds: t is stable for every mover in its own game.
  if (!movers.every((j) => stable(views[j]!, concept, j, t))) return false;
  // (d) It is not answered: what each mover takes the outsiders to bring about.
  if (concept === 'nash') return true;
  return movers.every((j) => {
    const view = views[j]!;
    const outsiders = others(view, ...movers);
    const brought =
      concept === 'gmr' || concept === 'smr'
        ? coalitionReach(view, outsiders, t)
        : coalitionImprovements(view, outsiders, t);
    const escapes = (x: number) =>
      (concept === 'smr' || concept === 'sseq') && [...reach(view, j, x)].some((y) => own(j, y) > own(j, s));
    return [...brought].every((x) => own(j, x) > own(j, s) || escapes(x));
  });
}

function validAt(views: Views, concept: Concept, s: number): readonly number[] {
  const { model, states, actors } = views[0]!;
  const passes = (t: number) =>
    t !== s &&
    views[0]!.feasible(t) &&
    views[0]!.legal(s, t) &&
    moverSets(views[0]!, s, t).some(
      (movers) => movers.length >= 2 && holdsAmong(views, concept, s, t, movers),
    );
  const passing = states.filter(passes);
  // (e) No proper part is an agreement, or an undeterred improvement of one actor in its own game.
  const enough = new Set([...passing, ...actors.flatMap((i) => [...undeterred(views[i]!, concept, i, s)])]);
  return passing.filter((t) => {
    const whole = flips(model, s, t);
    return ![...enough].some((u) => isProperPart(flips(model, s, u), whole));
  });
}

function stepsAt(views: Views, concept: Concept, setting: AgreementSetting, s: number): readonly number[] {
  const alone = views[0]!.actors.flatMap((i) => leanImprovements(views[i]!, concept, i, s));
  if (setting === 'none' || (setting === 'at-rest' && alone.length > 0)) return alone;
  return [...alone, ...validAt(views, concept, s)];
}

/** The rests of the course from `now`, as sorted lists sorted by their first, and the states on it. */
export function restsAsHeld(views: Views, concept: Concept, setting: AgreementSetting, now: number) {
  const steps = new Map<number, readonly number[]>();
  const onCourse = new Set([now]);
  for (const s of onCourse) {
    steps.set(s, stepsAt(views, concept, setting, s));
    for (const t of steps.get(s)!) onCourse.add(t);
  }
  const from = (s: number) => {
    const reached = new Set([s]);
    for (const state of reached) for (const t of steps.get(state)!) reached.add(t);
    return reached;
  };
  const all = new Map([...onCourse].map((s) => [s, from(s)]));
  const rests = [...onCourse]
    .filter((s) => [...all.get(s)!].every((t) => all.get(t)!.has(s)))
    .map((s) => [...all.get(s)!].sort((a, b) => a - b).join());
  const sorted = [...new Set(rests)].map((one) => one.split(',').map(Number)).sort((a, b) => a[0]! - b[0]!);
  return { rests: sorted, states: [...onCourse].sort((a, b) => a - b) };
}
