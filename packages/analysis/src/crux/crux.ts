import { type Case, RankedApart } from '@demarche/case';
import type { Concept, SanctionRule } from '@demarche/engine';
import { answersAt } from '../answer/answer-at.ts';
import type { Agreements, Beliefs, Profile, Verdict } from '../answer/result.ts';
import { firstProfile } from '../grid/profiles.ts';
import { applied, type Change, differencesOf } from './differences.ts';
import { minimalSets } from './minimal-sets.ts';
import type { Crux, Difference, NotComparable } from './result.ts';

export type CruxOptions = {
  readonly question: string;
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  readonly agreements?: Agreements;
  readonly sanctions?: SanctionRule;
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
  return { ...result, ...minimalSets(changes.length, gives, options.most ?? 20_000) };
}

/**
 * The answer in a cell; undefined where the question has none, or where the changes leave no start to begin from, or let an actor
 * rank states differently that are one.
 */
function verdict(found: Case, options: CruxOptions): Verdict | undefined {
  try {
    const cell = answersAt(
      found,
      options,
    )({
      profile: options.profile ?? firstProfile(found),
      scenario: options.scenario ?? null,
      concept: options.concept ?? 'seq',
      beliefs: options.beliefs ?? 'correct',
    });
    const answer = cell?.answers.find(({ question }) => question === options.question)?.answer;
    return answer === 'gains' ? undefined : answer;
  } catch (error) {
    if (error instanceof RankedApart) return undefined;
    throw error;
  }
}

function told({ apply: _apply, edit: _edit, ...difference }: Change): Difference {
  return difference;
}
