import { actorName, quoted } from '@demarche/report/words';
import { beliefOf, orderOf, withBelief, withLineMoved } from '../version/change.ts';
import { lineWords } from '../version/words.ts';
import { button, element, picker } from './element.ts';
import type { State } from './state.ts';

/** What a party is read as, what it wants in which order, and what it takes the others to be. */
export function partyFields(state: State, actor: number): HTMLElement {
  const { found } = state;
  const shown = state.shown();
  const name = actorName(shown, actor);
  const { id } = found.actors[actor]!;
  const readings = found.readings[actor]!;
  const list = element('div');
  const drawList = () => {
    const taken = readings.findIndex((one) => one.id === state.view().at.profile[id]);
    list.replaceChildren(...priorities(state, actor, taken));
  };
  drawList();
  state.subscribe((now, before) => {
    const moved = now.version.orders !== before.version.orders;
    if (list.isConnected && (now.at.profile[id] !== before.at.profile[id] || moved)) redraw(list, drawList);
  });
  return element(
    'fieldset',
    {},
    element('legend', {}, name),
    readings.length > 1
      ? picker(
          `${name} is read as`,
          readings.map((one, k) => ({ value: one.id, words: quoted(shown.readings[actor]![k]!.label) })),
          state.view().at.profile[id]!,
          (value) => {
            const { at } = state.view();
            state.set({ at: { ...at, profile: { ...at.profile, [id]: value } } });
          },
        )
      : element('p', { class: 'small' }, `Read as ${quoted(shown.readings[actor]![0]!.label)} alone.`),
    list,
    beliefFields(state, actor),
  );
}

/** Draws anew what has the focus in it, and gives the focus to what stands for the same. */
function redraw(part: HTMLElement, draw: () => void): void {
  const held = part.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-key')
    : null;
  const open = part.querySelector('details')?.open === true;
  draw();
  const details = part.querySelector('details');
  if (details) details.open = open;
  if (held == null) return;
  const same = [...part.querySelectorAll<HTMLElement>('[data-key]')].find(
    (one) => one.getAttribute('data-key') === held,
  );
  const next = same?.hasAttribute('disabled')
    ? same.parentElement?.querySelector<HTMLElement>('button:not([disabled])')
    : same;
  next?.focus();
}

function priorities(state: State, actor: number, reading: number): readonly HTMLElement[] {
  const { order } = state.found.readings[actor]![reading]!;
  if (order.kind !== 'prefers')
    return [element('p', { class: 'small' }, 'Its order is no list of priorities, and stays as it is.')];
  const shown = state.shown();
  const lines = orderOf(state.found, state.view().version, actor, reading);
  const move = (from: number, to: number) =>
    state.set({ version: withLineMoved(state.found, state.view().version, actor, reading, from, to) });
  const items = lines.map((line, at) => {
    const words = lineWords(shown, actor, reading, line);
    const arrow = (way: 'up' | 'down', to: number, mark: string) =>
      button(mark, () => move(at, to), {
        'aria-label': `${words}: one place ${way}`,
        'data-key': `${line} ${way}`,
        disabled: to < 0 || to >= lines.length,
      });
    return element(
      'li',
      { class: line === at ? undefined : 'moved' },
      element('span', {}, words, line !== at && element('span', { class: 'was' }, ` (was ${line + 1})`)),
      element('span', { class: 'arrows' }, arrow('up', at - 1, '↑'), arrow('down', at + 1, '↓')),
    );
  });
  return [
    element(
      'details',
      {},
      element('summary', {}, `What it wants then, in order (${lines.length})`),
      element('ol', { class: 'order' }, ...items),
    ),
  ];
}

function beliefFields(state: State, holder: number): HTMLElement | false {
  const { found } = state;
  const shown = state.shown();
  const others = found.actors.flatMap((_, about) =>
    about !== holder && found.readings[about]!.length > 1 ? [about] : [],
  );
  if (others.length === 0) return false;
  const pickers = others.map((about) =>
    picker(
      `It takes ${actorName(shown, about)} to be`,
      [
        { value: '', words: 'what it is read as here' },
        ...found.readings[about]!.map((one, k) => ({
          value: one.id,
          words: quoted(shown.readings[about]![k]!.label),
        })),
      ],
      beliefOf(found, state.view().version, holder, about) ?? '',
      (value) =>
        state.set({
          version: withBelief(found, state.view().version, holder, about, value === '' ? null : value),
        }),
    ),
  );
  return element(
    'details',
    {},
    element('summary', {}, 'What it believes of the others'),
    element('p', { class: 'small' }, 'It counts where each goes by what it believes of the others.'),
    ...pickers,
  );
}
