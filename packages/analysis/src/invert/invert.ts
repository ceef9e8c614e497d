import { type Case, compileCase } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import type { Agreements, Beliefs, Profile } from '../answer/result.ts';
import { firstProfile } from '../grid/profiles.ts';
import { onlyFixes } from './alone.ts';
import type { Ask } from './ask.ts';
import { breakingOf } from './breaking.ts';
import type { Played, Unit } from './edit.ts';
import { mentionedIn } from './mention.ts';
import { atomizer } from './minimal.ts';
import type { Change, ChangeSet, InvertResult } from './result.ts';
import { minimalSets } from './search.ts';
import { solvedAgain } from './solve-again.ts';
import { trialsOf } from './trial.ts';
import { unitsOf } from './units.ts';

export type InvertOptions = {
  readonly question: string;
  readonly wanted: 'yes' | 'no';
  /** Default: everybody's first reading. */
  readonly profile?: Profile;
  /** Default `null`: things as they stand. */
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  readonly agreements?: Agreements;
  /** With `as-held`, wrong beliefs count, and correcting one is a change. Default correct. */
  readonly beliefs?: Beliefs;
  /** Most changes in a set; default 2. */
  readonly size?: 1 | 2;
  /** Most games solved; default all that the space holds. */
  readonly most?: number;
  /** Once aborted, what was found so far is returned. */
  readonly signal?: AbortSignal;
  /** Called with the sets decided and in all. */
  readonly onProgress?: (done: number, all: number) => void;
};

/**
 * What it would take: all minimal sets of changes after which the question has the wanted answer, each solved again from the
 * changed case; or, where the search was exhausted and found none, the proof that none up to that size does.
 */
export function invertCase(found: Case, options: InvertOptions): InvertResult {
  const search = invertStepwise(found, options);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** The same in small steps, so that whoever asks can stop in between: once `signal` is aborted, the next step is the last. */
export function* invertStepwise(found: Case, options: InvertOptions): Generator<void, InvertResult> {
  const { question, wanted, scenario = null, size = 2 } = options;
  const asked = found.questions.find(({ id }) => id === question);
  if (!asked?.holdsWhen) throw new Error(`${question} is no question that holds or does not`);
  const ask: Ask = {
    question,
    wanted,
    profile: options.profile ?? firstProfile(found),
    concept: options.concept ?? 'seq',
    agreements: options.agreements ?? 'any',
    beliefs: options.beliefs ?? 'correct',
  };
  const compiled = compileCase(found, scenario);
  const played: Played = { found, scenario };
  const before = solvedAgain(played, [], ask);
  if (!before) throw new Error(`the start state of ${scenario ?? 'the case'} is not feasible`);
  const units = unitsOf(compiled, ask.profile, ask.beliefs);
  const mentioned = mentionedIn(found, asked.holdsWhen.expression);
  const fixes = (unit: Unit) => onlyFixes(compiled, mentioned, unit.change);
  const there = before.answer === wanted;
  const search = there
    ? { found: [], searched: [], exhausted: true }
    : yield* minimalSets(
        units,
        trialsOf(played, compiled, ask),
        atomizer(played),
        (set) => !set.every(fixes),
        {
          size,
          most: options.most ?? Number.POSITIVE_INFINITY,
          signal: options.signal,
          onProgress: options.onProgress,
        },
      );
  const changes: ChangeSet[] = [];
  for (const set of cheapestFirst(search.found, units)) {
    changes.push(verified(set, played, ask));
    yield;
  }
  const { breaking, whole } =
    before.answer === 'yes'
      ? yield* breakingOf(played, units, ask, fixes, () => options.signal?.aborted ?? false)
      : { breaking: [], whole: true };
  return {
    question,
    wanted,
    profile: ask.profile,
    scenario,
    concept: ask.concept,
    agreements: ask.agreements,
    beliefs: ask.beliefs,
    size,
    answer: before.answer,
    space: spaceOf(units),
    changes,
    breaking,
    searched: search.searched,
    exhausted: search.exhausted && whole,
  };
}

/** Solves the set again from the changed case, by the same way as any other case. */
function verified(set: readonly Unit[], played: Played, ask: Ask): ChangeSet {
  const again = solvedAgain(played, set, ask);
  if (again?.answer !== ask.wanted || again.forced)
    throw new Error(`solved again, the changes give ${again?.answer}: ${JSON.stringify(set)}`);
  return { parts: set.map(({ change }) => change), swaps: swapsOf(set) };
}

function cheapestFirst(
  found: readonly (readonly Unit[])[],
  units: readonly Unit[],
): readonly (readonly Unit[])[] {
  const at = new Map(units.map((unit, k) => [unit, k]));
  return [...found].sort(
    (a, b) =>
      a.length - b.length ||
      swapsOf(a) - swapsOf(b) ||
      at.get(a[0]!)! - at.get(b[0]!)! ||
      at.get(a[1] ?? a[0]!)! - at.get(b[1] ?? b[0]!)!,
  );
}

function swapsOf(set: readonly Unit[]): number {
  return set.reduce((sum, { swaps }) => sum + swaps, 0);
}

function spaceOf(units: readonly Unit[]): Readonly<Record<Change['kind'], number>> {
  const space = { give: 0, irrevocable: 0, gate: 0, believe: 0, reorder: 0 };
  for (const { change } of units) space[change.kind]++;
  return space;
}
