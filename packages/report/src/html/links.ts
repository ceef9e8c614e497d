import type { Judgement } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, quoted, readingLabel, splitReading } from '../words/index.ts';
import { anchorId, html, type Markup } from './markup.ts';

/** A statement's id as a link to it; other items by their id. */
export function reference(found: Case, id: string): Markup {
  return found.statements.some((one) => one.id === id)
    ? html`<a href="#${anchorId('statement', id)}">${id}</a>`
    : html`${id}`;
}

export function statementLinks(found: Case, ids: readonly string[]): Markup {
  return html`${ids.map((id, k) => html`${k > 0 && ', '}${reference(found, id)}`)}`;
}

/** What a judgement rests on, or that it is an assumption. */
export function groundsMarkup(found: Case, because: readonly string[]): Markup {
  if (because.length === 0) return html`<span class="tag warn">assumption</span>`;
  return html`<span class="from">${statementLinks(found, because)}</span>`;
}

/** Where a judgement stands in the report. */
export function judgementAnchor({ id, kind, actor }: Judgement): string {
  if (kind === 'reading') return anchorId('reading', id);
  if (kind === 'question') return anchorId('question', id.slice('questions.'.length));
  // One statement may be evidence about several parties.
  return kind === 'evidence' ? anchorId('judgement', id, actor ?? '') : anchorId('judgement', id);
}

export function judgementLink(found: Case, one: Judgement): Markup {
  return html`<a href="#${judgementAnchor(one)}">${judgementName(found, one)}</a>`;
}

/** A judgement by what it is: `Torvale, “Wants an income”, priority 3`. */
export function judgementName(found: Case, one: Judgement): string {
  const who = one.actor === undefined ? '' : `${actorName(found, one.actor)}, `;
  const option = (id: string) => quoted(found.options.find((each) => each.id === id)?.name ?? id);
  const rest = one.id.slice(one.id.indexOf('.') + 1);
  switch (one.kind) {
    case 'reading':
      return `${who}${quoted(one.label)}`;
    case 'priority': {
      const [actor, reading] = splitReading(found, one.reading!);
      return `${who}${quoted(readingLabel(found, actor, reading))}, priority ${one.id.slice(one.reading!.length + 1)}`;
    }
    case 'belief':
      return `what ${actorName(found, one.actor!)} believes (${rest})`;
    case 'unaware':
      return `what ${actorName(found, one.actor!)} does not see (${quoted(one.label)})`;
    case 'unperceived':
      return `what ${actorName(found, one.actor!)} does not reckon with (${quoted(one.label)})`;
    case 'evidence':
      return `evidence on ${who}${rest}`;
    case 'look-for':
      return `what to look for: ${quoted(one.label)}`;
    case 'seen-move':
      return `${who}observed move ${rest}`;
    case 'gate':
      return `when ${option(rest)} can be taken up`;
    case 'lock':
      return `when ${option(rest)} cannot be dropped`;
    case 'one-way':
      return `that ${option(rest)} cannot be undone`;
    case 'impossible':
      return `what cannot be, ${rest}`;
    case 'one-state':
      return `what counts as one state, ${rest}`;
    case 'term':
      return `the term ${quoted(rest)}`;
    case 'scenario':
      return `the circumstance ${quoted(one.label)}`;
    case 'question':
      return `the question ${quoted(one.label)}`;
  }
}
