import { actorNames } from '@demarche/report/words';
import { withNow, withState } from '../version/change.ts';
import { element, picker } from './element.ts';
import type { State } from './state.ts';

/** What is so now, as a reader sees it: options taken and facts that hold, or in graph form the state. */
export function nowFields(state: State): HTMLElement {
  const { found } = state;
  const shown = state.shown();
  const { version } = state.view();
  const legend = element('legend', {}, 'What is so now');
  if (found.graph)
    return element(
      'fieldset',
      {},
      legend,
      picker(
        'Things are in',
        found.graph.states.map(({ id }, k) => ({ value: id, words: shown.graph!.states[k]!.name })),
        version.state ?? found.now?.[0] ?? '',
        (id) => state.set({ version: withState(found, state.view().version, id) }),
      ),
    );
  const box = (id: string, words: string) => {
    const holds = version.now[id] ?? found.now?.includes(id) === true;
    const input = element('input', { type: 'checkbox', checked: holds });
    input.addEventListener('change', () =>
      state.set({ version: withNow(found, state.view().version, id, input.checked) }),
    );
    return element('label', { class: 'tick' }, input, element('span', {}, words));
  };
  const groups = new Map<string, HTMLElement[]>();
  const put = (group: string, made: HTMLElement) => groups.set(group, [...(groups.get(group) ?? []), made]);
  found.options.forEach(({ id, owners }, k) => {
    put(actorNames(shown, owners), box(id, shown.options[k]!.name));
  });
  found.facts.forEach(({ id }, k) => {
    put('Nobody moves', box(id, shown.facts[k]!.name));
  });
  return element(
    'fieldset',
    {},
    legend,
    ...[...groups].map(([name, boxes]) =>
      element(
        'div',
        { class: 'group', role: 'group', 'aria-label': name },
        element('p', { class: 'small' }, name),
        ...boxes,
      ),
    ),
  );
}
