import { type Bearing, type Matrix, matrixOf, type Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  chanceRange,
  collectedWords,
  collectionPlan,
  contributionsOf,
  disagreementWords,
  leverageWords,
  matrixOrderWords,
  type NameItem,
  signedBans,
  statedWords,
  weighedLabel,
} from '../words/index.ts';
import { figureOf, type Origin } from './figure.ts';
import { reference, statementLinks } from './links.ts';
import { anchorId, html, type Markup } from './markup.ts';
import { waterfallFigure } from './waterfall.ts';

/** The readings of one actor, weighed, with what that does to the answers. */
export type EvidenceOn = { readonly weighed: Weighed; readonly bearings: readonly Bearing[] };

/** Which reading the evidence favours, item by item; nothing where no party has anything that tells its readings apart. */
export function evidenceSection(
  origin: Origin,
  all: readonly EvidenceOn[],
  name: NameItem,
): Markup | undefined {
  const told = all.filter(
    ({ weighed }) => weighed.readings.length > 1 && weighed.groups.length + weighed.moves.length > 0,
  );
  if (told.length === 0) return undefined;
  return html`<section aria-labelledby="evidence"><h2 id="evidence">Which reading the evidence favours</h2>
<p>What follows from the likelihoods that the case states and from the moves on record. It is no probability about the world: whoever judges the items otherwise gets another result. Where likelihoods are ranges, so is what follows.</p>
${told.map((one) => actorPart(origin, one, name))}</section>`;
}

function actorPart(origin: Origin, { weighed, bearings }: EvidenceOn, nameOf: NameItem): Markup {
  const { found } = origin;
  const name = actorName(found, weighed.actor);
  const plan = collectionPlan(bearings);
  const matrix = matrixOf(found, weighed);
  const stated = statedWords(found, weighed);
  return html`<article id="${anchorId('evidence', weighed.actor)}"><h3>${name}</h3>
${figureOf(origin, waterfallFigure(found, weighed, nameOf))}
<p>${weighed.priorStated ? 'The case states what weighed before.' : 'Nobody stated what weighed before: readings count evenly over families.'}${weighed.precision.unexplained && ' No reading explains what this party did better than chance.'}${stated !== undefined && ` ${stated}.`}</p>
${itemsTable(found, weighed, name, nameOf)}
${bearings.length > 0 && html`<h4>What that does to the answers</h4><p class="small">Every combination of everything else counts once; each fears what the others would gladly answer.</p><ul>${bearings.map((one) => html`<li>${leverageWords(found, one, nameOf)}.</li>`)}</ul>`}
${plan.length > 0 && html`<h4>What to look for next</h4><ul>${plan.map((one) => html`<li>${collectedWords(found, one)}.</li>`)}</ul>`}
${matrix.items.length > 0 && matrixDetails(found, weighed, matrix, name, nameOf)}</article>`;
}

function itemsTable(found: Case, one: Weighed, name: string, nameOf: NameItem): Markup {
  const items = contributionsOf(one);
  return html`<details><summary>Item by item</summary><p class="small">In bans: +1 means ten times as likely under the reading as under the others. Statements of one origin count once.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Evidence on ${name}, item by item"><table>
<thead><tr><th scope="col">Item</th>${one.readings.map((id) => html`<th scope="col" class="n">${weighedLabel(found, one.actor, id)}</th>`)}</tr></thead>
<tbody>${items.map(
    ({ id, members, bans }) =>
      html`<tr><th scope="row">${members.length > 1 ? html`${nameOf(id)}: ${statementLinks(found, members)}` : reference(found, members[0] ?? id)}</th>${one.readings.map((reading) => html`<td class="n">${signedBans(bans[reading]!)}</td>`)}</tr>`,
  )}
<tr><th scope="row">what follows</th>${one.readings.map((reading) => html`<td class="n">${chanceRange(one.posterior[reading]!)}</td>`)}</tr></tbody></table></div></details>`;
}

function matrixDetails(
  found: Case,
  weighed: Weighed,
  matrix: Matrix,
  name: string,
  nameOf: NameItem,
): Markup {
  return html`<details><summary>The matrix of competing hypotheses</summary>
<p class="small">From CC, very consistent, to II, very inconsistent. The method eliminates: a reading is judged by what speaks against it. Trials do not show that the matrix improves judgement, so it stands beside.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Matrix on ${name}"><table>
<thead><tr><th scope="col">Read as</th>${matrix.items.map(({ id }) => html`<th scope="col">${reference(found, id)}</th>`)}<th scope="col" class="n">against it</th></tr></thead>
<tbody>${matrix.readings.map(
    (reading) =>
      html`<tr><th scope="row">${weighedLabel(found, weighed.actor, reading)}</th>${matrix.items.map(({ marks }) => html`<td>${marks[reading]!}</td>`)}<td class="n">${String(matrix.inconsistency[reading]!)}</td></tr>`,
  )}
<tr><th scope="row">tells apart</th>${matrix.items.map(({ counted, diagnosticity }) => html`<td>${counted ? String(diagnosticity) : 'not counted'}</td>`)}<td></td></tr></tbody></table></div>
<p>Against each, the least first: ${matrixOrderWords(found, matrix)}.</p>
${matrix.disagreements.length > 0 && html`<ul>${matrix.disagreements.map((one) => html`<li>${disagreementWords(found, weighed, one, nameOf)}.</li>`)}</ul>`}</details>`;
}
