import type { Concept } from '../solver.ts';
import { feasibility, optionsRead, optionsThatMatter, ownOptions, type Unlisted } from './conflict.ts';
import { type OwnMoves, ownMoves } from './moves.ts';
import { type Comparing, comparing, readingOnly } from './preference.ts';
import { keyOf, type Words } from './words.ts';

/** One move of an actor, or a step of others', and where it leads. */
export type WordStep = { readonly actor: number; readonly to: Words };

/**
 * What stands against an improvement: `deterred` by a sanction, `open` where every state that the others can bring about was
 * looked at, `unknown` where there were more than may be looked at.
 */
export type WordWitness = {
  readonly to: Words;
  readonly answer: 'deterred' | 'open' | 'unknown';
  readonly sanction: readonly WordStep[];
  /** States looked at. */
  readonly looked: number;
};

export type StableAt = {
  readonly stable: 'yes' | 'no' | 'unknown';
  readonly improvements: readonly WordWitness[];
};

/** Most states that are looked at for one improvement. */
export const mostLooked = 20_000;

/**
 * Whether one state is stable for an actor, by search from its improvements: nothing is listed. With few improvements, and few
 * that answer them, that is exact; the search for one improvement ends after `most` states.
 */
export function stableAt(
  conflict: Unlisted,
  most: number = mostLooked,
): (actor: number, state: Words, concept: Concept) => StableAt {
  const { model, preferences } = conflict;
  const read = preferences.map((_, actor) => optionsRead(conflict, actor));
  const moves = ownMoves(model, read);
  const compare = preferences.map(comparing);
  const better = improvementsOf(conflict, moves);
  return (actor, state, concept) => {
    const own = compare[actor]!;
    const found = better(actor, state).map((to): WordWitness => {
      if (concept === 'nash') return { to, answer: 'open', sanction: [], looked: 1 };
      const free = concept === 'gmr' || concept === 'smr';
      const escapes = concept === 'smr' || concept === 'sseq';
      const hurts = (at: Words) =>
        own(at, state) <= 0 && (!escapes || moves(actor, at, (end) => own(end, state) > 0).length === 0);
      const others = Array.from({ length: model.actors }, (_, j) => j).filter((j) => j !== actor);
      return search(to, others, free ? moves : better, hurts, most);
    });
    const stable = found.some(({ answer }) => answer === 'open')
      ? 'no'
      : found.some(({ answer }) => answer === 'unknown')
        ? 'unknown'
        : 'yes';
    return { stable, improvements: found };
  };
}

/** R⁺_i(s), the best first. */
export function improvementsOf(
  { model, preferences }: Unlisted,
  moves: OwnMoves = ownMoves(model),
): (actor: number, state: Words) => readonly Words[] {
  const within: readonly Comparing[] = preferences.map((one, actor) =>
    comparing(readingOnly(one, new Set(ownOptions(model, actor)))),
  );
  return (actor, state) => {
    const compare = within[actor]!;
    return [...moves(actor, state, (to) => compare(to, state) > 0)].sort((a, b) => compare(b, a));
  };
}

/** Whether a state is a Nash equilibrium: feasible, and no actor reaches a state that it prefers. */
export function isNash(conflict: Unlisted): (state: Words) => boolean {
  const { model, preferences } = conflict;
  const feasible = feasibility(model);
  const own = preferences.map((_, actor) => optionsThatMatter(conflict, actor));
  const improvements = improvementsOf(conflict, ownMoves(model, own));
  return (state) => feasible(state) && own.every((_, actor) => improvements(actor, state).length === 0);
}

/**
 * Breadth first through what the others bring about from `start`. Moves in option form are transitive, so that the rule that nobody
 * moves twice in a row changes nothing (see `leastByMoves`).
 */
function search(
  start: Words,
  others: readonly number[],
  moves: OwnMoves,
  hurts: (at: Words) => boolean,
  most: number,
): WordWitness {
  const cameFrom = new Map<string, WordStep & { readonly from: Words | undefined }>();
  cameFrom.set(keyOf(start), { actor: -1, to: start, from: undefined });
  const queue = [start];
  const answer = (kind: WordWitness['answer'], at?: Words): WordWitness => {
    const sanction: WordStep[] = [];
    for (let state = at; state; ) {
      const { actor, to, from } = cameFrom.get(keyOf(state))!;
      if (from) sanction.unshift({ actor, to });
      state = from;
    }
    return { to: start, answer: kind, sanction, looked: cameFrom.size };
  };
  for (let k = 0; k < queue.length; k++) {
    const from = queue[k]!;
    for (const actor of others)
      for (const to of moves(actor, from)) {
        const key = keyOf(to);
        if (cameFrom.has(key)) continue;
        cameFrom.set(key, { actor, to, from });
        if (hurts(to)) return answer('deterred', to);
        if (cameFrom.size > most) return answer('unknown');
        queue.push(to);
      }
  }
  return answer('open');
}
