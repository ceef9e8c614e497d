import type { InvertResult } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { changeSaid } from '../terminal/invert.ts';
import { conceptWords, listed, profileWords, quoted, verdictWord } from '../words/index.ts';
import { html, type Markup } from './markup.ts';

const most = 6;

/** What it would take for another answer: the smallest changes that were found, or that none does it. */
export function takingSection(found: Case, results: readonly InvertResult[]): Markup | undefined {
  if (results.length === 0) return undefined;
  const questions = [...new Set(results.map(({ question }) => question))];
  return html`<section aria-labelledby="taking"><h2 id="taking">What it would take for another answer</h2>
<p>Changes of one thing: a priority moved, a belief corrected, an option given or ruled out, a commitment that cannot be taken back, a condition added. Each was tried and solved again; no part of any of them does it alone. Whether anybody can bring a change about is not asked here.</p>
${questions.map((id) => {
  const ask = found.questions.find((one) => one.id === id)!.ask;
  return html`<article><h3>${ask}</h3>${results.filter(({ question }) => question === id).map((one) => takingOf(found, one))}</article>`;
})}</section>`;
}

function takingOf(found: Case, one: InvertResult): Markup {
  const place = `${profileWords(found, one.profile, one.scenario)}, and if ${conceptWords[one.concept]}`;
  const rest = one.changes.length - most;
  return html`<h4>Now ${quoted(verdictWord[one.answer])}, if ${place}</h4>
${
  one.changes.length > 0
    ? html`<p>For ${quoted(verdictWord[one.wanted])} it would be enough that:</p><ul>${one.changes.slice(0, most).map(({ parts }) => html`<li>${listed(parts.map((part) => changeSaid(found, part)))}</li>`)}</ul>${rest > 0 && html`<p class="small">And ${rest} more of the kind.</p>`}`
    : html`<p>${noneWords(one)}</p>`
}
${one.breaking.length > 0 && html`<p>Single commitments that would end the yes:</p><ul>${one.breaking.map(({ part, answer }) => html`<li>${changeSaid(found, part)}: then ${quoted(verdictWord[answer])}</li>`)}</ul>`}`;
}

function noneWords({ exhausted, size, wanted }: InvertResult): string {
  if (!exhausted) return 'The search was stopped before all changes were tried; none was found so far.';
  return `No ${size === 1 ? 'single change' : 'change or pair of changes'} of these kinds brings ${quoted(verdictWord[wanted])} about: all were tried.`;
}
