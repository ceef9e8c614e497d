import { type CaseAnswer, type Chances, type Hinge, misreadingMatters, type Rule } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { anchorCounts } from '../terminal/about.ts';
import { ruleText, samenessOf } from '../words/index.ts';
import { aboutJson } from './about.ts';

/** `demarche answer --json`: the whole grid, and what each answer hangs on. */
export function answerJson(found: Case, answer: CaseAnswer, version: string) {
  return {
    ...aboutJson(found, version),
    anchors: anchorCounts(found),
    settings: { ...answer.settings, concepts: answer.concepts, beliefs: beliefsJson(answer) },
    ...(answer.sampled ? { sampled: answer.sampled } : {}),
    ...weightsJson(answer),
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
        const robust = samenessOf(answer, question.id, cell, one.answer);
        return {
          ...place,
          passed: one.passed,
          ...(one.before ? { before: one.before } : {}),
          rests: cell.course.rests,
          ...(one.forks.length > 0 ? { forks: one.forks } : {}),
          ...(robust ? { robust } : {}),
        };
      }),
      ...hangsJson(answer, question.id),
    })),
  };
}

/** `correct`, `as-held`, or `both`. */
export function beliefsJson({ beliefs }: CaseAnswer): string {
  return beliefs.length > 1 ? 'both' : beliefs[0]!;
}

/**
 * By concept: `hinge`, over readings and scenarios under the headline's beliefs; and with both kinds of beliefs `withBeliefs`, over
 * all cells with the factor `beliefs`, and in how many combinations of the rest (`of`) the answers `differ`.
 */
function hangsJson(answer: CaseAnswer, question: string) {
  const byConcept = <T>(hinges: readonly Hinge[], value: (hinge: Hinge) => T): Record<string, T> =>
    Object.fromEntries(
      hinges.filter((hinge) => hinge.question === question).map((hinge) => [hinge.concept, value(hinge)]),
    );
  return {
    hinge: byConcept(answer.hinges, hingeJson),
    ...chancesJson(answer, question),
    ...(answer.withBeliefs
      ? {
          withBeliefs: byConcept(answer.withBeliefs, (hinge) => {
            const { cells: differ, of } = misreadingMatters(answer, question, hinge.concept)!;
            return { differ, of, ...hingeJson(hinge) };
          }),
        }
      : {}),
  };
}

/** How probable each answer of a question is, where anything was stated that weighs the readings. */
function chancesJson(answer: CaseAnswer, question: string) {
  const chances = answer.chances.filter((one) => one.question === question);
  return chances.length === 0 ? {} : { chances: chances.map(({ question: _, ...one }: Chances) => one) };
}

/** What every reading weighs, and what that rests on, where a probability is printed. */
function weightsJson({ chances, standings }: CaseAnswer) {
  return chances.length === 0 ? {} : { weights: standings };
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
    settings: { ...answer.settings, concepts: answer.concepts, beliefs: beliefsJson(answer) },
    ...(answer.sampled ? { sampled: answer.sampled } : {}),
    ...weightsJson(answer),
    questions: found.questions
      .filter(({ kind }) => kind === 'holds')
      .map(({ id, ask }) => ({
        id,
        ask,
        ...hangsJson(answer, id),
      })),
  };
}
