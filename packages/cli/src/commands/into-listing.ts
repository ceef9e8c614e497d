import { type Page, pageFor, type View } from '@demarche/report/terminal';
import type { Brought } from './read-into.ts';

/** What sources brought into a case, and what is to be done with it. */
export function intoListing(
  path: string,
  file: string,
  brought: readonly (Brought & { readonly place: string })[],
  view: View,
): string {
  const page = pageFor(view);
  page.title(file);
  for (const one of brought) {
    const { source, id, added, already, overlapping, renamed, ambiguous, text, place } = one;
    page.blank();
    page.para(
      source.kind === 'new'
        ? `New source ${id}, from ${shown(place)}${text === undefined ? '; its text is not kept' : `; its text is in ${text}`}`
        : `Source ${id}, which was there`,
    );
    page.item(
      added.length === 0
        ? 'no statement to add'
        : `${counted(added.length, 'statement')} added: ${spanned(added.map((each) => each.id))}`,
    );
    if (already.length > 0) page.item(`${counted(already.length, 'passage')} there already`);
    if (overlapping.length > 0) {
      page.item(
        `${counted(overlapping.length, 'passage')} not added, ${overlapping.length === 1 ? 'it overlaps' : 'each overlaps'} a statement of the case:`,
      );
      for (const { start, end, ids } of overlapping) page.item(`${start}..${end}: ${ids.join(', ')}`, '-', 6);
    }
    for (const { from, to } of renamed) page.item(`“${shown(from)}” is ${shown(to)}, as the case has it`);
    for (const { name, could } of ambiguous)
      page.item(`“${shown(name)}” could be ${could.map(shown).join(' or ')}: left as the source has it`);
    if (one.assisted) assisted(page, one.assisted);
  }
  const waiting = brought.some((one) => (one.assisted?.proposed.length ?? 0) > 0);
  const some = brought.some(({ added }) => added.length > 0);
  const kept = brought.filter(({ source, text }) => source.kind === 'new' && text !== undefined);
  const lost = brought.filter(({ text }) => text === undefined);
  if (some || waiting || kept.length > 0) {
    page.heading('Next');
    if (waiting)
      page.item(`decide on what is proposed: demarche accept ${path} ID…, demarche reject ${path} ID…`);
    if (some)
      page.item(
        'sort the statements: a kind, whom each is about and a gist in your own words, or take it out; until then it says only that somebody said something',
      );
    if (kept.length > 0)
      page.item(
        'reports quote from texts that are in the case: where a text may not be passed on, take it out, `text:` with it (read --no-text does so from the start)',
      );
    for (const { id } of lost)
      page.item(`anchors are verified where the text is given: demarche check ${path} --source ${id}=PATH`);
    page.item(`demarche check ${path}`);
  }
  return page.text();
}

function assisted(page: Page, { model, proposed, refused }: NonNullable<Brought['assisted']>): void {
  page.item(
    proposed.length === 0
      ? `${shown(model)} proposes nothing that stands up to the source`
      : `${shown(model)} proposes ${counted(proposed.length, 'statement')}; none counts before you accept it:`,
  );
  for (const { id, start, end, by, kind, gist, otherwise } of proposed) {
    page.item(`${id}, ${start}..${end}: ${shown(by)}, ${kind}: ${shown(gist)}`, '-', 6);
    if (otherwise !== undefined)
      page.item(`the reader of rules takes ${shown(otherwise)} for the speaker`, '!', 8);
  }
  if (refused.length > 0) page.item(`${counted(refused.length, 'proposal')} refused:`);
  for (const { quotation, reason } of refused) page.item(`“${shown(quotation)}”: ${reason}`, '-', 6);
}

/** `s08 to s19`, where they go on one after another. */
function spanned(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids[0]} to ${ids.at(-1)}`;
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
}
