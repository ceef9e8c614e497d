import { plainText } from '@demarche/report/html';

type Child = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children; what comes from a case goes in as text alone. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : plainText(value));
  }
  for (const child of children)
    if (child !== undefined && child !== false)
      made.append(typeof child === 'string' ? plainText(child) : child);
  return made;
}

export function button(words: string, pressed: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', pressed);
  return made;
}

export type Choosable = { readonly value: string; readonly words: string };

/** A labelled choice of one among several. */
export function picker(
  words: string,
  options: readonly Choosable[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const select = element('select');
  for (const one of options)
    select.append(element('option', { value: one.value, selected: one.value === value }, one.words));
  select.addEventListener('change', () => changed(select.value));
  return element('label', { class: 'pick' }, element('span', {}, words), select);
}
