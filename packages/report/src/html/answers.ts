import type { CaseAnswer, Hinge } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  alwaysWords,
  conceptsAgree,
  conceptWords,
  countWords,
  factorWords,
  gainWords,
  leadingFactor,
  profileWords,
  rulesWords,
  splitBy,
  tippingWords,
  valueWords,
  verdictWords,
  withoutNoise,
} from '../words/index.ts';
import { figureOf } from './figure.ts';
import { anchorId, html, type Markup } from './markup.ts';
import { matrixFigure } from './matrix.ts';
import { sharesFigure } from './shares.ts';

/** The questions with their answers, each with its condition, and what it hangs on. */
export function answersSection(found: Case, answer: CaseAnswer): Markup {
  return html`<section aria-labelledby="answers"><h2 id="answers">The questions and their answers</h2>${found.questions.map(
    (question) =>
      question.kind === 'gains' ? gains(found, answer, question.id) : asked(found, answer, question.id),
  )}</section>`;
}

function asked(found: Case, answer: CaseAnswer, id: string): Markup {
  const question = found.questions.find((one) => one.id === id)!;
  const hinges = answer.hinges.filter((hinge) => hinge.question === id);
  const shown = conceptsAgree(answer, id) ? hinges.slice(-1) : hinges;
  const ways = answer.robustness.filter((one) => one.question === id);
  const same = ways.filter((one) => one.ways.every((way) => way.answer === one.ways[0]!.answer)).length;
  return html`<article id="${anchorId('question', id)}"><h3>${question.ask}</h3>
${hinges.length === 0 && narrow(found, answer, id)}
${shown.length > 1 && html`<p class="lead">It depends on how far ahead they look.</p>`}
${shown.map((hinge) => hingeBlock(found, answer, hinge, shown.length === 1 && hinges.length > 1))}
${
  ways.length > 0 &&
  html`<p class="small">The same in all ${ways[0]!.ways.length} ways of computing (how far ahead they look, and when parties agree) in ${same} of ${ways.length} combinations of readings and circumstances.</p>`
}
<p class="small">It holds when: <code>${question.holdsWhen?.text ?? ''}</code>.</p></article>`;
}

function hingeBlock(found: Case, answer: CaseAnswer, hinge: Hinge, both: boolean): Markup {
  const lead = both ? 'However far ahead they look' : `If ${conceptWords[hinge.concept]}`;
  if (hinge.always)
    return html`<div class="answer"><p><b>${lead}</b>: ${alwaysWords(found, answer, hinge)}.</p></div>`;
  const factor = leadingFactor(hinge)!;
  const matrix = matrixFigure(found, answer, hinge);
  const rules = rulesWords(found, hinge.rules);
  const few = rules.length <= 4;
  return html`<div class="answer"><p><b>${lead}</b>, it hangs most on <b>${factorWords(found, factor)}</b>:</p>
<ul>${splitBy(answer.cells, hinge, factor).map(({ value, counts }) => html`<li>with ${valueWords(found, factor, value)}: ${countWords(counts)} combinations</li>`)}</ul>
${few && html`<p>Exactly: ${rules.join('; ')}.</p>`}</div>
${matrix && figureOf(found, matrix)}${figureOf(found, sharesFigure(found, hinge))}
${
  hinge.tipping.length > 0 &&
  html`<p>What would tip it:</p><ul>${[...hinge.tipping]
    .sort((a, b) => withoutNoise(Math.abs(a.to - a.from) - Math.abs(b.to - b.from)))
    .slice(0, 3)
    .map((one) => html`<li>${tippingWords(found, one)}.</li>`)}</ul>`
}
${
  hinge.removals.length > 0 &&
  html`<p>Evidence whose removal would make another answer come out ahead: ${hinge.removals
    .slice(0, 3)
    .map(
      (one, k) =>
        html`${k > 0 && '; '}${one.items.map((item, at) => html`${at > 0 && ' with '}${reference(found, item)}`)}`,
    )}.</p>`
}
${!few && html`<details><summary>Exactly, in ${rules.length} rules</summary><ol>${rules.map((rule) => html`<li>${rule}.</li>`)}</ol></details>`}`;
}

/** A statement's id as a link to it; other items by their id. */
export function reference(found: Case, id: string): Markup {
  return found.statements.some((one) => one.id === id)
    ? html`<a href="#${anchorId('statement', id)}">${id}</a>`
    : html`${id}`;
}

function narrow(found: Case, answer: CaseAnswer, id: string): Markup {
  return html`<div class="answer"><ul>${answer.cells.flatMap((cell) => {
    const one = cell.answers.find(({ question }) => question === id);
    if (!one || one.answer === 'gains') return [];
    return [
      html`<li><span class="verdict ${one.answer}">${verdictWords[one.answer]}</span> if ${profileWords(found, cell.profile, cell.scenario)}, and if ${conceptWords[cell.concept]}</li>`,
    ];
  })}</ul></div>`;
}

function gains(found: Case, answer: CaseAnswer, id: string): Markup {
  const ask = found.questions.find((one) => one.id === id)!.ask;
  const concept = answer.concepts.at(-1)!;
  const cells = answer.cells.filter((cell) => cell.concept === concept);
  const kinds = ['better', 'same', 'worse', 'mixed'] as const;
  const count = (actor: string, kind: (typeof kinds)[number]) =>
    cells.filter((cell) =>
      cell.answers.some(
        (one) => one.question === id && one.answer === 'gains' && one.gains[actor]?.change === kind,
      ),
    ).length;
  return html`<article id="${anchorId('question', id)}"><h3>${ask}</h3><div class="scroll" tabindex="0" role="region" aria-label="${ask}"><table>
<caption>Against now, in how many of ${cells.length} combinations, if ${conceptWords[concept]}</caption>
<thead><tr><th scope="col">Party</th>${kinds.map((kind) => html`<th scope="col">${gainWords[kind]}</th>`)}</tr></thead>
<tbody>${found.actors.map(
    (actor) =>
      html`<tr><th scope="row">${actorName(found, actor.id)}</th>${kinds.map((kind) => html`<td class="n">${count(actor.id, kind)}</td>`)}</tr>`,
  )}</tbody></table></div></article>`;
}
