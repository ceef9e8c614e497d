import type { Change, InvertResult } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  beliefsWords,
  conceptWords,
  listed,
  profileWords,
  quoted,
  readingLabel,
  verdictWord,
} from '../words/index.ts';
import { type About, closing } from './about.ts';
import { pageFor, type View } from './layout.ts';

const most = 12;

/** `demarche invert`: the smallest changes that bring a wanted answer about, or that none up to a size does. */
export function invertText(
  found: Case,
  result: InvertResult,
  view: View,
  about: About & { readonly full?: boolean },
): string {
  const page = pageFor(view);
  const ask = found.questions.find(({ id }) => id === result.question)?.ask ?? result.question;
  const held = result.beliefs === 'as-held' ? 'as each sees it' : beliefsWords;
  page.title(ask);
  page.para(
    `${quoted(verdictWord[result.answer])} if ${profileWords(found, result.profile, result.scenario)}, if ${conceptWords[result.concept]}, and ${held}.`,
  );
  page.heading(`What it would take for ${quoted(verdictWord[result.wanted])}`);
  if (result.answer === result.wanted) page.para('Nothing: it is so already.', 2);
  const shown = about.full ? result.changes : result.changes.slice(0, most);
  shown.forEach((set, k) => {
    page.item(`${listed(set.parts.map((part) => changeSaid(found, part)))}.`, `${k + 1}.`);
  });
  if (shown.length < result.changes.length)
    page.dim(`and ${result.changes.length - shown.length} more: see --full.`, 4);
  if (result.answer !== result.wanted) page.para(searchedWords(result), 2);
  if (found.graph && result.answer !== result.wanted)
    page.para(
      'In graph form there are no options to give, commit to or gate: tried are the order of priorities, in readings that have `prefers`, and beliefs with --beliefs as-held.',
      2,
    );
  if (result.breaking.length > 0) {
    page.heading('Single commitments that would end the yes');
    for (const { part, answer } of result.breaking)
      page.item(`${changeSaid(found, part)}: then ${quoted(verdictWord[answer])}.`);
  }
  if (result.answer === 'yes' && !result.exhausted)
    page.para('The search was stopped: not every single commitment that could end the yes was tried.');
  closing(page, found, about);
  return page.text();
}

/** What was tried, so that nothing found is a proof and a search that was stopped says what it left. */
function searchedWords({ changes, searched, exhausted }: InvertResult): string {
  const kind = (size: number) => (size === 1 ? 'single changes' : 'pairs');
  const tried = searched.map(({ size, sets, decided }) =>
    decided === sets ? `all ${sets} ${kind(size)}` : `${decided} of ${sets} ${kind(size)}`,
  );
  const found = 'each of these was solved again, and no part of any of them does it alone';
  if (!exhausted && searched.some(({ sets, decided }) => decided < sets))
    return `The search was stopped: ${listed(tried)} were tried, and the rest was not searched${changes.length > 0 ? `; ${found}` : ''}.`;
  const said = searched.length === 1 ? 'single change' : 'change and no pair of changes';
  return changes.length === 0
    ? `No ${said} does it: ${listed(tried)} were tried.`
    : `Tried were ${listed(tried)}; ${found}.`;
}

/** One part of a change as a clause. */
export function changeSaid(found: Case, change: Change): string {
  const optionName = (id: string) => quoted(found.options.find((one) => one.id === id)?.name ?? id);
  switch (change.kind) {
    case 'reorder':
      return `${actorName(found, change.actor)} puts ${quoted(change.that)} ${change.by === 1 ? 'one place' : `${change.by} places`} ${change.way === 'up' ? 'higher' : 'lower'} in ${quoted(readingLabel(found, change.actor, change.reading))}`;
    case 'believe':
      return `${actorName(found, change.holder)} comes to read ${actorName(found, change.about)} as ${quoted(readingLabel(found, change.about, change.truth))} instead of ${quoted(readingLabel(found, change.about, change.held))}`;
    case 'give':
      return `${optionName(change.option)} is ${change.on ? 'taken' : 'ruled out'} throughout`;
    case 'irrevocable':
      return `${optionName(change.option)} cannot be ${change.once === 'on' ? 'taken back once taken' : 'taken up again once dropped'}`;
    case 'gate':
      return `${optionName(change.option)} can be taken up only where ${quoted(change.when)} holds`;
  }
}
