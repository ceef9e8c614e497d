import { type Case, compileCase, RankedApart } from '@demarche/case';
import { type Concept, positionOf } from '@demarche/engine';
import { answerCell } from '../answer/cell.ts';
import { gamesOf } from '../answer/game.ts';
import type { Agreements, Beliefs, Profile, Verdict } from '../answer/result.ts';
import { tellingOf } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import { applied, type Change, differencesOf } from './differences.ts';
import type { Crux, Difference, NotComparable } from './result.ts';

export type CruxOptions = {
  readonly question: string;
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  readonly agreements?: Agreements;
  readonly beliefs?: Beliefs;
  /** Most sets of differences tried; default 20 000. */
  readonly most?: number;
};

/**
 * Why two people's cases of one conflict answer a question differently: the sets of differing judgements that, applied to the
 * first case, give the second's answer while no proper part does. All sets are tried, smallest first, within the budget; beyond
 * it one set is found by leaving out what can be left out.
 */
export function cruxOf(one: Case, other: Case, options: CruxOptions): Crux | NotComparable {
  const changes = differencesOf(one, other);
  if ('problems' in changes) return changes;
  const wanted = verdict(other, options);
  const here = verdict(one, options);
  if (wanted === undefined || here === undefined)
    return { problems: [`${options.question} is no question of both cases that is answered by yes or no`] };
  const result = { question: options.question, one: here, other: wanted, differences: changes.map(told) };
  if (here === wanted) return { ...result, sets: [], upTo: changes.length };
  const gives = (set: readonly number[]) =>
    verdict(
      applied(
        one,
        other,
        set.map((k) => changes[k]!),
      ),
      options,
    ) === wanted;
  const budget = options.most ?? 20_000;
  const sets: (readonly number[])[] = [];
  let tried = 0;
  let upTo = 0;
  for (let size = 1; size <= changes.length; size++) {
    const candidates = setsOf(changes.length, size);
    if (tried + candidates.length > budget) break;
    tried += candidates.length;
    for (const set of candidates) if (isMinimal(set, sets) && gives(set)) sets.push(set);
    upTo = size;
  }
  if (sets.length === 0 && upTo < changes.length) {
    const all = changes.map((_, k) => k);
    if (gives(all)) sets.push(reduced(all, gives));
  }
  return { ...result, sets, upTo };
}

/** A set that still gives the answer when nothing more can be left out of it, found by leaving out ever smaller runs. */
function reduced(all: readonly number[], gives: (set: readonly number[]) => boolean): readonly number[] {
  let set = all;
  for (let run = Math.ceil(set.length / 2); run >= 1; ) {
    let shorter = false;
    for (let at = 0; at < set.length; at += run) {
      const left = [...set.slice(0, at), ...set.slice(at + run)];
      if (left.length === 0 || !gives(left)) continue;
      set = left;
      shorter = true;
      at -= run;
    }
    if (!shorter && run === 1) break;
    if (!shorter) run = Math.ceil(run / 2);
  }
  return set;
}

function isMinimal(set: readonly number[], known: readonly (readonly number[])[]): boolean {
  return !known.some((smaller) => smaller.every((k) => set.includes(k)));
}

function setsOf(count: number, size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  const sets: (readonly number[])[] = [];
  const grow = (set: readonly number[], from: number) => {
    if (set.length === size) {
      sets.push(set);
      return;
    }
    for (let k = from; k <= count - (size - set.length) && sets.length <= 100_000; k++)
      grow([...set, k], k + 1);
  };
  grow([], 0);
  return sets;
}

/**
 * The answer in a cell; undefined where the question has none, or where the changes leave no start to begin from, or let an actor
 * rank states differently that are one.
 */
function verdict(found: Case, options: CruxOptions): Verdict | undefined {
  try {
    return verdictIn(found, options);
  } catch (error) {
    if (error instanceof RankedApart) return undefined;
    throw error;
  }
}

function verdictIn(found: Case, options: CruxOptions): Verdict | undefined {
  const compiled = compileCase(found, options.scenario ?? null);
  if (compiled.now === undefined || positionOf(compiled.structure, compiled.now) === -1) return undefined;
  const cell = answerCell(
    compiled,
    gamesOf(compiled.structure, tellingOf(compiled)),
    options.profile ?? firstProfile(found),
    options.concept ?? 'seq',
    options.agreements ?? 'any',
    options.beliefs ?? 'correct',
  );
  const answer = cell.answers.find(({ question }) => question === options.question)?.answer;
  return answer === 'gains' ? undefined : answer;
}

function told({ apply: _apply, edit: _edit, ...difference }: Change): Difference {
  return difference;
}
