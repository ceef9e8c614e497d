import type { Combination, Crux, QuestionAnswer } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  conceptWords,
  gainWords,
  heldWords,
  quoted,
  scenarioWords,
  verdictWord,
} from '@demarche/report/words';
import { labelOf } from '../version/words.ts';
import type { Choice } from '../work/combination.ts';
import type { Compared } from '../work/jobs.ts';
import { differenceWords } from './difference-words.ts';
import { element } from './element.ts';

/** Each question with the author's answer and the reader's, in one combination. */
export function answersTable(found: Case, shown: Case, { author, yours }: Compared): HTMLElement {
  const rows = shown.questions.map((question, q) => {
    const [here, there] = [author[q]!, yours[q]!];
    return element(
      'tr',
      { class: same(here, there) ? undefined : 'differs' },
      element('th', { scope: 'row' }, question.ask),
      answerCell(found, shown, here),
      answerCell(found, shown, there, !same(here, there)),
    );
  });
  return element(
    'table',
    {},
    element('caption', {}, 'In this combination, as the author judges and as you do'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Question'),
        element('th', { scope: 'col' }, 'The author'),
        element('th', { scope: 'col' }, 'You'),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

export function same(one: QuestionAnswer, other: QuestionAnswer): boolean {
  if (one.answer !== 'gains' || other.answer !== 'gains') return one.answer === other.answer;
  return Object.keys(one.gains).every((id) => one.gains[id]!.change === other.gains[id]!.change);
}

function answerCell(found: Case, shown: Case, one: QuestionAnswer, differs = false): HTMLElement {
  if (one.answer !== 'gains')
    return element(
      'td',
      {},
      element('span', { class: `verdict ${one.answer}` }, verdictWord[one.answer]),
      one.answer === 'no' && one.passed && element('span', { class: 'small' }, ' (it held on the way)'),
      differs && element('span', { class: 'tag warn' }, 'differs'),
    );
  const lines = found.actors.map(({ id }, i) =>
    element('li', {}, `${actorName(shown, i)}: ${gainWords[one.gains[id]!.change]}`),
  );
  return element(
    'td',
    {},
    element('ul', {}, ...lines),
    differs && element('span', { class: 'tag warn' }, 'differs'),
  );
}

/** Which differences of judgement carry a differing answer. */
export function cruxBlock(found: Case, shown: Case, crux: Crux): HTMLElement {
  const ask = shown.questions[found.questions.findIndex(({ id }) => id === crux.question)]!.ask;
  const words = crux.sets.map((set) => {
    const parts = set.map((at) => differenceWords(found, shown, crux.differences[at]!));
    const lead = set.length === 1 ? 'this alone decides: ' : `these ${set.length} together decide: `;
    return element('li', {}, lead, parts.join('; '));
  });
  return element(
    'div',
    { class: 'answer' },
    element(
      'p',
      {},
      element('b', {}, ask),
      ` The author: ${verdictWord[crux.one]}; you: ${verdictWord[crux.other]}.`,
    ),
    words.length > 0
      ? element('ul', {}, ...words)
      : element('p', {}, 'No set of your changes that was tried carries it.'),
  );
}

/** Which choices of the combination change the author's own answer from where a reader began. */
export function chosenBlock(
  found: Case,
  shown: Case,
  at: Combination,
  { question, start, choices, sets }: Compared['chosen'][number],
  answer: QuestionAnswer,
): HTMLElement {
  const ask = shown.questions[found.questions.findIndex(({ id }) => id === question)]!.ask;
  const words = sets.map((set) =>
    element(
      'li',
      {},
      set.length === 1 ? 'this alone changes it: ' : `these ${set.length} together change it: `,
      set.map((k) => choiceWords(found, shown, at, choices[k]!)).join('; '),
    ),
  );
  const verdicts = verdictWord as Readonly<Record<string, string>>;
  return element(
    'div',
    { class: 'answer' },
    element(
      'p',
      {},
      element('b', {}, ask),
      ` Where you began, ${verdicts[start]}; here ${verdicts[answer.answer]}, by the author’s own judgements.`,
    ),
    element('ul', {}, ...words),
  );
}

function choiceWords(found: Case, shown: Case, at: Combination, choice: Choice): string {
  if (choice.of === 'reading') {
    const actor = found.actors.findIndex(({ id }) => id === choice.actor);
    return `${actorName(shown, actor)} read as ${quoted(labelOf(found, shown, actor, at.profile[choice.actor]!))}`;
  }
  if (choice.of === 'concept') return `that ${conceptWords[at.concept]}`;
  if (choice.of === 'beliefs') return heldWords[at.beliefs];
  const k = found.scenarios.findIndex(({ id }) => id === at.scenario);
  return scenarioWords(shown, k < 0 ? null : shown.scenarios[k]!.id);
}
