/**
 * The report as a document, and its style sheet apart: the page's policy lets no style in that stands in a text, also where it is only
 * parsed.
 */
export function parsed(html: string): { readonly body: HTMLElement; readonly style: string } {
  const [whole = '', style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const { body } = new DOMParser().parseFromString(html.replace(whole, ''), 'text/html');
  return { body, style };
}
