import {
  bitOf,
  comparing,
  feasibility,
  optionsThatMatter,
  ownMoves,
  Refused,
  setBit,
  type Unlisted,
  type Words,
} from '@demarche/engine';
import { isMore } from './arithmetic.ts';
import { no, not, yes } from './circuit.ts';
import { clausesInto } from './clauses.ts';
import { worthDigits } from './digits.ts';
import { needFree, sharesOf } from './free.ts';
import { leastDigits } from './least.ts';
import { flipped, literalsOf, type Question, stateIn, statesOf } from './question.ts';
import type { SatMaker } from './sat.ts';
import { writingAt, writingWith } from './written.ts';

/** Most settings of an actor's own options that are gone through. */
const mostSettings = 2 ** 12;

/** What an actor can secure, and how the others hold it to that. */
type Secured = {
  /** A state that is worth just that much to it; undefined where it can be kept from nothing. */
  readonly level: Words;
  /** The states by which the others answer a move to one: their options as here. */
  readonly answers: (to: Words) => Words;
};

/**
 * The gmr (smr) equilibria of a conflict in which everybody can set its own options freely. The opponents then bring about any
 * setting of theirs from anywhere, so that what an actor must fear does not depend on the state: gmr holds where it has at least
 * what it can secure by its own choice whatever the others do (maximin), smr where it has at least what it can secure knowing
 * what they do (minimax); engine notes, 3.2. Throws `Refused` elsewhere.
 */
export function securedQuestion(conflict: Unlisted, concept: 'gmr' | 'smr', sat: SatMaker): Question {
  needFree(conflict);
  const { made, state, faults } = statesOf(conflict);
  const secured = conflict.preferences.map((_, actor) =>
    concept === 'gmr' ? maximin(conflict, actor, sat) : minimax(conflict, actor, sat),
  );
  const short = secured.map((one, actor) => {
    if (!one) return no;
    const level = state.map((_, k) => (bitOf(one.level, k) ? yes : no));
    const preference = conflict.preferences[actor]!;
    return isMore(
      made,
      worthDigits(made, preference, writingAt(made, level)),
      worthDigits(made, preference, writingAt(made, state)),
    );
  });
  const feasible = feasibility(conflict.model);
  return {
    made,
    state,
    faults: [...new Set([...faults, ...short])].filter((wire) => wire !== no),
    holds: answered(conflict, concept, secured),
    needs: (at, option) => !feasible(flipped(at, option)),
  };
}

/**
 * From the definition: every improvement of every actor is followed by a sequence of the others' moves, each a legal one, to a state
 * that is no better for the actor than where it began; for smr, and from which it cannot escape.
 */
function answered(
  conflict: Unlisted,
  concept: 'gmr' | 'smr',
  secured: readonly (Secured | undefined)[],
): Question['holds'] {
  const { model, preferences } = conflict;
  const feasible = feasibility(model);
  // What does not matter to the actor that moves matters to no answer: see `optionsThatMatter`.
  const moves = ownMoves(
    model,
    preferences.map((_, i) => optionsThatMatter(conflict, i)),
  );
  const compare = preferences.map(comparing);
  return (state) =>
    feasible(state) &&
    preferences.every((_, i) =>
      moves(i, state, (to) => compare[i]!(to, state) > 0).every((to) => {
        const end = secured[i] && sequence(conflict, i, to, secured[i].answers(to), feasible);
        return (
          end !== undefined &&
          compare[i]!(end, state) <= 0 &&
          (concept === 'gmr' || moves(i, end, (back) => compare[i]!(back, state) > 0).length === 0)
        );
      }),
    );
}

/** Where the others get from a state when each in turn sets its options as they are in `like`; undefined where one may not. */
function sequence(
  conflict: Unlisted,
  actor: number,
  from: Words,
  like: Words,
  feasible: (state: Words) => boolean,
): Words | undefined {
  let at = from;
  for (let j = 0; j < conflict.model.actors; j++) {
    if (j === actor) continue;
    const next = at.slice();
    for (const k of sharesOf(conflict, j).own) setBit(next, k, bitOf(like, k) === 1);
    if (!feasible(next)) return undefined;
    at = next;
  }
  return at;
}

/** The best over its own settings of the worst that the others can do then. */
function maximin(conflict: Unlisted, actor: number, sat: SatMaker): Secured | undefined {
  const preference = conflict.preferences[actor]!;
  const { alone } = sharesOf(conflict, actor);
  const matter = new Set(optionsThatMatter(conflict, actor));
  const own = alone.filter((k) => matter.has(k));
  needFew(own, actor);
  const { made, state, faults } = statesOf(conflict);
  const solver = sat();
  try {
    const clauses = clausesInto(solver, made);
    const inputs = literalsOf(state, clauses);
    for (const fault of faults) clauses.hold(not(fault));
    const worst = new Map<string, Words>();
    let best: { readonly level: Words } | undefined;
    const digits = worthDigits(made, preference, writingAt(made, state));
    const literals = digits.map((wire) => clauses.literal(wire, true));
    const compare = comparing(preference);
    for (let setting = 0; setting < 2 ** own.length; setting++) {
      const assumed = own.map((k, at) => ((setting >>> at) & 1 ? inputs.get(k)! : -inputs.get(k)!));
      if (leastDigits(solver, literals, assumed) === undefined) continue;
      const found = stateIn(solver, state, inputs);
      worst.set(settingOf(own, found), found);
      if (!best || compare(found, best.level) > 0) best = { level: found };
    }
    return best && { level: best.level, answers: (to) => worst.get(settingOf(own, to))! };
  } finally {
    solver.free();
  }
}

/** The worst over the others' settings of the best that it can do then. */
function minimax(conflict: Unlisted, actor: number, sat: SatMaker): Secured | undefined {
  const preference = conflict.preferences[actor]!;
  const own = optionsThatMatter(conflict, actor);
  needFew(own, actor);
  const { made, state, faults } = statesOf(conflict);
  const solver = sat();
  try {
    const clauses = clausesInto(solver, made);
    const inputs = literalsOf(state, clauses);
    // The state itself is feasible, and takes the best of the own settings: its digits are the greatest there are.
    for (const fault of faults) clauses.hold(not(fault));
    const here = worthDigits(made, preference, writingAt(made, state));
    const writing = writingWith(made, state, own);
    for (let setting = 0; setting < 2 ** own.length; setting++) {
      const write = writing(setting);
      const can = not(made.or(conflict.model.impossible.map(write)));
      clauses.hold(not(made.and([can, isMore(made, worthDigits(made, preference, write), here)])));
    }
    const literals = here.map((wire) => clauses.literal(wire, true));
    if (leastDigits(solver, literals, []) === undefined) return undefined;
    const level = stateIn(solver, state, inputs);
    return { level, answers: () => level };
  } finally {
    solver.free();
  }
}

function needFew(own: readonly number[], actor: number): void {
  if (2 ** own.length > mostSettings)
    throw new Refused(
      ({ actor: name }) =>
        `${name(actor)} has ${own.length} options that matter to it: 2^${own.length} ways to set them, and at most ${mostSettings} are gone through`,
    );
}

const settingOf = (options: readonly number[], state: Words) => options.map((k) => bitOf(state, k)).join('');
