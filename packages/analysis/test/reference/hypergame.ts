/*
 * Hypergames, from the page alone: `analyses.md`, "Perceive", and the clauses of "Answer" with beliefs as held. Everything is a
 * function of state codes. The page leaves open, and here is chosen:
 *
 * 1. A state that i does not perceive is in none of the moves of i's game, nobody's: others' sanctions pass through none.
 * 2. A state looks to i like what it is with the options that i is unaware of as in `now`. If that is infeasible or not perceived,
 *    i makes no move there, agrees to nothing there, and moves and agrees to nothing that looks so. As what is left of a deal,
 *    it is worse for i than any state that it perceives.
 * 3. "Must be a move there": a chain of i's single moves that switch none of the options that it is unaware of and that pass
 *    through no state that it does not perceive. That the flips are a move in its own game too is asked apart.
 * 4. Stable as believed: no undeterred improvement that is a move.
 * 5. Of an option that i is unaware of i counts as no owner, neither as one who is needed nor as one who suffices.
 * 6. In i's own game everybody sees what i sees; second-level beliefs are of readings alone. Where i does not perceive `now`, its
 *    own game stands still.
 * 7. A step is taken if somebody takes it: a step towards a rest that others take to the same state is no surprise.
 */
import type { Model } from '../../../engine/src/model.ts';
import type { Concept } from '../../../engine/src/solver.ts';
import { type Conflict, conflictOf, flips, isOn } from '../../../engine/test/reference/conflict.ts';
import { singleMoves } from '../../../engine/test/reference/moves.ts';
import { undeterred } from '../../../engine/test/reference/stable.ts';
import { believedAgreements } from './believed-agreement.ts';
import { type AgreementSetting, type Course, courseBy, type Step } from './course.ts';
import { isProperPart } from './improvement.ts';

export type Belief = {
  readonly holder: number;
  readonly about: number;
  readonly reading: number;
  readonly of?: number;
};

export type Hypergame = {
  readonly model: Model;
  /** In graph form, the conflict with these ranks. */
  readonly graph?: (ranks: readonly ArrayLike<number>[]) => Conflict;
  /** `readings[actor][reading][position]`, positions in the ascending list of feasible codes. */
  readonly readings: readonly (readonly ArrayLike<number>[])[];
  readonly beliefs: readonly Belief[];
  readonly unaware: readonly (readonly number[])[];
  readonly unperceived: readonly ((code: number) => boolean)[];
};

/** One reading per actor. */
export type Profile = readonly number[];

/** How one actor sees things: the conflict of its own game, and what a real state looks like to it. */
export type Eyes = {
  readonly conflict: Conflict;
  readonly blind: readonly number[];
  readonly view: (code: number) => number;
};

/** A conflict and how each of its actors sees it. */
export type Seen = {
  readonly real: Conflict;
  readonly eyes: readonly Eyes[];
  /** Undeterred improvements, kept because they are asked for again and again. */
  readonly kept: Map<string, readonly number[]>;
};

/** Beliefs of i of the first level in place of what is true. */
export function firstLevel({ beliefs }: Hypergame, profile: Profile, i: number): Profile {
  return profile.map(
    (reading, about) =>
      beliefs.findLast((one) => one.holder === i && one.of === undefined && one.about === about)?.reading ??
      reading,
  );
}

/** What i takes j to take everybody to want. */
export function secondLevel(game: Hypergame, profile: Profile, i: number, j: number): Profile {
  return firstLevel(game, profile, i).map(
    (reading, about) =>
      game.beliefs.findLast((one) => one.holder === i && one.of === j && one.about === about)?.reading ??
      reading,
  );
}

/** The real conflict under a profile. */
export function realConflict({ model, graph, readings }: Hypergame, profile: Profile): Conflict {
  const ranks = profile.map((reading, actor) => readings[actor]![reading]!);
  return graph ? graph(ranks) : conflictOf(model, ranks);
}

/** The states that i perceives, with what it is unaware of as in `now`, under a profile. */
function conflictSeenBy(game: Hypergame, profile: Profile, i: number, now: number): Conflict {
  const real = realConflict(game, profile);
  const states = real.states.filter(
    (code) => game.unaware[i]!.every((k) => isOn(code, k) === isOn(now, k)) && !game.unperceived[i]!(code),
  );
  const { arcs } = real;
  const seen = { ...real, states, feasible: (code: number) => states.includes(code), kept: new Map() };
  if (!arcs) return seen;
  const left = (j: number, code: number) => [...arcs(j, code)].filter((to) => states.includes(to));
  return { ...seen, arcs: (j, code) => new Set(states.includes(code) ? left(j, code) : []) };
}

const putBack = (code: number, options: readonly number[], now: number): number =>
  options.reduce((there, k) => (isOn(there, k) === isOn(now, k) ? there : there ^ (1 << k)), code);

/** Everybody in its own game. */
export function asBelieved(game: Hypergame, profile: Profile, now: number): Seen {
  const real = realConflict(game, profile);
  return {
    real,
    kept: new Map(),
    eyes: real.actors.map((i) => ({
      conflict: conflictSeenBy(game, firstLevel(game, profile, i), i, now),
      blind: game.unaware[i]!,
      view: (code) => putBack(code, game.unaware[i]!, now),
    })),
  };
}

/** The game of i, in which everybody is in the game that i takes it to be in. */
export function gameOf(game: Hypergame, profile: Profile, i: number, now: number): Seen {
  const real = conflictSeenBy(game, firstLevel(game, profile, i), i, now);
  return {
    real,
    kept: new Map(),
    eyes: real.actors.map((j) => ({
      conflict: conflictSeenBy(game, secondLevel(game, profile, i, j), i, now),
      blind: [],
      view: (code) => code,
    })),
  };
}

export const perceives = ({ conflict, view }: Eyes, code: number): boolean => conflict.feasible(view(code));

/** What i can move to by steps that it sees. */
function movesSeen({ real, eyes }: Seen, i: number, s: number): ReadonlySet<number> {
  const mine = eyes[i]!;
  // In graph form one arc is a move.
  if (real.arcs) return new Set([...real.arcs(i, s)].filter((to) => perceives(mine, to)));
  const steps = (from: number) =>
    singleMoves(real, i, from).filter(
      (to) => perceives(mine, to) && flips(real.model, from, to).every((k) => !mine.blind.includes(k)),
    );
  const reached = new Set(steps(s));
  for (const t of reached) for (const u of steps(t)) reached.add(u);
  reached.delete(s);
  return reached;
}

/** Undeterred improvements of i at the real state s, judged in its own game and applied to s. */
export function believedUndeterred(seen: Seen, concept: Concept, i: number, s: number): readonly number[] {
  const key = `${concept} ${i} ${s}`;
  const known = seen.kept.get(key);
  if (known) return known;
  const mine = seen.eyes[i]!;
  const wanted = perceives(mine, s) ? undeterred(mine.conflict, concept, i, mine.view(s)) : new Set<number>();
  const found = [...movesSeen(seen, i, s)].filter((t) => wanted.has(mine.view(t)));
  seen.kept.set(key, found);
  return found;
}

export const believedStable = (seen: Seen, concept: Concept, i: number, s: number): boolean =>
  believedUndeterred(seen, concept, i, s).length === 0;

function lean(seen: Seen, concept: Concept, i: number, s: number): readonly number[] {
  const { conflict, view } = seen.eyes[i]!;
  const all = believedUndeterred(seen, concept, i, s);
  const { model } = seen.real;
  const shorter = (u: number, t: number) =>
    isProperPart(flips(model, s, u), flips(model, s, t)) &&
    conflict.rank(i, view(u)) >= conflict.rank(i, view(t));
  return all.filter((t) => !all.some((u) => shorter(u, t)));
}

/** What people do at s as each sees it. */
export function believedSteps(
  seen: Seen,
  concept: Concept,
  setting: AgreementSetting,
  from: number,
): readonly Step[] {
  const alone = seen.real.actors.flatMap((i) =>
    lean(seen, concept, i, from).map((to) => ({ from, to, movers: [i] })),
  );
  if (setting === 'none' || (setting === 'at-rest' && alone.length > 0)) return alone;
  return [...alone, ...believedAgreements(seen, concept, from).map((one) => ({ from, ...one }))];
}

export function believedCourse(seen: Seen, concept: Concept, setting: AgreementSetting, now: number): Course {
  const stands = !seen.real.feasible(now);
  return courseBy((s) => (stands ? [] : believedSteps(seen, concept, setting, s)), now);
}
