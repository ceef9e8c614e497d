import type { Case, Formula } from '@demarche/case';
import { formulaParts, nameWords } from '../words/index.ts';
import { anchorId, html, type Markup } from './markup.ts';

/** In words, terms linked to what they stand for. */
export function formulaMarkup(found: Case, formula: Formula): Markup {
  return html`${formulaParts(formula.expression).map((part) => {
    if (typeof part === 'string') return part;
    const words = nameWords(found, part.name);
    return found.terms.some(({ id }) => id === part.name)
      ? html`<a href="#${anchorId('term', part.name)}">${words}</a>`
      : words;
  })}`;
}
