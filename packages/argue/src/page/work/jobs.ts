import {
  answersAt,
  type CellAnswer,
  type Combination,
  type Crux,
  cruxOf,
  minimalSets,
  profilesOf,
  type QuestionAnswer,
  type Variation,
  variationsOf,
} from '@demarche/analysis';
import { type Case, LimitError, RankedApart, readCase } from '@demarche/case';
import { reportBody } from '@demarche/report/html';
import { answerJson } from '@demarche/report/json';
import { reportMarkdown } from '@demarche/report/markdown';
import { answerAsked, type Basis, caseOf, compute, livePage } from '@demarche/report/record';
import { blindBasis } from './blind-basis.ts';
import { type Choice, choicesBetween, withChoices } from './combination.ts';

/** Tells how far a job is. */
export type Step = (done: number, all: number) => void;

/** The answers of both versions in one combination. */
export type Compared = {
  readonly author: readonly QuestionAnswer[];
  readonly yours: readonly QuestionAnswer[];
  /** By question, where the author's own case answers otherwise than where a reader begins. */
  readonly chosen: readonly {
    readonly question: string;
    readonly start: string;
    readonly choices: readonly Choice[];
    /** Positions in `choices`: the smallest sets that bring the answer about. */
    readonly sets: readonly (readonly number[])[];
  }[];
};

/** The text of a version that has errors, or that no answer can be computed from. */
export type Problems = { readonly problems: readonly string[] };

const mostTried = 60;
const mostCruxTried = 400;

/** All that a page asks for; what it is about is the basis of the report and the text of a version. */
export function jobsFor(basis: Basis) {
  const author = caseOf(basis)!;
  const ask = answersAt(author, basis.asked);
  let last: { readonly text: string; readonly found: Case; readonly ask: typeof ask } | undefined;
  const version = (text: string) => {
    if (text === basis.case.text) return { found: author, ask };
    if (last?.text !== text) {
      const found = caseOf(basis, text);
      last = found && { text, found, ask: answersAt(found, basis.asked) };
    }
    return last;
  };
  const sound = (text: string): Case => version(text)?.found ?? author;

  return {
    compare(text: string, start: Combination, at: Combination): Compared | Problems {
      const mine = version(text);
      if (!mine) return { problems: problemsOf(text) };
      try {
        const [here, yours] = [ask(at), mine.ask(at)];
        if (!here || !yours)
          return { problems: ['where things stand now cannot be, in these circumstances'] };
        return { author: here.answers, yours: yours.answers, chosen: chosenBy(ask, start, at, here) };
      } catch (error) {
        if (error instanceof LimitError || error instanceof RankedApart) return { problems: [error.message] };
        throw error;
      }
    },

    /** For each of the questions why the versions answer differently. */
    crux(text: string, at: Combination, questions: readonly string[]): readonly Crux[] {
      const { agreements, sanctions } = basis.asked;
      return questions.flatMap((question) => {
        const one = cruxOf(author, sound(text), {
          ...at,
          question,
          agreements,
          sanctions,
          most: mostCruxTried,
        });
        return 'problems' in one ? [] : [one];
      });
    },

    /** What each answer hangs on in both versions, over all readings and circumstances. */
    hangs(
      text: string,
      at: Combination,
      step: Step,
    ): { readonly author: readonly Variation[]; readonly yours: readonly Variation[] } {
      const both = [author, sound(text)];
      const all = both.length;
      const [one, other] = both.map((found, k) =>
        k === 1 && found === author
          ? undefined
          : variations(found, basis, at, (done, of) => step(k * of + done, all * of)),
      );
      return { author: one!, yours: other ?? one! };
    },

    /** The words of the report, for a version, with or without names. */
    report(text: string, blind: boolean, step: Step): string {
      const found = sound(text);
      const { version: made, passages } = basis;
      if (!blind) {
        const { answer, more } = compute(found, basis, step);
        return reportBody(found, answer, { version: made, passages, more }).html;
      }
      const hidden = blindBasis(found, basis);
      const { answer, more } = compute(hidden.found, hidden.basis, step);
      return reportBody(hidden.found, answer, { version: made, more }).html;
    },

    /** A file of a version: the page itself with its script, Markdown, or the answers as data. */
    file(text: string, kind: 'html' | 'md' | 'json', script: string, step: Step): string {
      const found = sound(text);
      if (kind === 'html') {
        const own = { ...basis, case: { ...basis.case, text, sha256: found.sha256 } };
        return livePage(own, compute(found, basis, step), script);
      }
      const answer = answerAsked(found, basis.asked, step);
      return kind === 'md'
        ? reportMarkdown(found, answer, { version: basis.version, passages: basis.passages })
        : `${JSON.stringify(answerJson(found, answer, basis.version), null, 2)}\n`;
    },
  };
}

export type Jobs = ReturnType<typeof jobsFor>;

function problemsOf(text: string): readonly string[] {
  return readCase(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
}

/** Which of the choices of a combination change the answers of the author's own case. */
function chosenBy(
  ask: (at: Combination) => CellAnswer | undefined,
  start: Combination,
  at: Combination,
  here: CellAnswer,
): Compared['chosen'] {
  const choices = choicesBetween(start, at);
  const first = choices.length > 0 ? ask(start) : undefined;
  if (!first) return [];
  const kept = new Map<string, CellAnswer | undefined>();
  const cellOf = (set: readonly number[]) => {
    const key = set.join();
    if (!kept.has(key))
      kept.set(
        key,
        ask(
          withChoices(
            start,
            at,
            set.map((k) => choices[k]!),
          ),
        ),
      );
    return kept.get(key);
  };
  return here.answers.flatMap(({ question, answer }, q) => {
    const begun = first.answers[q]!.answer;
    if (answer === 'gains' || begun === answer) return [];
    const gives = (set: readonly number[]) => cellOf(set)?.answers[q]?.answer === answer;
    return [{ question, start: begun, choices, sets: minimalSets(choices.length, gives, mostTried).sets }];
  });
}

function variations(found: Case, { asked }: Basis, at: Combination, step: Step): readonly Variation[] {
  const { concept, beliefs } = at;
  const ask = answersAt(found, asked);
  const profiles = profilesOf(found, asked.reading);
  const scenarios =
    asked.scenario === undefined ? [null, ...found.scenarios.map(({ id }) => id)] : [asked.scenario];
  const all = profiles.length * scenarios.length;
  if (all > mostCells) return [];
  const cells: CellAnswer[] = [];
  for (const scenario of scenarios)
    for (const profile of profiles) {
      const cell = ask({ profile, scenario, concept, beliefs });
      if (cell) cells.push(cell);
      step(cells.length, all);
    }
  return variationsOf(found, { profiles, scenarios, beliefs: [beliefs], concepts: [concept], cells });
}

const mostCells = 4096;
