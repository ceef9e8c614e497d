import { assumptionsOf, type Judgement, judgementsOf, voicesOf } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, heldBy, listed, quoted } from '../words/index.ts';
import { reference } from './answers.ts';
import { anchorId, html, type Markup } from './markup.ts';

/** The parties: what each can do and what bounds it, and every reading of it with who holds it and why. */
export function partiesSection(found: Case): Markup {
  const judgements = judgementsOf(found);
  return html`<section aria-labelledby="parties"><h2 id="parties">The parties, and how they are read</h2>${found.actors.map(
    (actor, i) => {
      const options = found.options.filter(({ owners }) => owners.includes(i));
      return html`<article id="${anchorId('actor', actor.id)}"><h3>${actor.name}</h3>
${options.length > 0 && html`<h4>What it can do</h4><ul>${options.map((option) => html`<li>${optionWords(found, option.id)}</li>`)}</ul>`}
${found.readings[i]!.map((reading) => {
  const name = `${actor.id}.${reading.id}`;
  const lines = judgements.filter((one) => one.kind === 'priority' && one.reading === name);
  const own = judgements.filter((one) => one.kind === 'reading' && one.id === name);
  const voices = Object.entries(voicesOf(found, [...own, ...lines]));
  return html`<div class="reading" id="${anchorId('reading', name)}"><h4>${quoted(reading.label)}</h4>
<p class="small">${heldBy(reading)}. ${because(found, own[0])}${reading.note !== undefined && html` ${reading.note}`}</p>
${lines.length > 0 && html`<ol>${lines.map((line) => html`<li id="${anchorId('judgement', line.id)}"><code>${line.label}</code> ${because(found, line)}${line.note !== undefined && html` <span class="small">${line.note}</span>`}</li>`)}</ol>`}
${voices.length > 0 && html`<p class="small">Rests on the words of ${listed(voices.map(([voice, count]) => `${voice} (${count})`))}.</p>`}</div>`;
})}</article>`;
    },
  )}${termsOf(found)}</section>`;
}

function optionWords(found: Case, id: string): Markup {
  const option = found.options.find((one) => one.id === id)!;
  const others =
    option.owners.length > 1
      ? ` (${option.mode === 'all' ? 'joint' : 'common'}: ${listed(option.owners.map((j) => actorName(found, j)))})`
      : '';
  const way = { both: '', forward: ' It cannot be taken back.', back: ' Once dropped it is gone.' }[
    option.direction
  ];
  const now = found.now?.includes(option.id) ? ' It is so now.' : '';
  return html`${option.name} <code>${option.id}</code>${others}.${now}${way}${option.gate && html` It can be taken up only where <code>${option.gate.text}</code> holds. ${statementLinks(found, option.gate.because)}`}${option.lock && html` It cannot be dropped where <code>${option.lock.text}</code> holds. ${statementLinks(found, option.lock.because)}`}`;
}

function termsOf(found: Case): Markup | false {
  if (found.terms.length === 0) return false;
  return html`<details><summary>What the words in the priorities stand for (${found.terms.length})</summary><dl>${found.terms.map(
    (term) => html`<dt><code>${term.id}</code></dt><dd><code>${term.text}</code></dd>`,
  )}${found.facts.map((fact) => html`<dt><code>${fact.id}</code></dt><dd>${fact.name}</dd>`)}</dl></details>`;
}

function because(found: Case, judgement: Judgement | undefined): Markup {
  if (!judgement || judgement.because.length === 0) return html`<span class="tag warn">assumption</span>`;
  return statementLinks(found, judgement.because);
}

export function statementLinks(found: Case, ids: readonly string[]): Markup {
  return html`${ids.map((id, k) => html`${k > 0 && ', '}${reference(found, id)}`)}`;
}

/** Every judgement that rests on no statement. */
export function assumptionsSection(found: Case): Markup {
  const all = assumptionsOf(found);
  return html`<section aria-labelledby="assumptions"><h2 id="assumptions">Assumptions</h2>
<p>${all.length === 0 ? 'Every judgement names at least one statement.' : 'These judgements name no statement; they are the analyst’s own.'}</p>
${all.length > 0 && html`<ul>${all.map((one) => html`<li><code>${one.id}</code>: ${one.label}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</li>`)}</ul>`}</section>`;
}
