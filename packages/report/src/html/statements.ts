import { type Judgement, judgementsOf } from '@demarche/analysis';
import type { Case, Statement } from '@demarche/case';
import { anchorWords } from '../terminal/about.ts';
import { actorNames } from '../words/index.ts';
import { judgementLink, statementLinks } from './links.ts';
import { anchorId, html, type Markup } from './markup.ts';
import type { Passages } from './passages.ts';

/** Every statement, with its source, place and whether its anchor was verified, and what rests on it. */
export function statementsSection(found: Case, passages: Passages): Markup {
  const judgements = judgementsOf(found);
  return html`<section aria-labelledby="statements"><h2 id="statements">The statements</h2><p>${anchorWords(found)}</p>${found.sources.map(
    (source) => html`<article id="${anchorId('source', source.id)}"><h3>${source.title}</h3>
<p class="small"><code>${source.id}</code>${source.published !== undefined && `, published ${source.published}`}${source.publisher !== undefined && `, ${source.publisher}`}${source.author !== undefined && `, ${source.author}`}; reliability ${source.reliability} (Admiralty code).${
      source.url !== undefined && isWebAddress(source.url)
        ? html` <a href="${source.url}" rel="noreferrer">${source.url}</a>`
        : source.url !== undefined && html` ${source.url}`
    }${source.text === undefined && !source.withhold && html` The text is not in the case. Have the text? Give it here: <code>demarche check CASE --source ${source.id}=PATH</code>.`}${source.withhold && ' What it says is withheld.'}</p>
${found.statements
  .filter((one) => one.in === source.id)
  .map((one) =>
    statement(found, one, source.withhold || one.withhold, passages[one.id], judgements),
  )}</article>`,
  )}</section>`;
}

function statement(
  found: Case,
  one: Statement,
  withheld: boolean,
  passage: string | undefined,
  judgements: readonly Judgement[],
): Markup {
  const carried = judgements.filter(({ because }) => because.includes(one.id));
  const place = withheld
    ? 'its place withheld'
    : one.at === undefined
      ? 'no place given'
      : `characters ${one.at.start} to ${one.at.end}`;
  const tag =
    one.anchor === 'verified'
      ? html`<span class="tag">anchor verified</span>`
      : html`<span class="tag warn">anchor not verified</span>`;
  return html`<div class="statement" id="${anchorId('statement', one.id)}"><p><b>${one.id}</b> ${tag} ${one.kind !== undefined && html`<span class="tag">${one.kind}</span>`}</p>
${withheld ? html`<p class="small">Withheld.</p>` : html`<p>${one.gist ?? ''}</p>${passage !== undefined && html`<blockquote>${passage}</blockquote>`}`}
<p class="small">${!withheld && one.by !== undefined && `By ${one.by}`}${!withheld && one.holder !== undefined && one.holder !== one.by && `; holder ${one.holder}`}${!withheld && one.via !== undefined && `; by way of ${one.via}`}${!withheld && one.date !== undefined && `; ${one.date}`}${!withheld && '. '}${one.about.length > 0 && `About ${actorNames(found, one.about)}. `}In ${one.in}, ${place}; credibility ${one.credibility}.${one.disputes.length > 0 && html` Disputes ${statementLinks(found, one.disputes)}.`}${!withheld && one.note !== undefined && ` ${one.note}`}</p>
<p class="small">${carried.length === 0 ? 'Nothing rests on it.' : html`Carries ${carried.map((item, k) => html`${k > 0 && '; '}${judgementLink(found, item)}`)}.`}</p></div>`;
}

/** Only addresses of the web become links: a case may come from a stranger. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url);
}
