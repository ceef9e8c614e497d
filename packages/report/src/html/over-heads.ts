import type { HeadDeal, Profile } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { conceptWords, formulaText, headDealWords, profileWords } from '../words/index.ts';
import { html, type Markup } from './markup.ts';

/** What the deals were found under. */
export type HeadDealsOf = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly deals: readonly HeadDeal[];
};

const most = 4;

/**
 * A section on deals over the heads of others, for a report: those that would come about first, with what each member gains, who
 * outside loses what, and whether it could be spoilt. Undefined where there are none.
 */
export function dealsOverHeadsSection(found: Case, of: HeadDealsOf): Markup | undefined {
  const { profile, scenario, concept, deals } = of;
  if (deals.length === 0) return undefined;
  return html`<section aria-labelledby="over-heads"><h2 id="over-heads">Deals over the heads of others</h2>
<p>What several parties could agree on from where things stand so that each of them gains and somebody else loses; if ${profileWords(found, profile, scenario)}, and if ${conceptWords[concept]}.</p>
<ol>${deals.slice(0, most).map((deal) => {
    const words = headDealWords(found, profile, deal, (formula) => formulaText(found, formula));
    return html`<li><p><strong>${words.deal}.</strong></p>
<ul>${[...words.gains, ...words.losses].map((one) => html`<li>${one}.</li>`)}</ul>
<p>${words.undo}. ${words.comes}.</p></li>`;
  })}</ol>${deals.length > most && html`<p class="small">and ${deals.length - most} more</p>`}</section>`;
}
