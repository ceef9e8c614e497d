import {
  type CaseAnswer,
  type CellAnswer,
  failedDeals,
  type Judgement,
  judgementsOf,
  mayMisread,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  failedDealWords,
  groupRests,
  profileWords,
  quoted,
  readingLabel,
  surprisesIn,
  toldCells,
  waysWords,
} from '../words/index.ts';
import { expectsTable } from './expects.ts';
import { figureOf, type Origin } from './figure.ts';
import { formulaMarkup } from './formula.ts';
import { groundsMarkup, judgementAnchor } from './links.ts';
import { html, type Markup } from './markup.ts';
import { wayFigure } from './way.ts';

const mostWays = 2;
const mostDeals = 3;

/** How it would get from now to where it rests, and which deals fail there. */
export function waysSection(origin: Origin, answer: CaseAnswer): Markup {
  const { found } = origin;
  const { varied, cells } = toldCells(found, answer);
  return html`<section aria-labelledby="ways"><h2 id="ways">How it would get there</h2>
<p>${answer.profiles.length > 1 && `${waysWords(found, varied)} `}A step is taken by whoever gains by it, or agreed by all who are needed. Where the ways part, the other way out is drawn beside, with what it settles.</p>
${cells.map((cell, c) => told(origin, cell, c))}</section>`;
}

function told(origin: Origin, cell: CellAnswer, c: number): Markup {
  const { found } = origin;
  const groups = groupRests(found, cell.course.rests, cell.scenario);
  const first = groups[0]![0]!;
  const failed = first.length === 1 ? failedDeals(found, cell, first[0]!) : [];
  return html`<article><h3>If ${profileWords(found, cell.profile, cell.scenario)}</h3>
${groups
  .slice(0, mostWays)
  .map((rests, k) =>
    figureOf(
      origin,
      wayFigure(
        found,
        cell,
        rests[0]!,
        `way-${c}-${k}`,
        groups.length > 1 ? `, end ${k + 1} of ${groups.length}` : '',
      ),
    ),
  )}
${
  failed.length > 0 &&
  html`<details><summary>Deals that fail there (${failed.length})</summary><ul>${failed
    .slice(0, mostDeals)
    .map((deal) => {
      const { deal: what, why } = failedDealWords(found, deal);
      return html`<li>${what}; but ${why}.</li>`;
    })}</ul>${failed.length > mostDeals && html`<p class="small">The ${mostDeals} least of ${failed.length}, fewest changes first.</p>`}</details>`
}</article>`;
}

/** Where the case says who reads whom how: what each expects, and who is in for a surprise. */
export function surprisesSection(found: Case, answer: CaseAnswer): Markup | undefined {
  if (!mayMisread(found)) return undefined;
  const blocks = toldCells(found, answer).cells.flatMap((cell) => {
    const surprised = surprisesIn(found, cell);
    if (surprised.length === 0)
      return [
        html`<h3>If ${profileWords(found, cell.profile, cell.scenario)}</h3>${expectsTable(found, cell)}<p>Nobody is in for a surprise.</p>`,
      ];
    return [
      html`<h3>If ${profileWords(found, cell.profile, cell.scenario)}</h3><ul>${surprised.map(({ words }) => html`<li>${words}.</li>`)}</ul>${expectsTable(found, cell)}`,
    ];
  });
  const item = (one: Judgement, words: Markup) =>
    html`<li id="${judgementAnchor(one)}">${words}. ${groundsMarkup(found, one.because)}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</li>`;
  const ofKind = (kind: Judgement['kind']) => judgementsOf(found).filter((one) => one.kind === kind);
  const judged = ofKind('belief');
  const beliefs = judged.map((one, k) => {
    const belief = found.beliefs[k]!;
    const other = found.actors[belief.about]!;
    const reads = `${other.name} as ${quoted(readingLabel(found, other.id, belief.reading))}`;
    const who = actorName(found, belief.holder);
    const words =
      belief.of === undefined
        ? `${who} reads ${reads}`
        : `${who} takes ${actorName(found, belief.of)} to read ${reads}`;
    return item(one, html`${words}`);
  });
  const unaware = ofKind('unaware').map((one) =>
    item(one, html`${actorName(found, one.actor!)} does not see that ${quoted(one.label)} can change`),
  );
  const states = found.unperceived.flat();
  const unperceived = ofKind('unperceived').map((one, k) =>
    item(one, html`${actorName(found, one.actor!)} does not reckon with ${formulaMarkup(found, states[k]!)}`),
  );
  return html`<section aria-labelledby="surprises"><h2 id="surprises">Who is in for a surprise</h2>
<p>The case says who reads whom how, and who does not see what; here each party moves in its own game, and what it expects is set beside what follows.</p>
<ul>${beliefs}${unaware}${unperceived}</ul>${blocks}</section>`;
}
