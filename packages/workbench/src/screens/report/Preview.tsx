import { useEffect, useRef } from 'react';
import { parsed } from './parsed.ts';

/**
 * The report inside the page, apart from the page's own looks: its style sheet is adopted by a shadow root, since the page's policy
 * lets no style in that stands in the text. Colours are those of the page.
 */
export function Preview({ html }: { readonly html: string }) {
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const { body, style } = parsed(html);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(inside(style));
    root.adoptedStyleSheets = [sheet];
    // A page has one main part, and that is around this one.
    const main = body.querySelector('main');
    if (main) {
      const part = document.createElement('div');
      part.className = 'main';
      part.id = main.id;
      part.tabIndex = -1;
      part.append(...main.childNodes);
      main.replaceWith(part);
    }
    root.replaceChildren(...body.childNodes);
    const follow = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const anchor = link?.getAttribute('href');
      if (!anchor?.startsWith('#')) return;
      event.preventDefault();
      const target = root.getElementById(anchor.slice(1));
      target?.scrollIntoView();
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    };
    root.addEventListener('click', follow);
    return () => root.removeEventListener('click', follow);
  }, [html]);
  return <article ref={host} className="preview" aria-label="The report" />;
}

/** The report's style for a shadow root: the page has the same names for colours, and its scheme rules. */
function inside(style: string): string {
  return style
    .replace(/:root\{[^}]*\}/g, '')
    .replaceAll('header,main,footer', 'header,.main,footer')
    .replace(/@media \(prefers-color-scheme:dark\)\{\s*\}/g, '')
    .replace(/(^|[}\n])body\{/g, '$1:host{display:block;')
    .replace(/(^|[}\n])html\{/g, '$1:host{');
}
