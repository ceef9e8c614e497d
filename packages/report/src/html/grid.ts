import { type CaseAnswer, type CellAnswer, headlineOf, heldTo, type Profile } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  conceptWords,
  heldWords,
  isQuestioned,
  readingLabel,
  scenarioLabel,
  verdictWord,
} from '../words/index.ts';
import { html, type Markup } from './markup.ts';

const most = 400;

/** Every combination with its answers: what all pictures and rules are drawn from. */
export function gridTable(found: Case, answer: CaseAnswer): Markup {
  const asked = found.questions.filter(({ kind }) => kind === 'holds');
  const actors = found.actors.filter(({ id }) => isQuestioned(found, id));
  const [, other] = answer.beliefs;
  const headline = headlineOf(answer);
  const misread = other === undefined ? undefined : heldTo(answer, other);
  const rows = answer.profiles.flatMap((profile) =>
    answer.scenarios.map((scenario) => {
      const cells = (of: CaseAnswer) =>
        answer.concepts.map((concept) => cellAt(of, profile, scenario, concept));
      return { profile, scenario, cells: cells(headline), misread: misread && cells(misread) };
    }),
  );
  return html`<details><summary>Every combination with its answers (${rows.length})</summary>
<p class="small">Where two words stand in a field: first if ${answer.concepts.map((concept) => conceptWords[concept]).join(', then if ')}.${misread && ' In brackets, where it differs: as each sees it.'}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Every combination with its answers"><table>
<caption>Answers by reading and circumstance, ${heldWords[answer.beliefs[0]!]}</caption>
<thead><tr>${actors.map(({ name }) => html`<th scope="col">${name}</th>`)}<th scope="col">Circumstance</th>${asked.map(({ ask }) => html`<th scope="col">${ask}</th>`)}</tr></thead>
<tbody>${rows
    .slice(0, most)
    .map(
      ({ profile, scenario, cells, misread: others }) =>
        html`<tr>${actors.map(({ id }) => html`<td>${readingLabel(found, id, profile[id]!)}</td>`)}<td>${scenarioLabel(found, scenario)}</td>${asked.map(({ id }) => html`<td>${bothFields(cells, others, id)}</td>`)}</tr>`,
    )}</tbody></table></div>${rows.length > most && html`<p class="small">The first ${most} of ${rows.length}; <code>demarche answer CASE --json</code> prints them all.</p>`}</details>`;
}

function cellAt(
  answer: CaseAnswer,
  profile: Profile,
  scenario: string | null,
  concept: string,
): CellAnswer | undefined {
  return answer.cells.find(
    (cell) =>
      cell.concept === concept &&
      cell.scenario === scenario &&
      Object.entries(profile).every(([actor, reading]) => cell.profile[actor] === reading),
  );
}

function bothFields(
  cells: readonly (CellAnswer | undefined)[],
  others: readonly (CellAnswer | undefined)[] | undefined,
  question: string,
): string {
  const own = field(cells, question);
  const other = others ? field(others, question) : own;
  return own === other ? own : `${own} (${other})`;
}

function field(cells: readonly (CellAnswer | undefined)[], question: string): string {
  const words = cells.map((cell) => {
    const one = cell?.answers.find((each) => each.question === question);
    return one && one.answer !== 'gains' ? verdictWord[one.answer] : '';
  });
  return new Set(words).size === 1 ? words[0]! : words.join(' / ');
}
