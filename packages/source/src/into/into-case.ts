import { anchorHash, type Case, type Edit, freshIds, type Value } from '@demarche/case';
import type { Range, Reading, Statement } from '../statement.ts';
import { samePassage, shared } from './same-passage.ts';
import { type Incoming, type Placed, sourceInCase } from './source-in-case.ts';
import { voicesOf } from './voices.ts';

export type Added = Range & { readonly id: string; readonly by?: string };

export type IntoCase = {
  readonly source: Exclude<Placed, { readonly kind: 'changed' }>;
  readonly id: string;
  readonly added: readonly Added[];
  /** Passages that a statement of the case is. */
  readonly already: readonly (Range & { readonly id: string })[];
  /** Passages that share characters with statements of the case: not added, for the analyst to look at. */
  readonly overlapping: readonly (Range & { readonly ids: readonly string[] })[];
  /** Speakers that have another name in the case, and those that could be several there. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly ambiguous: readonly { readonly name: string; readonly could: readonly string[] }[];
  readonly edits: readonly Edit[];
};

export type IntoOptions = {
  /** The id of the source; default: as it is found, or made of its title. */
  readonly id?: string;
  /** Where the text lies in the case's folder; undefined where it is not kept. */
  readonly text?: string;
};

/**
 * What a reading adds to a case: the source, if it is not there, and a statement for every passage that is not there, with range, hash
 * and voice, and without gist, kind or actor, which are the analyst's. A passage that shares characters with a statement of the case
 * is not added. Once it is added, the same reading adds nothing. `changed`: the case has this source with another text.
 */
export function intoCase(
  found: Case,
  incoming: Incoming,
  reading: Reading,
  options: IntoOptions = {},
): IntoCase | { readonly changed: string } {
  const placed = sourceInCase(found, incoming, options.id);
  if (placed.kind === 'changed') return { changed: placed.source.id };
  const id = placed.kind === 'new' ? placed.id : placed.source.id;
  const points = Array.from(incoming.text);
  const there = found.statements.filter((one) => one.in === id);
  const voice = voicesOf(found);
  const voices = new Map(reading.speakers.map((one) => [one.id, voice(one)]));
  const ids = freshIds(found);
  const added: Added[] = [];
  const already: (Range & { id: string })[] = [];
  const overlapping: (Range & { ids: readonly string[] })[] = [];
  const statements: Record<string, Value> = {};
  for (const { start, end, who } of passagesOf(reading.statements)) {
    const hash = anchorHash(points.slice(start, end).join(''));
    const same = there.find(({ at, hash: known }) =>
      at ? samePassage(points, at, { start, end }) : known === hash,
    );
    if (same) {
      already.push({ start, end, id: same.id });
      continue;
    }
    const over = there.filter(({ at }) => at && shared(at, { start, end }) > 0);
    if (over.length > 0) {
      overlapping.push({ start, end, ids: over.map((one) => one.id) });
      continue;
    }
    const by = who === undefined ? undefined : voices.get(who)?.by;
    const next = ids();
    added.push({ start, end, id: next, ...(by === undefined ? {} : { by }) });
    statements[next] = { in: id, at: `${start}..${end}`, hash, ...(by === undefined ? {} : { by }) };
  }
  const text: Record<string, Value> =
    options.text !== undefined && (placed.kind === 'new' || placed.source.text === undefined)
      ? { text: options.text }
      : {};
  const used = new Set(added.map(({ by }) => by));
  const speakers = reading.speakers.map((one) => ({ name: one.name, ...voices.get(one.id)! }));
  return {
    source: placed,
    id,
    added,
    already,
    overlapping,
    renamed: speakers.flatMap(({ name, by }) =>
      by !== name && used.has(by) ? [{ from: name, to: by }] : [],
    ),
    ambiguous: speakers.flatMap(({ name, by, ambiguous }) =>
      ambiguous && used.has(by) ? [{ name, could: ambiguous }] : [],
    ),
    edits: [
      placed.kind === 'new'
        ? { kind: 'extend', path: ['sources'], value: { [id]: { ...placed.fields, ...text } } }
        : { kind: 'extend', path: ['sources', id], value: { ...text, ...placed.missing } },
      { kind: 'extend', path: ['statements'], value: statements },
    ],
  };
}

/** Each range once, in the order of the text. */
function passagesOf(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return [...statements]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      const mark = `${start}..${end}`;
      const fresh = !seen.has(mark);
      seen.add(mark);
      return fresh;
    });
}
