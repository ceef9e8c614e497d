import { offerPictures } from './figure/cut-out.ts';
import { element } from './panel/element.ts';
import type { State } from './panel/state.ts';
import { isAsWritten } from './version/version.ts';
import type { Desk } from './work/desk.ts';

/** Parts of the page that the report fills: the panel stands between the first and the second. */
type Parts = { readonly header: HTMLElement; readonly main: HTMLElement; readonly footer: HTMLElement };

/** The report below the panel: the author's as it came, or one that is computed, without names or of the reader's version. */
export function followReport(state: State, desk: Desk, note: HTMLElement): void {
  const came = partsOf(document.body);
  const title = document.title;
  let here = came;
  const show = (parts: Parts) => {
    for (const part of ['header', 'main', 'footer'] as const) {
      here[part].replaceWith(parts[part]);
    }
    here = parts;
    offerPictures(parts.main);
  };
  const draw = async () => {
    const { blind, report, version } = state.view();
    const text = report === 'yours' && !isAsWritten(version) ? state.text() : undefined;
    document.title = blind ? state.shown().title : title;
    if (text === undefined && !blind) {
      note.replaceChildren();
      // Whatever is still computed for another view is not waited for.
      desk.drop();
      show(came);
      return;
    }
    const bar = element('progress', { max: '1', value: '0', 'aria-label': 'The report' });
    note.replaceChildren(element('span', { class: 'small' }, 'The report below is worked out: ', bar));
    show(waiting(state));
    const html = await desk.ask('report', [text ?? state.originalText, blind], (done, all) => {
      bar.value = done / all;
    });
    if (html === undefined) return;
    note.replaceChildren();
    const made = document.createElement('div');
    made.innerHTML = html;
    show(partsOf(made));
  };
  state.subscribe((now, before) => {
    const mine = now.report === 'yours' && (now.version !== before.version || before.report === 'author');
    if (now.blind !== before.blind || now.report !== before.report || mine) void draw();
  });
}

function partsOf(page: HTMLElement): Parts {
  const part = (name: string) => page.querySelector<HTMLElement>(`:scope > ${name}`)!;
  return { header: part('header'), main: part('main'), footer: part('footer') };
}

/** What stands there while it is computed: nothing that names anybody. */
function waiting(state: State): Parts {
  return {
    header: element('header', {}, element('h1', {}, state.shown().title)),
    main: element(
      'main',
      { id: 'main', tabindex: '-1' },
      element('p', { class: 'small' }, 'It takes a moment.'),
    ),
    footer: element('footer', {}),
  };
}
