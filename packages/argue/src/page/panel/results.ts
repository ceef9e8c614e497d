import type { Combination, Crux, Variation } from '@demarche/analysis';
import { caveat } from '@demarche/report/words';
import { asWritten, isAsWritten } from '../version/version.ts';
import { departuresOf } from '../version/words.ts';
import type { Desk } from '../work/desk.ts';
import type { Compared, Problems } from '../work/jobs.ts';
import { answersTable, chosenBlock, cruxBlock, same } from './answers.ts';
import { button, element } from './element.ts';
import { hangsBlock } from './hangs.ts';
import type { State } from './state.ts';

export type Desks = { readonly quick: Desk; readonly hanging: Desk };

/** What follows, and how it differs from the author's: drawn anew as soon as it is computed. */
export function resultPart(
  state: State,
  start: Combination,
  { quick, hanging: slow }: Desks,
  status: HTMLElement,
): HTMLElement {
  const answers = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Answers' });
  const deciding = element('div');
  const departures = element('div');
  const hanging = element('div');
  let compared: Compared | undefined;
  let cruxes: readonly Crux[] = [];
  let variations: { readonly author: readonly Variation[]; readonly yours: readonly Variation[] } | undefined;

  const drawAnswers = () => {
    if (!compared) return;
    const { found } = state;
    const shown = state.shown();
    const { at } = state.view();
    answers.replaceChildren(answersTable(found, shown, compared));
    deciding.replaceChildren(
      ...cruxes.map((crux) => cruxBlock(found, shown, crux)),
      ...compared.chosen.map((one) =>
        chosenBlock(
          found,
          shown,
          at,
          one,
          compared!.author[found.questions.findIndex(({ id }) => id === one.question)]!,
        ),
      ),
    );
  };
  const drawHanging = () => {
    if (variations)
      hanging.replaceChildren(
        element('h3', {}, 'What it hangs on'),
        element(
          'p',
          { class: 'small' },
          'Over all readings and circumstances, every combination counting once; no probability.',
        ),
        hangsBlock(state.found, state.shown(), variations.author, variations.yours),
      );
  };
  const drawDepartures = () => {
    const { version } = state.view();
    const all = departuresOf(state.found, state.shown(), version);
    departures.replaceChildren(
      element('h3', { tabindex: '-1' }, 'Where you judge otherwise'),
      all.length === 0
        ? element('p', { class: 'small' }, 'Nowhere yet: everything is as the author has it.')
        : element(
            'ul',
            { class: 'departures' },
            ...all.map(({ words, undone }) =>
              element(
                'li',
                {},
                element('span', {}, words),
                button('Undo', () => undo(undone), { 'aria-label': `Undo: ${words}` }),
              ),
            ),
          ),
      ...(all.length > 1 ? [button('Undo all', () => undo(asWritten))] : []),
    );
  };
  const undo = (version: typeof asWritten) => {
    state.set({ version });
    departures.querySelector('h3')?.focus();
  };

  const refuse = (problems: readonly string[]) => {
    compared = undefined;
    const words = state.view().blind ? ['the case would have errors'] : problems;
    status.textContent = 'So it cannot be answered.';
    answers.replaceChildren(
      element('ul', { class: 'problems' }, ...words.map((one) => element('li', {}, one))),
    );
    deciding.replaceChildren();
    hanging.replaceChildren();
  };

  const compute = async () => {
    const { at, version } = state.view();
    const text = state.text();
    status.textContent = 'Working it out …';
    const found = await quick.ask('compare', [text, start, at]);
    if (!found) return;
    if (isProblems(found)) {
      refuse(found.problems);
      return;
    }
    compared = found;
    cruxes = [];
    const apart = found.author.filter((one, q) => !same(one, found.yours[q]!));
    status.textContent = isAsWritten(version)
      ? 'These are the author’s answers in this combination.'
      : apart.length === 0
        ? 'Your changes change no answer here.'
        : `${apart.length} of ${found.author.length} answers differ from the author’s here.`;
    drawAnswers();
    void weighUp(text, at);
    const asked = apart.filter(({ answer }) => answer !== 'gains').map(({ question }) => question);
    const decided = asked.length > 0 ? await quick.ask('crux', [text, at, asked]) : [];
    if (!decided) return;
    cruxes = decided;
    drawAnswers();
  };
  const weighUp = async (text: string, at: Combination) => {
    const bar = element('progress', { max: '1', value: '0', 'aria-label': 'What it hangs on' });
    hanging.replaceChildren(element('p', { class: 'small' }, 'What it hangs on: ', bar));
    const found = await slow.ask('hangs', [text, at], (done, all) => {
      bar.value = done / all;
    });
    if (!found) return;
    variations = found;
    drawHanging();
  };

  state.subscribe((now, before) => {
    if (now.version !== before.version || now.blind !== before.blind) drawDepartures();
    if (now.version !== before.version || now.at !== before.at) void compute();
    else if (now.blind !== before.blind) {
      drawAnswers();
      drawHanging();
    }
  });
  drawDepartures();
  void compute();
  return element(
    'section',
    { class: 'results', 'aria-label': 'What follows' },
    element('h3', {}, 'What follows'),
    answers,
    deciding,
    departures,
    hanging,
    element('p', { class: 'small' }, `It is ${caveat}.`),
  );
}

function isProblems(found: Compared | Problems): found is Problems {
  return 'problems' in found;
}
