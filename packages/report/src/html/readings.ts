import { assumptionsOf, type CaseAnswer, type Judgement, judgementsOf, voicesOf } from '@demarche/analysis';
import type { Case, CaseOption, Formula, Reading } from '@demarche/case';
import { actorName, capital, heldBy, listed, moveLines, quoted, weightWords } from '../words/index.ts';
import { formulaMarkup } from './formula.ts';
import { groundsMarkup, judgementAnchor, judgementLink } from './links.ts';
import { anchorId, html, type Markup } from './markup.ts';

/** The parties: what each can do and what bounds it, and every reading of it with who holds it and why. */
export function partiesSection(found: Case, answer: CaseAnswer): Markup {
  const judgements = judgementsOf(found);
  return html`<section aria-labelledby="parties"><h2 id="parties">The parties, and how they are read</h2>
<p>A reading is somebody’s view of what a party wants, the most important first. Each line names the statements that it rests on; a line that names none is an assumption.</p>
${found.actors.map((actor, i) => {
  const options = found.options.filter(({ owners }) => owners.includes(i));
  return html`<article id="${anchorId('actor', actor.id)}"><h3>${actor.name}</h3>${actor.note !== undefined && html`<p class="small">${actor.note}</p>`}
${movesItems(found, i)}${options.length > 0 && html`<h4>What it can do</h4><ul>${options.map((option) => optionItem(found, judgements, option, option.owners[0] === i))}</ul>`}
${found.readings[i]!.map((reading) => readingBlock(found, judgements, i, reading, weightWords(answer, actor.id, reading.id)))}</article>`;
})}${worldOf(found, judgements)}</section>`;
}

/** In graph form: where the actor can move, state by state. */
function movesItems(found: Case, actor: number): Markup | false {
  const lines = moveLines(found, actor);
  return (
    lines.length > 0 &&
    html`<h4>Where it can move</h4><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  );
}

function readingBlock(
  found: Case,
  judgements: readonly Judgement[],
  actor: number,
  reading: Reading,
  weighs: string | undefined,
): Markup {
  const name = `${found.actors[actor]!.id}.${reading.id}`;
  const lines = judgements.filter((one) => one.kind === 'priority' && one.reading === name);
  const own = judgements.filter((one) => one.kind === 'reading' && one.id === name);
  const voices = Object.entries(voicesOf(found, [...own, ...lines]));
  const believers = found.beliefs
    .filter((one) => one.about === actor && one.reading === reading.id && one.of === undefined)
    .map(({ holder }) => actorName(found, holder));
  const priorities = reading.order.kind === 'prefers' ? reading.order.priorities : [];
  return html`<div class="reading" id="${anchorId('reading', name)}"><h4>${quoted(reading.label)}</h4>
<p class="small">${capital(heldBy(reading))}.${believers.length > 0 && ` Among the parties, ${listed(believers)} ${believers.length === 1 ? 'takes' : 'take'} it to be so.`} ${groundsMarkup(found, own[0]?.because ?? [])}${reading.note !== undefined && html` ${reading.note}`}</p>
${
  lines.length > 0
    ? html`<ol>${lines.map(
        (line, k) =>
          html`<li id="${judgementAnchor(line)}">${priorityWords(found, priorities[k]!.that)} <code>${line.label}</code> ${groundsMarkup(found, line.because)}${line.note !== undefined && html` <span class="small">${line.note}</span>`}</li>`,
      )}</ol>`
    : orderOf(found, reading)
}
<p class="small">${voices.length === 0 ? 'It rests on nobody’s words.' : `It rests on ${voices.length === 1 ? 'one voice' : `${voices.length} voices`}: ${listed(voices.map(([voice, count]) => `${voice} (${count})`))}.`}${reading.weight !== undefined && ` Stated weight: ${reading.weight}.`}${weighs !== undefined && html` With the evidence it <a href="#weights">${weighs}</a>.`}</p></div>`;
}

function priorityWords(found: Case, that: readonly Formula[]): Markup {
  if (that.length === 1) return formulaMarkup(found, that[0]!);
  return html`as many as possible of: ${that.map((one, k) => html`${k > 0 && '; '}${formulaMarkup(found, one)}`)}`;
}

/** Orders that are no list of priorities. */
function orderOf(found: Case, { order }: Reading): Markup {
  if (order.kind === 'ranking')
    return html`<p>From best to worst:</p><ol>${order.classes.map((some) => html`<li>${some.map((one, k) => html`${k > 0 && ', or '}${formulaMarkup(found, one)}`)}</li>`)}</ol>`;
  if (order.kind === 'scores')
    return html`<p>Scores that are added up:</p><ul>${order.scores.map((one) => html`<li>${formulaMarkup(found, one)}: ${one.weight}</li>`)}</ul>`;
  if (order.kind === 'payoffs') return html`<p>A number for each of ${order.payoffs.length} situations.</p>`;
  return html``;
}

function optionItem(
  found: Case,
  judgements: readonly Judgement[],
  option: CaseOption,
  first: boolean,
): Markup {
  const others =
    option.owners.length > 1
      ? ` (${option.mode === 'all' ? 'takes' : 'one is enough of'} ${listed(option.owners.map((j) => actorName(found, j)))})`
      : '';
  const bound = (kind: Judgement['kind']) =>
    judgements.find((one) => one.kind === kind && one.id.slice(one.id.indexOf('.') + 1) === option.id);
  const said = (one: Judgement | undefined, words: Markup) =>
    one &&
    html` <span${first && html` id="${judgementAnchor(one)}"`}>${words} ${groundsMarkup(found, one.because)}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</span>`;
  return html`<li>${option.name} <code>${option.id}</code>${others}.${found.now?.includes(option.id) && ' It is so now.'}${said(bound('one-way'), html`${option.direction === 'back' ? 'Once dropped it is gone.' : 'It cannot be taken back.'}`)}${option.gate && said(bound('gate'), html`It can be taken up only where this holds: ${formulaMarkup(found, option.gate)}.`)}${option.lock && said(bound('lock'), html`It cannot be dropped where this holds: ${formulaMarkup(found, option.lock)}.`)}</li>`;
}

/** What holds for everybody: terms, facts, and what cannot be. */
function worldOf(found: Case, judgements: readonly Judgement[]): Markup {
  const terms = judgements.filter(({ kind }) => kind === 'term');
  const barred = judgements.filter(({ kind }) => kind === 'impossible');
  const joined = judgements.filter(({ kind }) => kind === 'one-state');
  return html`${
    found.terms.length > 0 &&
    html`<h3>What the words in the priorities stand for</h3><dl>${found.terms.map((term) => {
      const judged = terms.find(({ id }) => id === `terms.${term.id}`);
      return html`<dt id="${anchorId('term', term.id)}">${term.name ?? term.id}</dt><dd${judged && html` id="${judgementAnchor(judged)}"`}>${formulaMarkup(found, term)} <code>${term.text}</code>${judged && html` ${groundsMarkup(found, judged.because)}`}${term.note !== undefined && html` <span class="small">${term.note}</span>`}</dd>`;
    })}</dl>`
  }
${found.facts.length > 0 && html`<h3>Circumstances that nobody moves</h3><ul>${found.facts.map((fact) => html`<li>${fact.name} <code>${fact.id}</code>. ${found.now?.includes(fact.id) ? 'It is so now.' : 'It is not so now.'}</li>`)}</ul>`}
${barred.length > 0 && html`<h3>What cannot be</h3><ul>${barred.map((one, k) => html`<li id="${judgementAnchor(one)}">${formulaMarkup(found, found.impossible[k]!)} <code>${one.label}</code> ${groundsMarkup(found, one.because)}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</li>`)}</ul>`}${joined.length > 0 && html`<h3>What counts as one state</h3><p>States in which one of these holds differ in nothing that matters to anybody.</p><ul>${joined.map((one, k) => html`<li id="${judgementAnchor(one)}">${found.coalesce[k]!.name !== undefined && `${quoted(found.coalesce[k]!.name!)}: `}${formulaMarkup(found, found.coalesce[k]!)} <code>${one.label}</code> ${groundsMarkup(found, one.because)}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</li>`)}</ul>`}`;
}

/** Every judgement that rests on no statement. */
export function assumptionsSection(found: Case): Markup {
  const all = assumptionsOf(found);
  return html`<section aria-labelledby="assumptions"><h2 id="assumptions">Assumptions</h2>
<p>${all.length === 0 ? 'Every judgement names at least one statement.' : `${all.length === 1 ? 'This judgement names no statement; it is' : `These ${all.length} judgements name no statement; they are`} the analyst’s own.`}</p>
${all.length > 0 && html`<ul>${all.map((one) => html`<li>${judgementLink(found, one)}${one.kind === 'priority' && html`: <code>${one.label}</code>`}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</li>`)}</ul>`}</section>`;
}
