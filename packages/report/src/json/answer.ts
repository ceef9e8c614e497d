import type { CaseAnswer, Hinge, Rule } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { anchorCounts } from '../terminal/about.ts';
import { ruleText, samenessOf } from '../words/index.ts';
import { aboutJson } from './about.ts';

/** `demarche answer --json`: the whole grid, and what each answer hangs on. */
export function answerJson(found: Case, answer: CaseAnswer, version: string) {
  return {
    ...aboutJson(found, version),
    anchors: anchorCounts(found),
    settings: { ...answer.settings, concepts: answer.concepts, beliefs: answer.beliefs },
    ...(answer.sampled ? { sampled: answer.sampled } : {}),
    questions: found.questions.map((question, q) => ({
      id: question.id,
      ask: question.ask,
      kind: question.kind,
      answers: answer.cells.map((cell) => {
        const one = cell.answers[q]!;
        const place = {
          profile: cell.profile,
          scenario: cell.scenario,
          concept: cell.concept,
          beliefs: cell.beliefs,
          answer: one.answer,
        };
        if (one.answer === 'gains')
          return {
            ...place,
            gains: one.gains,
            rests: cell.course.rests,
            ...(one.worseForAll.length > 0 ? { worseForAll: one.worseForAll } : {}),
          };
        const robust = samenessOf(answer, question.id, cell.profile, cell.scenario, one.answer);
        return {
          ...place,
          passed: one.passed,
          ...(one.before ? { before: one.before } : {}),
          rests: cell.course.rests,
          ...(one.forks.length > 0 ? { forks: one.forks } : {}),
          ...(robust ? { robust } : {}),
        };
      }),
      hinge: Object.fromEntries(
        answer.hinges
          .filter((hinge) => hinge.question === question.id)
          .map((hinge) => [hinge.concept, hingeJson(hinge)]),
      ),
    })),
  };
}

/** `rules` by answer for reading, `ordered` as they apply: a later rule says only what earlier ones do not cover. */
export function hingeJson(hinge: Hinge) {
  const rules: Record<string, string[]> = {};
  for (const rule of hinge.rules) rules[rule.answer] = [...(rules[rule.answer] ?? []), ruleText(rule)];
  return {
    ...(hinge.always ? { always: hinge.always } : {}),
    cells: hinge.cells,
    counts: hinge.counts,
    rules,
    ordered: hinge.rules.map(({ answer, when }: Rule) => ({ answer, when })),
    shares: hinge.shares,
    tipping: hinge.tipping,
    removals: hinge.removals,
    listing: hinge.listing,
    weighted: hinge.weighted,
  };
}

/** `demarche hinge --json`. */
export function hingesJson(found: Case, answer: CaseAnswer, version: string) {
  return {
    ...aboutJson(found, version),
    settings: { ...answer.settings, concepts: answer.concepts, beliefs: answer.beliefs },
    ...(answer.sampled ? { sampled: answer.sampled } : {}),
    questions: found.questions
      .filter(({ kind }) => kind === 'holds')
      .map(({ id, ask }) => ({
        id,
        ask,
        hinge: Object.fromEntries(
          answer.hinges
            .filter((hinge) => hinge.question === id)
            .map((hinge) => [hinge.concept, hingeJson(hinge)]),
        ),
      })),
  };
}
