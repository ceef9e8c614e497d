import type { Frequency, SweepResult, SweptQuestion, SweptState } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { concepts } from '@demarche/engine';
import {
  actorName,
  caveat,
  evenWords,
  frequencyWords,
  gainWords,
  intervalWords,
  modelWords,
  oftenestEquilibria,
  readingLabel,
  splittingActor,
  stateWords,
  sweepCondition,
  verdictsSeen,
  verdictWord,
} from '../words/index.ts';
import { type About, closing } from './about.ts';
import { bar, type Page, pageFor, type View } from './layout.ts';

/** States that are shown unless all are asked for. */
const fewStates = 5;

/** `demarche sweep`: how often each answer follows when readings, priorities and likelihoods are drawn. */
export function sweepText(
  found: Case,
  result: SweepResult,
  view: View,
  about: About & { readonly full?: boolean },
): string {
  const page = pageFor(view);
  const full = about.full === true;
  page.title(found.title);
  const asOf = found.asOf === undefined ? '' : `As of ${found.asOf}. `;
  page.dim(`${asOf}How much this moves when the inputs move: ${sweepCondition(found, result)}; ${caveat}.`);
  for (const question of result.questions) questionPart(page, found, question, full);
  if (result.gains.length > 0) gainsPart(page, found, result);
  if (result.states && result.settings.only === undefined) restsPart(page, found, result.states, full);
  if (result.states && (full || result.settings.only === 'equilibria'))
    equilibriaPart(page, found, result.states, full);
  drawnPart(page, found, result);
  closing(page, found, { ...about, settings: undefined });
  page.dim(`seed ${result.settings.seed}, ${result.settings.samples} samples asked for`);
  return page.text();
}

function questionPart(page: Page, found: Case, question: SweptQuestion, full: boolean): void {
  page.heading(found.questions.find(({ id }) => id === question.question)!.ask);
  const seen = verdictsSeen(question);
  page.table(
    seen.map((one) => [
      verdictWord[one],
      frequencyWords(question.answers[one]),
      bar(question.answers[one].share),
    ]),
    { right: [1] },
  );
  const leading = splittingActor(question);
  const actors = [...new Set(question.byReading.map(({ actor }) => actor))];
  const shown = full ? actors : actors.filter((actor) => actor === leading);
  for (const actor of shown) {
    page.blank();
    const lead = actor === leading ? 'It hangs most on how' : 'By how';
    page.para(`${lead} ${actorName(found, actor)} is read:`, 2);
    page.table(
      [
        ['', ...seen.map((one) => verdictWord[one])],
        ...question.byReading
          .filter((one) => one.actor === actor && one.samples > 0)
          .map(({ reading, answers }) => [
            readingLabel(found, actor, reading),
            ...seen.map((one) => frequencyWords(answers[one])),
          ]),
      ],
      { indent: 4, header: true, right: seen.map((_, k) => k + 1) },
    );
  }
}

function gainsPart(page: Page, found: Case, { gains }: SweepResult): void {
  page.heading('Against now, by its own priorities as drawn');
  const seen = (['better', 'same', 'worse', 'mixed'] as const).filter((change) =>
    gains.some(({ changes }) => changes[change].count > 0),
  );
  page.table(
    [
      ['', ...seen.map((change) => gainWords[change])],
      ...gains.map(({ actor, changes }) => [
        actorName(found, actor),
        ...seen.map((change) => frequencyWords(changes[change])),
      ]),
    ],
    { header: true, right: seen.map((_, k) => k + 1) },
  );
}

function restsPart(page: Page, found: Case, states: readonly SweptState[], full: boolean): void {
  page.heading('Where it comes to rest');
  const rests = states
    .flatMap(({ code, rest }) => (rest && rest.count > 0 ? [{ code, rest }] : []))
    .sort(byFrequency(({ rest }) => rest));
  const shown = full ? rests : rests.slice(0, fewStates);
  page.table(
    shown.map(({ rest, code }) => [frequencyWords(rest), stateWords(found, code)]),
    { right: [0] },
  );
  const more = rests.length - shown.length;
  if (more > 0) page.dim(`${more} more states are a rest in some sample: see --full.`, 2);
}

/** By code all of them; else the most frequent ones, in words. */
function equilibriaPart(page: Page, found: Case, states: readonly SweptState[], full: boolean): void {
  page.heading('How often each state is an equilibrium, by its code');
  const shown = full ? states : oftenestEquilibria(states).slice(0, fewStates);
  page.table(
    [
      ['code', ...concepts],
      ...shown.map(({ code, equilibrium }) => [
        String(code),
        ...concepts.map((concept) => frequencyWords(equilibrium[concept])),
      ]),
    ],
    { header: true, right: [0, 1, 2, 3, 4, 5] },
  );
  if (full) return;
  for (const { code } of shown) page.item(`${code}: ${stateWords(found, code)}`);
  const more = states.length - shown.length;
  if (more > 0) page.dim(`${more} more states are an equilibrium in some sample: see --full.`, 2);
}

function drawnPart(page: Page, found: Case, result: SweepResult): void {
  page.heading('What was drawn');
  page.table(
    found.actors.flatMap(({ id, name }) =>
      result.readings
        .filter(({ actor }) => actor === id)
        .map(({ reading, drawn }, k) => [
          k === 0 ? name : '',
          readingLabel(found, id, reading),
          frequencyWords(drawn),
        ]),
    ),
    { right: [2] },
  );
  if (result.none.count > 0)
    page.item(
      `${frequencyWords(result.none)} of the samples fell on none of a party’s readings: they have no answer, and stay in every total.`,
    );
  const even = evenWords(found);
  if (even !== undefined) page.item(even);
  page.item(modelWords(result));
  page.item(intervalWords(result));
}

/** Most frequent first; what is equally frequent in the order of the file. */
function byFrequency<T>(of: (one: T) => Frequency): (a: T, b: T) => number {
  return (a, b) => of(b).count - of(a).count;
}
