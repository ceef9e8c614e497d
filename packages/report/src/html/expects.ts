import { type CellAnswer, perceiveCase } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  beliefsWords,
  groupRests,
  profileWords,
  stateWords,
  verdictWord,
} from '../words/index.ts';
import { html, type Markup } from './markup.ts';

const mostRests = 2;

/** What follows, what follows as each sees it, and what each party expects: the answers side by side, and where each thinks it could rest. */
export function expectsTable(found: Case, cell: CellAnswer): Markup {
  const { profile, scenario, concept, agreements } = cell;
  const { asTrue, asBelieved, expects } = perceiveCase(found, { profile, scenario, concept, agreements });
  const asked = found.questions.filter(({ kind }) => kind === 'holds');
  const rows = [
    [beliefsWords, asTrue] as const,
    ['as each sees it', asBelieved] as const,
    ...expects.map(({ actor, answer }) => [`${actorName(found, actor)} expects`, answer] as const),
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What each expects if ${profileWords(found, profile, scenario)}"><table>
<thead><tr><td></td>${asked.map(({ ask }) => html`<th scope="col">${ask}</th>`)}</tr></thead>
<tbody>${rows.map(([name, one]) => html`<tr><th scope="row">${name}</th>${asked.map(({ id }) => html`<td>${answerIn(one, id)}</td>`)}</tr>`)}</tbody></table></div>
<details><summary>Where each thinks that this could rest</summary><dl>${rows.map(([name, one]) => html`<dt>${name}</dt>${restsOf(found, one)}`)}</dl></details>`;
}

function answerIn(cell: CellAnswer, question: string): string {
  const answer = cell.answers.find((one) => one.question === question)?.answer;
  return answer === undefined || answer === 'gains' ? '' : verdictWord[answer];
}

function restsOf(found: Case, { course, scenario }: CellAnswer): readonly Markup[] {
  const groups = groupRests(found, course.rests, scenario);
  const told = groups
    .slice(0, mostRests)
    .map(
      ([rest]) =>
        html`<dd>${stateWords(found, rest![0]!)}${rest!.length > 1 && `, and on round ${rest!.length} situations`}</dd>`,
    );
  const more = groups.length - told.length;
  return more > 0 ? [...told, html`<dd class="small">and ${more} more</dd>`] : told;
}
