import { pointText } from '@demarche/case';
import { pageFor, type View } from '@demarche/report/terminal';
import type { About, Mention, Reading, Speaker, Statement } from '@demarche/source';
import { excerpt, shown } from '../excerpt.ts';
import type { ReadSource } from '../source-texts.ts';

export type Listed = {
  readonly source: ReadSource;
  readonly reading: Reading;
  /** Where the text was written. */
  readonly kept?: string;
  /** Whole passages; else the first and last words of long ones. */
  readonly full: boolean;
};

/** What the reader finds in one text, for a person: passages in order with who says them, then the speakers. */
export function readListing({ source, reading, kept, full }: Listed, view: View): string {
  const { place, text, sha256, about, notes, verbatim } = source;
  const { statements, speakers, contradictions } = reading;
  const page = pageFor(view);
  const points = pointText(text);
  const names = new Map(speakers.map((one) => [one.id, one]));
  page.title(shown(place));
  const known = aboutWords(about);
  if (known !== '') page.para(known);
  for (const note of notes) page.dim(shown(note));
  page.dim(
    statements.length === 0
      ? 'No passage found that reports words or belief. Only English is read.'
      : `${counted(statements.length, 'passage')} reporting words or belief, ${counted(speakers.length, 'speaker')}; found by rules, so look at each. Offsets count characters.`,
  );
  for (const one of statements) {
    page.blank();
    page.para(view.paint('strong', heading(one, names)));
    for (const part of one.parts) page.para(excerpt(points.slice(part.start, part.end), full), 4);
  }
  if (speakers.length > 0) {
    page.heading('Speakers');
    for (const one of speakers) page.item(speakerWords(one, statements));
  }
  if (contradictions.length > 0) {
    page.heading('The text against itself');
    for (const { name, office, held, former } of contradictions)
      page.item(
        `${shown(name)} is introduced as having left the office of ${shown(office)} (${places(former)}) and as holding it (${places(held)}).`,
      );
  }
  page.blank();
  page.dim(`sha256 ${sha256.slice(0, 12)}`);
  if (kept !== undefined) page.dim(`The text that was read is in ${shown(kept)}.`);
  else if (!verbatim)
    page.dim('Offsets count in the text that was made of it: --text-out FILE keeps that text.');
  return page.text();
}

/** Title, author, publisher, day and address, as far as they were found. */
function aboutWords({ title, author, publisher, published, url }: About): string {
  const by = [author, publisher, published].filter((one) => one !== undefined).join(', ');
  return [title === undefined ? '' : `“${title}”`, by, url ?? '']
    .filter((one) => one !== '')
    .map(shown)
    .join('; ');
}

function heading(
  { start, end, kind, who, speaker, cue, inherited }: Statement,
  names: ReadonlyMap<string, Speaker>,
): string {
  const name = who === undefined ? undefined : names.get(who)?.name;
  const mention = speaker?.text;
  const as =
    mention !== undefined && name !== undefined && mention !== name && !mention.endsWith(name)
      ? `, as “${shown(mention)}”`
      : '';
  const voice =
    name === undefined
      ? mention === undefined
        ? 'nobody named'
        : `“${shown(mention)}”`
      : `${shown(name)}${as}`;
  const by = inherited ? ' (no cue: the speaker before)' : cue ? ` (“${shown(cue.text)}”)` : '';
  return `${start}..${end}: ${voice}, ${kind}${by}`;
}

function speakerWords(
  { id, name, kind, aliases, roles, affiliations }: Speaker,
  statements: readonly Statement[],
): string {
  const count = statements.filter(({ who }) => who === id).length;
  const also = aliases.length > 0 ? `; also ${aliases.map((one) => `“${shown(one)}”`).join(', ')}` : '';
  const as = roles.length > 0 ? `; ${roles.map(shown).join('; ')}` : '';
  const tied = affiliations.filter((one) => !roles.some((role) => role.includes(one)));
  const of = tied.length > 0 ? `; ${tied.map(shown).join('; ')}` : '';
  return `${shown(name)}${kind === 'person' ? '' : ` (${kind})`}: ${counted(count, 'passage')}${also}${as}${of}`;
}

function places(mentions: readonly Mention[]): string {
  return mentions.map(({ start, end }) => `${start}..${end}`).join(', ');
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
