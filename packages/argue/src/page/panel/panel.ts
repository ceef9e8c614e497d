import type { Combination } from '@demarche/analysis';
import type { Basis } from '@demarche/report/record';
import { isAsWritten } from '../version/version.ts';
import type { Desk } from '../work/desk.ts';
import { combinationFields } from './combination.ts';
import { button, element } from './element.ts';
import { nowFields } from './now.ts';
import { partyFields } from './party.ts';
import { type Desks, resultPart } from './results.ts';
import { saveBar } from './save.ts';
import type { State } from './state.ts';

/** What stands above the report: a way to see it otherwise, with and without names, and to save what comes of it. */
export function panelOf(
  state: State,
  start: Combination,
  basis: Basis,
  script: string,
  desks: Desks & { readonly long: Desk },
): { readonly panel: HTMLElement; readonly note: HTMLElement } {
  const note = element('p', { class: 'note' });
  const body = element('div', { id: 'otherwise-body', hidden: true });
  const panel = element('aside', { class: 'argue', 'aria-labelledby': 'otherwise' });
  const controls = element('div', { class: 'controls' });
  let filled = false;

  const draw = () => {
    controls.replaceChildren(
      combinationFields(state),
      ...state.found.actors.map((_, i) => partyFields(state, i)),
      nowFields(state),
    );
  };
  const open = button(
    'See it otherwise',
    () => {
      const opens = body.hidden !== false;
      body.hidden = !opens;
      open.setAttribute('aria-expanded', String(opens));
      panel.toggleAttribute('data-open', opens);
      if (!opens || filled) return;
      filled = true;
      draw();
      const status = element('p', { role: 'status', class: 'status' });
      body.append(
        element('p', { class: 'small' }, startWords),
        element(
          'div',
          { class: 'both' },
          controls,
          element(
            'div',
            { class: 'results-column' },
            resultPart(state, start, desks, status),
            saveBar(state, basis, script, desks.long),
          ),
        ),
        status,
      );
    },
    { class: 'main', 'aria-expanded': 'false', 'aria-controls': 'otherwise-body' },
  );
  const blind = button('Without names', () => state.set({ blind: !state.view().blind }), {
    'aria-pressed': 'false',
  });
  const whose = button(
    'The report of your version',
    () => {
      const { report } = state.view();
      state.set({ report: report === 'author' ? 'yours' : 'author' });
    },
    { 'aria-pressed': 'false', disabled: true },
  );

  state.subscribe((now, before) => {
    blind.setAttribute('aria-pressed', String(now.blind));
    whose.setAttribute('aria-pressed', String(now.report === 'yours'));
    whose.disabled = isAsWritten(now.version) && now.report === 'author';
    // What was undone from elsewhere stands as written in its field again.
    const undone = now.version !== before.version && !controls.contains(document.activeElement);
    if (filled && (now.blind !== before.blind || undone)) draw();
  });
  panel.append(
    element(
      'div',
      { class: 'card' },
      element('h2', { id: 'otherwise' }, 'Do you see it otherwise?'),
      element(
        'p',
        { class: 'small' },
        'Change a reading, a belief, what is so now, or what somebody wants most, and see which answers change and why. All of it happens in this page, without a network.',
      ),
      element('div', { class: 'bar' }, open, blind, whose),
      note,
      body,
    ),
  );
  return { panel, note };
}

const startWords =
  'You begin with the first reading of each party as the file lists them, as things stand. That is a beginning and no judgement: no reading is taken to be the true one.';
