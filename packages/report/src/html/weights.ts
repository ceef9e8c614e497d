import { type CaseAnswer, type Chances, headlineOf } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import {
  basisWords,
  capital,
  conceptWords,
  estimateWords,
  heldWords,
  isQuestioned,
  limitsWords,
  quoted,
  readingLabel,
  scenarioLabel,
  shareWords,
  verdictWord,
  weightsWords,
} from '../words/index.ts';
import { anchorId, html, type Markup } from './markup.ts';

/** What every reading weighs, and on whose judgement; where nobody weighed any, that this is so. */
export function weightsBlock(found: Case, answer: CaseAnswer): Markup {
  const basis = basisWords(found, answer);
  if (basis === undefined)
    return html`<p>Nobody stated how much each reading weighs. Every reading counts alike here, which is a convention and no judgement, and no probability of an answer is printed.</p>`;
  const rows = answer.standings
    .filter(({ actor }) => isQuestioned(found, actor))
    .flatMap((standing) => {
      const name = found.actors.find(({ id }) => id === standing.actor)!.name;
      return Object.keys(standing.posterior).map((reading) => ({
        name,
        label: reading === 'other' ? 'none of these' : quoted(readingLabel(found, standing.actor, reading)),
        link: reading === 'other' ? undefined : anchorId('reading', `${standing.actor}.${reading}`),
        before: standing.weighed ? shareWords(standing.prior[reading]!) : 'nobody weighed it',
        after: standing.weighed ? estimateWords(standing.posterior[reading]!) : 'anything',
      }));
    });
  return html`<p id="weights">${basis}</p>
<details><summary>What each reading weighs</summary><div class="scroll" tabindex="0" role="region" aria-label="What each reading weighs"><table>
<caption>Weights of the readings, ${weightsWords}; what follows from the stated readings, not a forecast</caption>
<thead><tr><th scope="col">Party</th><th scope="col">Read as</th><th scope="col" class="n">Before</th><th scope="col" class="n">With the evidence (range)</th></tr></thead>
<tbody>${rows.map(({ name, label, link, before, after }) => html`<tr><th scope="row">${name}</th><td>${link === undefined ? label : html`<a href="#${link}">${label}</a>`}</td><td class="n">${before}</td><td class="n">${after}</td></tr>`)}</tbody></table></div></details>`;
}

/** How probable each answer of a question is, by circumstance. */
export function chancesTable(found: Case, answer: CaseAnswer, question: Question): Markup {
  const chances = answer.chances.filter((one) => one.question === question.id);
  const kinds = (['yes', 'no', 'unsettled', 'depends'] as const).filter((kind) =>
    chances.some(({ answers }) => answers.some((one) => one.answer === kind)),
  );
  if (kinds.length < 2 || answer.scenarios.length < 2) return html``;
  const alike = (one: Chances, other: Chances) =>
    JSON.stringify(one.answers) === JSON.stringify(other.answers);
  const headline = headlineOf(answer).chances;
  const rows = chances.filter((one) => {
    const first = headline.find(
      (other) =>
        other.question === one.question && other.concept === one.concept && other.scenario === one.scenario,
    )!;
    return one === first || !alike(one, first);
  });
  return html`<details><summary>How probable each answer is, by circumstance</summary><div class="scroll" tabindex="0" role="region" aria-label="How probable each answer is: ${question.ask}"><table>
<caption>${question.ask} ${capital(weightsWords)}; what follows from the stated readings, not a forecast</caption>
<thead><tr><th scope="col">Circumstance</th><th scope="col">If</th>${kinds.map((kind) => html`<th scope="col" class="n">${verdictWord[kind]}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${scenarioLabel(found, row.scenario)}</th><td>${conceptWords[row.concept]}${row.beliefs !== answer.beliefs[0] && `, ${heldWords[row.beliefs]}`}${limitsWords(found, row)}</td>${kinds.map(
        (kind) => {
          const one = row.answers.find((each) => each.answer === kind);
          return html`<td class="n">${one ? estimateWords(one) : '–'}</td>`;
        },
      )}</tr>`,
  )}</tbody></table></div></details>`;
}
