import { type CaseAnswer, type Hinge, headlineOf, type Robustness } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import {
  conceptWords,
  factorWords,
  quoted,
  readingLabel,
  rulesWords,
  splitReading,
  tippingWords,
  verdictWord,
  wayRuleWords,
  wholeHinge,
  withoutNoise,
} from '../words/index.ts';
import { fewRules, shownHinges } from './answers.ts';
import { figureOf, type Origin } from './figure.ts';
import { gridTable } from './grid.ts';
import { reference } from './links.ts';
import { anchorId, html, type Markup } from './markup.ts';
import { matrixFigure } from './matrix.ts';
import { sharesFigure } from './shares.ts';
import { chancesTable, weightsBlock } from './weights.ts';

/** What each answer hangs on, in pictures and in words, and what would change it. */
export function hingesSection(origin: Origin, answer: CaseAnswer): Markup | undefined {
  const asked = origin.found.questions.filter(({ id }) =>
    shownHinges(answer, id).some((hinge) => wholeHinge(answer, hinge).always === undefined),
  );
  if (asked.length === 0) return undefined;
  return html`<section aria-labelledby="hangs"><h2 id="hangs">What the answers hang on</h2>
${weightsBlock(origin.found, answer)}
${asked.map((question) => hangs(origin, answer, question))}
${gridTable(origin.found, answer)}</section>`;
}

export function hangs(origin: Origin, answer: CaseAnswer, question: Question): Markup {
  const { found } = origin;
  const headline = headlineOf(answer);
  const shown = shownHinges(answer, question.id).filter(
    (hinge) => wholeHinge(answer, hinge).always === undefined,
  );
  const varying = shown.filter(({ always }) => always === undefined);
  const ways = headline.robustness.filter((one) => one.question === question.id);
  return html`<article id="${anchorId('hangs', question.id)}"><h3>${question.ask}</h3>
${varying.map((hinge) => {
  const matrix = matrixFigure(found, headline, hinge);
  return matrix && figureOf(origin, matrix);
})}
${figureOf(
  origin,
  sharesFigure(
    found,
    shown.map((hinge) => wholeHinge(answer, hinge)),
  ),
)}
${varying.map((hinge) => changesOf(found, hinge, shown.length > 1))}
${chancesTable(found, answer, question)}
${ways.length > 0 && sameness(ways)}</article>`;
}

/** What would make another answer come out ahead. */
function changesOf(found: Case, hinge: Hinge, several: boolean): Markup {
  const rules = rulesWords(found, hinge.rules);
  const tipping = [...hinge.tipping].sort((a, b) =>
    withoutNoise(Math.abs(a.to - a.from) - Math.abs(b.to - b.from)),
  );
  const removals = hinge.removals.slice(0, 3);
  const listing = listingWords(found, hinge);
  const many = rules.length > fewRules;
  if (tipping.length + removals.length + listing.length === 0 && !many) return html``;
  return html`${several && html`<h4>If ${conceptWords[hinge.concept]}</h4>`}
${tipping.length > 0 && html`<p>What would tip the more probable answer, as things stand:</p><ul>${tipping.slice(0, 3).map((one) => html`<li>${tippingWords(found, one)}.</li>`)}</ul>`}
${
  removals.length > 0 &&
  html`<p>Evidence whose removal would make another answer come out ahead:</p><ul>${removals.map(
    ({ items, from, to }) =>
      html`<li>${items.map((item, at) => html`${at > 0 && ' with '}${reference(found, item)}`)}: ${quoted(verdictWord[to])} instead of ${quoted(verdictWord[from])}</li>`,
  )}</ul>`
}
${listing.length > 0 && html`<p>This depends on how the readings were split:</p><ul>${listing.slice(0, 3).map((words) => html`<li>${words}.</li>`)}</ul>${listing.length > 3 && html`<p class="small">And ${listing.length - 3} more of the kind.</p>`}`}
${many && html`<details><summary>Exactly, in ${rules.length} rules</summary><ol>${rules.map((rule) => html`<li>${rule}.</li>`)}</ol></details>`}`;
}

/** Naming one reading twice is a hidden vote; where it changes something, that is said. */
function listingWords(found: Case, hinge: Hinge): readonly string[] {
  return hinge.listing.flatMap(({ reading, times, leading, probable }) => {
    const [actor, id] = splitReading(found, reading);
    const what = [
      ...(leading ? [`${factorWords(found, leading.to)} would carry most of the answer`] : []),
      ...(probable
        ? [
            `${quoted(verdictWord[probable.to])} would come out ahead of ${quoted(verdictWord[probable.from])}`,
          ]
        : []),
    ];
    if (what.length === 0) return [];
    return [
      `were ${quoted(readingLabel(found, actor, id))} listed ${times === 2 ? 'twice' : 'three times'}, ${what.join(' and ')}`,
    ];
  });
}

/** In how many combinations every way of computing answers alike, and what separates the ways where not. */
function sameness(ways: readonly Robustness[]): Markup {
  const groups = new Map<string, number>();
  for (const { rules } of ways) {
    if (rules.length < 2) continue;
    const words = rules.map((rule, k) => wayRuleWords(rule, k)).join('; ');
    groups.set(words, (groups.get(words) ?? 0) + 1);
  }
  const apart = [...groups].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const differ = apart.reduce((sum, [, count]) => sum + count, 0);
  return html`<p class="small">The same in all ${ways[0]!.ways.length} ways of computing (how far ahead they look, and when parties agree) in ${ways.length - differ} of ${ways.length} combinations of readings and circumstances.${apart.length > 0 && html` What separates the ways in the others, most often:`}</p>
${apart.length > 0 && html`<ul class="small">${apart.slice(0, 3).map(([words, count]) => html`<li>in ${count} of them: ${words}</li>`)}</ul>`}`;
}
