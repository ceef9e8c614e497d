import type { CaseAnswer, CellAnswer, Gain } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { conceptWords, gainWords, quoted } from '../words/index.ts';
import { anchorId, html, type Markup } from './markup.ts';

const changes = ['better', 'same', 'worse', 'mixed'] as const;

/** Who gets what they want, for each reading of each party: against now, and how far down its own list. */
export function gainsTables(found: Case, answer: CaseAnswer, question: Question): Markup {
  const tables = answer.concepts.map((concept) => ({
    concept,
    rows: rowsOf(found, answer, question, concept),
  }));
  const alike = new Set(tables.map(({ rows }) => JSON.stringify(rows))).size === 1;
  return html`${(alike ? tables.slice(-1) : tables.toReversed()).map(({ concept, rows }, k) => {
    const lead = alike && tables.length > 1 ? 'however far ahead they look' : `if ${conceptWords[concept]}`;
    const worse = worseForAll(answer, question, concept);
    const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${question.ask} ${lead}"><table>
<caption>Against now, ${lead}: in how many combinations of the other readings and circumstances</caption>
<thead><tr><th scope="col">Party</th><th scope="col">Read as</th>${changes.map((kind) => html`<th scope="col" class="n">${gainWords[kind]}</th>`)}<th scope="col">Of its list, from the top</th></tr></thead>
<tbody>${rows.map(
      (row) =>
        html`<tr><th scope="row">${row.name}</th><td><a href="#${anchorId('reading', row.reading)}">${quoted(row.label)}</a></td>${row.counts.map((count) => html`<td class="n">${count}</td>`)}<td>${row.kept}</td></tr>`,
    )}</tbody></table></div>
${worse > 0 && html`<p>In ${worse} of ${cellsOf(answer, concept).length} combinations an end is reached that is worse than now for everyone, ${lead}.</p>`}`;
    // The first stands open; what differs if they look otherwise is one click away.
    return k === 0 ? table : html`<details><summary>The same, ${lead}</summary>${table}</details>`;
  })}`;
}

type Row = {
  readonly name: string;
  readonly reading: string;
  readonly label: string;
  readonly counts: readonly number[];
  readonly kept: string;
};

function rowsOf(found: Case, answer: CaseAnswer, question: Question, concept: Concept): readonly Row[] {
  const cells = cellsOf(answer, concept);
  return found.actors.flatMap((actor, i) =>
    found.readings[i]!.flatMap((reading): Row[] => {
      const own = cells
        .filter((cell) => cell.profile[actor.id] === reading.id)
        .flatMap((cell) => gainOf(cell, question, actor.id));
      if (own.length === 0) return [];
      return [
        {
          name: actor.name,
          reading: `${actor.id}.${reading.id}`,
          label: reading.label,
          counts: changes.map((kind) => own.filter(({ change }) => change === kind).length),
          kept: keptWords(own),
        },
      ];
    }),
  );
}

function cellsOf(answer: CaseAnswer, concept: Concept): readonly CellAnswer[] {
  return answer.cells.filter((cell) => cell.concept === concept);
}

function gainOf(cell: CellAnswer, question: Question, actor: string): readonly Gain[] {
  const one = cell.answers.find((each) => each.question === question.id);
  const gain = one?.answer === 'gains' ? one.gains[actor] : undefined;
  return gain ? [gain] : [];
}

function worseForAll(answer: CaseAnswer, question: Question, concept: Concept): number {
  return cellsOf(answer, concept).filter((cell) =>
    cell.answers.some(
      (one) => one.question === question.id && one.answer === 'gains' && one.worseForAll.length > 0,
    ),
  ).length;
}

/** `2 to 5 of 6`: how many priorities hold before the first that does not. */
function keptWords(gains: readonly Gain[]): string {
  const kept = gains.flatMap(({ priorities }) => (priorities === undefined ? [] : [priorities]));
  const of = gains.find((one) => one.of !== undefined)?.of;
  if (kept.length === 0 || of === undefined) return 'its order is no list';
  const [low, high] = [Math.min(...kept), Math.max(...kept)];
  return low === high ? `${low} of ${of}` : `${low} to ${high} of ${of}`;
}
