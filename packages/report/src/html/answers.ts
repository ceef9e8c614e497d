import { type CaseAnswer, type Hinge, headlineOf, misreadingMatters } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import {
  alwaysWords,
  chanceLines,
  conceptsAgree,
  conceptWords,
  countWords,
  factorActor,
  furtherWords,
  grantedWords,
  heldWords,
  leadingFactor,
  leadingWords,
  misreadWords,
  profileWords,
  rulesWords,
  splitBy,
  valueWords,
  verdictWords,
  wholeHinge,
} from '../words/index.ts';
import { formulaMarkup } from './formula.ts';
import { gainsTables } from './gains.ts';
import { anchorId, html, type Markup } from './markup.ts';

/** Rules up to this many stand beside the answer; longer lists are behind it. */
export const fewRules = 4;

/** The questions with their answers, each with its condition. */
export function answersSection(found: Case, answer: CaseAnswer): Markup {
  const granted = grantedWords(found, answer);
  return html`<section aria-labelledby="answers"><h2 id="answers">The questions and their answers</h2>
${granted !== undefined && html`<p>Asked only for the case that ${granted}.</p>`}
${found.questions.map((question) =>
  question.kind === 'gains' ? gains(found, answer, question) : asked(found, answer, question),
)}</section>`;
}

/** Hinges of a question, one where every way of looking ahead answers alike. */
export function shownHinges(answer: CaseAnswer, question: string): readonly Hinge[] {
  const hinges = answer.hinges.filter((hinge) => hinge.question === question);
  return conceptsAgree(answer, question) ? hinges.slice(-1) : hinges;
}

function asked(found: Case, answer: CaseAnswer, question: Question): Markup {
  const all = answer.hinges.filter((hinge) => hinge.question === question.id);
  const shown = shownHinges(answer, question.id);
  const both = shown.length === 1 && all.length > 1;
  const hangs = shown.some((hinge) => wholeHinge(answer, hinge).always === undefined);
  return html`<article id="${anchorId('question', question.id)}"><h3>${question.ask}</h3>
${all.length === 0 && narrow(found, answer, question.id)}
${shown.length > 1 && html`<p class="lead">${furtherWords(answer, question.id)}</p>`}
${shown.map((hinge) => hingeCard(found, answer, hinge, both))}
<p class="small">${question.holdsWhen && html`It is yes where this holds: ${formulaMarkup(found, question.holdsWhen)}.`}${hangs && html` <a href="#${anchorId('hangs', question.id)}">What it hangs on, in pictures</a>.`}</p></article>`;
}

function hingeCard(found: Case, answer: CaseAnswer, hinge: Hinge, both: boolean): Markup {
  const lead = both ? 'However far ahead they look' : `If ${conceptWords[hinge.concept]}`;
  if (hinge.always)
    return html`<div class="answer"><p><b>${lead}</b>: ${alwaysWords(found, answer, hinge)}.</p>${chances(found, answer, hinge)}${misread(answer, hinge)}</div>`;
  const factor = leadingFactor(hinge)!;
  const rules = rulesWords(found, hinge.rules);
  return html`<div class="answer"><p><b>${lead}</b>, it hangs most on <b>${leadingWords(found, hinge)}</b>:</p>
<ul>${splitBy(headlineOf(answer).cells, hinge, factor).map(({ value, counts }) => html`<li>with ${valueLink(found, factor, value)}: ${countWords(counts)}</li>`)}</ul>
<p class="small">Counted in combinations of the other readings and circumstances.</p>
${rules.length <= fewRules && html`<p>Exactly: ${rules.join('; ')}.</p>`}${chances(found, answer, hinge)}${misread(answer, hinge)}</div>`;
}

/** How probable each answer is, if the stated weights are taken. */
function chances(found: Case, answer: CaseAnswer, hinge: Hinge): Markup {
  const [first, ...others] = chanceLines(found, answer, hinge);
  if (first === undefined) return html``;
  return html`<p>${first} <a href="#weights">Whose judgement this is</a>.</p>${others.map((line) => html`<p>${line}</p>`)}`;
}

/** What changes if parties misread each other. */
function misread(answer: CaseAnswer, { question, concept }: Hinge): Markup {
  const words = misreadWords(answer, question, concept);
  return words === undefined ? html`` : html`<p>${words}.</p>`;
}

/** A reading as a link to who holds it and why; a circumstance as a link to what it sets. */
function valueLink(found: Case, factor: string, value: string | null): Markup {
  const actor = factorActor(factor);
  const words = valueWords(found, factor, value);
  if (value === null) return html`${words}`;
  const target =
    actor === undefined
      ? anchorId('judgement', `scenarios.${value}`)
      : anchorId('reading', `${actor}.${value}`);
  return html`<a href="#${target}">${words}</a>`;
}

function narrow(found: Case, answer: CaseAnswer, id: string): Markup {
  return html`<div class="answer"><ul>${answer.cells.flatMap((cell) => {
    const one = cell.answers.find(({ question }) => question === id);
    if (!one || one.answer === 'gains') return [];
    const matters = misreadingMatters(answer, id, cell.concept);
    if (matters?.cells === 0 && cell.beliefs !== answer.beliefs[0]) return [];
    const held = matters && (matters.cells === 0 ? 'beliefs play no part here' : heldWords[cell.beliefs]);
    return [
      html`<li><span class="verdict ${one.answer}">${verdictWords[one.answer]}</span> if ${profileWords(found, cell.profile, cell.scenario)}, and if ${conceptWords[cell.concept]}${held !== undefined && `; ${held}`}</li>`,
    ];
  })}</ul></div>`;
}

function gains(found: Case, answer: CaseAnswer, question: Question): Markup {
  return html`<article id="${anchorId('question', question.id)}"><h3>${question.ask}</h3>${gainsTables(found, headlineOf(answer), question)}${misreadGains(answer, question)}</article>`;
}

/** Whether who gains changes if parties misread each other, under the concept that stands open. */
function misreadGains(answer: CaseAnswer, question: Question): Markup {
  const matters = misreadingMatters(answer, question.id, answer.concepts.at(-1)!);
  if (!matters) return html``;
  return matters.cells === 0
    ? html`<p>Beliefs play no part here.</p>`
    : html`<p>As each sees it this differs in ${matters.cells} of ${matters.of} combinations; <code>--beliefs as-held</code> tells how.</p>`;
}
