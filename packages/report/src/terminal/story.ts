import { type CellAnswer, failedDeals, type Profile, pathOnCourse } from '@demarche/analysis';
import { type Case, compileCase, evaluateExpression } from '@demarche/case';
import { positionOf } from '@demarche/engine';
import {
  actorNames,
  failedDealWords,
  groupRests,
  quoted,
  stateWords,
  stepWords,
  verdictWord,
} from '../words/index.ts';
import type { Page } from './layout.ts';

const mostRests = 2;
const mostExits = 2;

/** The way from now to each rest of one cell: who moves, who is better off by it, and what is true where it ends. */
export function showStory(page: Page, found: Case, cell: CellAnswer, full = false): void {
  const groups = groupRests(found, cell.course.rests, cell.scenario);
  const better = gainersOf(found, cell.profile, cell.scenario);
  const shown = full ? groups : groups.slice(0, mostRests);
  shown.forEach((rests, at) => {
    const rest = rests[0]!;
    const path = pathOnCourse(cell.course, rest) ?? [];
    const lead = groups.length > 1 ? `End ${at + 1} of ${groups.length}.` : '';
    if (lead) page.para(lead, 2);
    if (path.length === 0) page.item('It rests where things stand now: nobody moves.', '=', 2);
    let from = cell.course.now;
    path.forEach((step, k) => {
      const gains = better(from, step.to);
      const who = gains.length > 0 ? ` (better for ${actorNames(found, gains)})` : '';
      page.item(`${stepWords(found, from, step)}${who}.`, `${k + 1}.`, 2);
      from = step.to;
    });
    if (path.length > 0)
      page.item(
        rest.length === 1
          ? `There it rests: ${stateWords(found, rest[0]!)}.`
          : `There it goes round and round among ${rest.length} situations, one of them: ${stateWords(found, rest[0]!)}.`,
        '=',
        2,
      );
    if (rests.length > 1)
      page.dim(`(${rests.length} ends that differ in nothing the case has a name for.)`, 4);
    showFailedDeals(page, found, cell, rest, full);
  });
  if (groups.length > shown.length) page.dim(`and ${groups.length - shown.length} more ends: see --full.`, 4);
  showForks(page, found, cell, full);
}

/** The deals that fail at a rest; in short the least one that would change an answer and that fails for more than idleness. */
function showFailedDeals(
  page: Page,
  found: Case,
  cell: CellAnswer,
  rest: readonly number[],
  full: boolean,
): void {
  if (rest.length !== 1) return;
  const failed = failedDeals(found, cell, rest[0]!);
  const truths = (code: number) =>
    found.questions
      .map(
        ({ holdsWhen }) => holdsWhen && evaluateExpression(found, holdsWhen.expression, code, cell.scenario),
      )
      .join();
  const telling = failed.filter(
    ({ fails, to }) => (fails === 'does-not-hold' || fails === 'answered') && truths(to) !== truths(rest[0]!),
  );
  const shown = full ? failed : telling.slice(0, 1);
  for (const deal of shown) {
    const { deal: what, why } = failedDealWords(found, deal);
    page.item(`No deal there: ${what}; but ${why}.`, 'x', 2);
  }
  const left = failed.length - shown.length;
  if (left > 0 && shown.length > 0)
    page.dim(`${left} more deal${left === 1 ? ' fails' : 's fail'} there: see --full.`, 4);
}

function showForks(page: Page, found: Case, cell: CellAnswer, full: boolean): void {
  const seen = new Map<string, string[]>();
  for (const answer of cell.answers) {
    if (answer.answer !== 'depends') continue;
    const fork = answer.forks[0];
    if (!fork) continue;
    const verdicts = new Set<string>();
    const exits = fork.exits.flatMap(({ from, step, verdict }) => {
      // One way out for each verdict will do.
      if (!full && (verdicts.has(verdict) || verdicts.size >= mostExits)) return [];
      verdicts.add(verdict);
      return [`${quoted(verdictWord[verdict])} if ${stepWords(found, from, step)}`];
    });
    const ask = found.questions.find(({ id }) => id === answer.question)!.ask;
    const text = [...new Set(exits)].join('; ');
    seen.set(text, [...(seen.get(text) ?? []), ask]);
  }
  for (const [text, asks] of seen) page.item(`Where the ways part (${asks.join(' ')}): ${text}.`, '<', 2);
}

/** Who is better off in one state than in another, under a profile. */
function gainersOf(
  found: Case,
  profile: Profile,
  scenario: string | null,
): (from: number, to: number) => number[] {
  const compiled = compileCase(found, scenario);
  return (from, to) => {
    const [a, b] = [positionOf(compiled.structure, from), positionOf(compiled.structure, to)];
    return found.actors.flatMap(({ id }, i) => {
      const ranks = compiled.ranks(i, profile[id]!);
      return ranks[b]! > ranks[a]! ? [i] : [];
    });
  };
}
