import type { StatementKind } from '@demarche/case';
import { cleanName } from '@demarche/case';
import type { Range } from '../statement.ts';
import { placesOf, type Searched, searched } from './folded-search.ts';
import { type Proposed, proposalKinds } from './proposed.ts';

export type Vetted = Range & {
  readonly speaker: string;
  readonly kind: StatementKind;
  readonly gist: string;
};

export type Refused = { readonly quotation: string; readonly reason: string };

const sharedRun = 6;

/** What of a model's proposals stands up to the source, before anybody sees it; what does not is refused with the reason. */
export function vet(
  text: string,
  proposals: readonly Proposed[],
): { readonly passed: readonly Vetted[]; readonly refused: readonly Refused[] } {
  const source = searched(text);
  const runs = runsOf(text);
  const passed: Vetted[] = [];
  const refused: Refused[] = [];
  for (const one of proposals) {
    const made = vetted(source, runs, one);
    if (typeof made === 'string')
      refused.push({ quotation: cleanName(one.quotation.slice(0, 80), ''), reason: made });
    else if (passed.some(({ start, end }) => start === made.start && end === made.end))
      refused.push({
        quotation: cleanName(one.quotation.slice(0, 80), ''),
        reason: 'it was proposed before',
      });
    else passed.push(made);
  }
  return { passed: passed.sort((a, b) => a.start - b.start || a.end - b.end), refused };
}

function vetted(source: Searched, runs: ReadonlySet<string>, one: Proposed): Vetted | string {
  const length = Array.from(one.quotation.trim()).length;
  if (length < 8 || length > 600) return `the quotation has ${length} characters, 8 to 600 are taken`;
  const places = placesOf(source, one.quotation, 2);
  if (places.length === 0) return 'the quotation does not stand in the source';
  if (places.length > 1) return 'the quotation stands in the source more than once';
  const speaker = cleanName(one.speaker, '');
  if (speaker === '' || speaker.length > 200) return 'no speaker is named, or by more than 200 characters';
  if (placesOf(source, one.speaker, 1).length === 0) return 'the speaker is not mentioned in the source';
  const kind = proposalKinds.find((known) => known === one.kind);
  if (kind === undefined) return `the kind is none of: ${proposalKinds.join(', ')}`;
  const gist = cleanName(one.gist, '');
  if (gist === '' || gist.length > 400) return 'the gist is empty, or has more than 400 characters';
  if ([...runsOf(gist)].some((run) => runs.has(run)))
    return `the gist repeats ${sharedRun} words or more of the source`;
  return { ...places[0]!, speaker, kind, gist };
}

/** Every run of six words, without capitals and punctuation. */
function runsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .slice(0, Math.max(0, words.length - sharedRun + 1))
      .map((_, k) => words.slice(k, k + sharedRun).join(' ')),
  );
}
