import {
  anchorHash,
  type Case,
  cleanName,
  type Edit,
  freshIds,
  type Material,
  type ReadAnnotation,
  type Source,
  type Texts,
  type Value,
} from '@demarche/case';
import { type FoldedText, foldedText } from '../reanchor/folded-text.ts';
import { type Reanchored, reanchor } from '../reanchor/reanchor.ts';
import type { Range } from '../statement.ts';
import { samePassage } from './same-passage.ts';

export type AnnotationsInto = {
  readonly added: readonly { readonly id: string; readonly source: string; readonly at?: Range }[];
  /** Statements of the case that annotations are. */
  readonly already: readonly string[];
  /** How many were left out, each told with its reason. */
  readonly left: number;
  readonly edits: readonly Edit[];
};

export type AnnotationsOptions = {
  /** Texts of sources at hand, by id: there a passage is looked for, and added only where it is certain. */
  readonly texts: Texts;
  /** The source that annotations are taken to be of which name none of the case. */
  readonly source?: string;
};

/**
 * What annotations add to a case: a statement for each whose passage is certain. Where the text is at hand the passage is found as by
 * `reanchor`; else its position counts as stated, and its hash is that of the quotation. A passage that a statement of the case is, and
 * that says nothing else, is that statement. Importing twice adds nothing. What is left out is told at its place.
 */
export function annotationsInto(
  found: Case,
  material: Material,
  options: AnnotationsOptions,
): AnnotationsInto {
  const { texts } = options;
  const folded = new Map<string, FoldedText>();
  const textOf = (id: string): FoldedText | undefined => {
    if (!folded.has(id) && Object.hasOwn(texts, id)) folded.set(id, foldedText(texts[id]!));
    return folded.get(id);
  };
  const fresh = freshIds(found);
  const ids = new Set([...found.statements, ...found.proposals, ...found.sources].map(({ id }) => id));
  const actors = new Set(found.actors.map(({ id }) => id));
  /** Statements of the case, and those added so far. */
  const there: Known[] = found.statements.map((one) => ({ ...one, fields: fieldsOf(one) }));
  const statements: Record<string, Value> = {};
  const added: { id: string; source: string; at?: Range }[] = [];
  const already: string[] = [];
  const named = new Map<string, string>();
  const taken: { readonly id: string; readonly one: ReadAnnotation }[] = [];
  let left = 0;
  for (const one of material.annotations) {
    const source = sourceOf(found, one, options.source);
    if (!source) {
      left++;
      material.tell(
        one.span,
        'import-left-out',
        `left out: no source of the case is ${one.target ?? 'what it names'}`,
        {
          hint: 'add the source with this address, or say which it is with --as ID',
        },
      );
      continue;
    }
    const text = textOf(source.id);
    const placed = placeOf(one, text);
    if ('kind' in placed) {
      left++;
      tellOpen(material, one, placed);
      continue;
    }
    const fields = fieldsOf(one);
    const same = there.find(
      (known) => known.in === source.id && isPassage(known, placed, text) && says(known.fields, fields),
    );
    if (same) {
      already.push(same.id);
      if (one.id !== undefined) named.set(one.id, same.id);
      continue;
    }
    const wanted =
      one.id !== undefined && /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(one.id) && !ids.has(one.id)
        ? one.id
        : fresh();
    ids.add(wanted);
    if (one.id !== undefined) named.set(one.id, wanted);
    const about = one.about.filter((id) => actors.has(id));
    if (about.length < one.about.length)
      material.tell(
        one.span,
        'import-left-out',
        'left out: whom it is about, where that is no actor of the case',
        {
          hint: 'say it in the case',
        },
      );
    statements[wanted] = statementValue(source, placed, one, about);
    there.push({ id: wanted, in: source.id, ...placed, fields });
    added.push({ id: wanted, source: source.id, ...(placed.at ? { at: placed.at } : {}) });
    taken.push({ id: wanted, one });
  }
  // Only now all ids are known.
  for (const { id, one } of taken) {
    const disputes = one.disputes.map((other) => named.get(other) ?? other).filter((other) => ids.has(other));
    if (disputes.length > 0) statements[id] = { ...(statements[id] as Fields), disputes };
  }
  return {
    added,
    already,
    left,
    edits: [{ kind: 'extend', path: ['statements'], value: statements }],
  };
}

type Fields = { readonly [key: string]: Value };
type Placed = { readonly at?: Range; readonly hash?: string };
type Known = Placed & { readonly id: string; readonly in: string; readonly fields: Said };

function sourceOf(found: Case, one: ReadAnnotation, wanted: string | undefined): Source | undefined {
  return (
    found.sources.find(({ id }) => id === one.source) ??
    found.sources.find(
      ({ url, archived }) => one.target !== undefined && (url === one.target || archived === one.target),
    ) ??
    found.sources.find(({ id }) => id === wanted)
  );
}

/** Where the passage is, or why that is not certain. */
function placeOf(one: ReadAnnotation, text: FoldedText | undefined): Placed | Open {
  const { at, exact, hash } = one;
  // A statement of a case may be an excerpt that stands nowhere yet.
  if (!at && exact === undefined && hash === undefined)
    return one.source === undefined ? { kind: 'orphan', candidates: [], cut: false } : {};
  if (!text) {
    const known = hash ?? (exact === undefined ? undefined : anchorHash(exact));
    return { ...(at ? { at } : {}), ...(known === undefined ? {} : { hash: known }) };
  }
  const stated = at !== undefined && exact === undefined && hash === undefined;
  const outcome: Reanchored =
    stated && at.end <= text.points.length ? { kind: 'same', at } : reanchor(text, one);
  if (outcome.kind !== 'same' && outcome.kind !== 'moved') return outcome;
  const { start, end } = outcome.at;
  return { at: outcome.at, hash: anchorHash(text.points.slice(start, end).join('')) };
}

type Open = Exclude<Reanchored, { readonly kind: 'same' | 'moved' }>;

function tellOpen({ tell }: Material, { span, at, exact, hash }: ReadAnnotation, outcome: Open): void {
  const range = ({ start, end }: Range) => `${start}..${end}`;
  if (!at && exact === undefined && hash === undefined) {
    tell(span, 'import-left-out', 'left out: it says neither where its passage stands nor what it is');
    return;
  }
  switch (outcome.kind) {
    case 'changed':
      tell(
        span,
        'anchor-changed',
        `left out: its passage stands at ${range(outcome.at)} with ${outcome.edits} characters edited`,
        { hint: 'was it made on another text? Code it by hand if it says the same' },
      );
      return;
    case 'ambiguous':
      tell(
        span,
        'anchor-ambiguous',
        `left out: its passage stands in several places: ${outcome.candidates.map(range).join(', ')}`,
        { hint: 'give it a position, or what stands before and behind it' },
      );
      return;
    case 'orphan': {
      const near = outcome.candidates.map(range).join(', ');
      tell(
        span,
        'anchor-orphan',
        `left out: its passage is not in the text${near === '' ? '' : `; nearest: ${near}`}`,
        { hint: 'was it made on another text?' },
      );
    }
  }
}

function isPassage(known: Known, { at, hash }: Placed, text: FoldedText | undefined): boolean {
  if (known.at && at) {
    if (text) return samePassage(text.points, known.at, at);
    return known.at.start === at.start && known.at.end === at.end;
  }
  if (!known.at && !at && known.hash === undefined && hash === undefined) return true;
  return known.hash !== undefined && known.hash === hash;
}

type Said = {
  readonly gist?: string | undefined;
  readonly kind?: string | undefined;
  readonly by?: string | undefined;
};

function fieldsOf({ gist, kind, by }: Said): Said {
  return { gist, kind, by };
}

/** Whether a statement says all that an annotation says. */
function says(known: Said, one: Said): boolean {
  return (['gist', 'kind', 'by'] as const).every((key) => one[key] === undefined || one[key] === known[key]);
}

function statementValue(
  source: Source,
  { at, hash }: Placed,
  one: ReadAnnotation,
  about: readonly string[],
): Fields {
  const name = (text: string | undefined) =>
    text === undefined ? undefined : cleanName(text, '') || undefined;
  const value = {
    in: source.id,
    at: at && `${at.start}..${at.end}`,
    hash,
    by: name(one.by),
    holder: name(one.holder),
    via: name(one.via),
    date: one.date,
    kind: one.kind,
    about: about.length === 0 ? undefined : about.length === 1 ? about[0] : about,
    gist: one.gist?.toWellFormed(),
    credibility: one.credibility,
    note: one.note?.toWellFormed(),
  };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, said]) => (said === undefined ? [] : [[key, said]])),
  );
}
