import type { MouseEvent } from 'react';
import './report.css';

/**
 * HTML that the report made, in which every text of the case is escaped. Its links lead to anchors of the report; here they lead to
 * the screen that has the thing.
 */
export function Html({ html }: { readonly html: string }) {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const anchor = link?.getAttribute('href');
    if (!anchor?.startsWith('#')) return;
    event.preventDefault();
    location.hash = placeOf(anchor.slice(1));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; this only says where they lead
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing Enter on a link is a click
    <div
      className="report"
      onClick={follow}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by packages/report, which escapes
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** `statement--s12` is on the source screen, all other judgements in the model. */
export function placeOf(anchor: string): string {
  const [kind = '', ...parts] = anchor.split('--');
  const ids = parts.map((part) =>
    part.replace(/_([0-9a-f]+)/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  if (kind === 'statement') return `source/${encodeURIComponent(ids[0] ?? '')}`;
  if (kind === 'evidence') return 'evidence';
  if (kind === 'question' || kind === 'hangs') return `answers/${encodeURIComponent(ids[0] ?? '')}`;
  if (kind === 'weights') return 'evidence';
  return 'model';
}
