/** A piece of HTML in which everything that came from outside is escaped. */
export type Markup = { readonly html: string };

type Piece = string | number | undefined | false | Markup | readonly Piece[];

/** A template whose values are escaped; markup and lists of it go in as they are. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return { html: parts.map((part, k) => part + (k < values.length ? said(values[k]!) : '')).join('') };
}

/** Text that this package wrote itself: style, pictures' paths. Never anything from a case. */
export function trusted(text: string): Markup {
  return { html: text };
}

export function escapeText(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Control characters have no place in a page; bidirectional overrides could make it say something else. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) =>
    mark === '\n' || mark === '\t' ? mark : '\ufffd',
  );
}

function said(value: Piece): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  if ('html' in value) return value.html;
  return value.map(said).join('');
}

/** An id for an anchor, from kinds and ids of the case: letters, digits and hyphens stay. */
export function anchorId(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9-]/g, (mark) => `_${mark.codePointAt(0)!.toString(16)}`))
    .join('--');
}
