import type { Comparison, Conjunction, StabilityConditions } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { actorName, conceptName, conceptWords, listed, stateWords } from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

/** What each actor would have to prefer for a state to be an equilibrium, under one concept. */
export type ConceptConditions = {
  readonly concept: Concept;
  readonly conditions: readonly StabilityConditions[];
};

const most = 6;

/** `demarche solve --conditions`: the classic inverse, whatever the readings say. */
export function conditionsText(
  found: Case,
  state: number,
  all: readonly ConceptConditions[],
  view: View,
  about: About & { readonly full?: boolean },
): string {
  const page = pageFor(view);
  const seen = new Set([state]);
  page.title(found.title);
  page.para(`What would have to hold for state ${state} to be an equilibrium, whatever the readings say.`);
  for (const { concept, conditions } of all) {
    page.heading(`${conceptName[concept]}: if ${conceptWords[concept]}`);
    for (const one of conditions) showActor(page, found, one, seen, about.full === true);
  }
  page.heading('The states');
  for (const code of [...seen].sort((a, b) => a - b)) page.item(`${stateWords(found, code)}.`, `${code}`);
  closing(page, found, about);
  return page.text();
}

function showActor(
  page: Page,
  found: Case,
  { actor, any }: StabilityConditions,
  seen: Set<number>,
  full: boolean,
): void {
  const who = actorName(found, actor);
  if (!any) {
    page.item(`${who}: more alternatives than can be listed.`);
    return;
  }
  if (any.length === 0) page.item(`${who}: it is never stable.`);
  else if (any.some((all) => all.length === 0)) page.item(`${who}: it is always stable.`);
  else {
    page.item(`${who}: it is stable exactly if ${any.length === 1 ? '' : 'one of these holds:'}`.trimEnd());
    const shown = full ? any : any.slice(0, most);
    for (const all of shown) page.item(`${conjunctionWords(found, all, seen)}.`, '.', 4);
    if (shown.length < any.length) page.dim(`and ${any.length - shown.length} more: see --full.`, 4);
  }
}

function conjunctionWords(found: Case, all: Conjunction, seen: Set<number>): string {
  const say = ({ actor, better, than, holds }: Comparison) => {
    seen.add(better).add(than);
    return `${actorName(found, actor)} ${holds ? 'prefers' : 'does not prefer'} ${better} to ${than}`;
  };
  return listed(all.map(say));
}
