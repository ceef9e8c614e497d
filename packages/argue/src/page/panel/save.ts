import type { Basis } from '@demarche/report/record';
import { isAsWritten } from '../version/version.ts';
import type { Desk } from '../work/desk.ts';
import { button, element } from './element.ts';
import type { State } from './state.ts';

type Picker = (options: { readonly suggestedName: string }) => Promise<{
  readonly createWritable: () => Promise<{
    readonly write: (data: Blob) => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
}>;

const types = {
  yaml: 'application/yaml',
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

/** Buttons that save what the reader has made of the case. */
export function saveBar(state: State, basis: Basis, script: string, desk: Desk): HTMLElement {
  const said = element('p', { role: 'status', class: 'small' });
  const stem = basis.case.name.replace(/\.ya?ml$/i, '');
  const name = (kind: keyof typeof types) =>
    `${stem}${isAsWritten(state.view().version) ? '' : '-otherwise'}.${kind}`;
  const computed = (kind: 'html' | 'md' | 'json') => async () => {
    said.textContent = 'Working it out …';
    const text = await desk.ask('file', [state.text(), kind, script], (done, all) => {
      said.textContent = `Working it out: ${Math.round((100 * done) / all)} %`;
    });
    said.textContent = text === undefined ? '' : await saved(name(kind), kind, text);
  };
  const { withheld } = basis.case;
  return element(
    'div',
    { class: 'save' },
    element('h3', {}, 'Save your version'),
    element(
      'div',
      { class: 'bar' },
      button('As a case', async () => {
        said.textContent = await saved(name('yaml'), 'yaml', state.text());
      }),
      button('As a report', computed('html')),
      button('As Markdown', computed('md')),
      button('The answers as JSON', computed('json')),
    ),
    said,
    element(
      'p',
      { class: 'small' },
      `Files keep the names. ${withheld ? 'What this report withholds is in none of them; the saved case says so. ' : ''}For PDF, print the page.`,
    ),
  );
}

/** Saves where the reader says, or where the browser puts downloads; tells which. */
export async function saved(name: string, kind: keyof typeof types, data: string | Blob): Promise<string> {
  const blob = typeof data === 'string' ? new Blob([data], { type: types[kind] }) : data;
  const pick = (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (pick) {
    try {
      const file = await (await pick.call(window, { suggestedName: name })).createWritable();
      await file.write(blob);
      await file.close();
      return `Saved ${name}.`;
    } catch (error) {
      if ((error as Error).name === 'AbortError') return 'Not saved.';
      // Some browsers have the picker and do not allow it from a file.
    }
  }
  const link = element('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return `Downloaded ${name}.`;
}
