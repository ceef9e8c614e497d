import {
  type Case,
  type Edit,
  idFor,
  type Material,
  type ReadSource,
  reservedWords,
  type Source,
  type Value,
} from '@demarche/case';

export type SourcesInto = {
  readonly added: readonly string[];
  /** Sources of the case that items are, and the keys that each got. */
  readonly already: readonly { readonly id: string; readonly keys: readonly string[] }[];
  readonly edits: readonly Edit[];
};

const keys = [
  'title',
  'published',
  'author',
  'publisher',
  'language',
  'url',
  'archived',
  'sha256',
  'reliability',
] as const;

/**
 * What CSL items add to a case: sources that it has not. One that it has (by sha256, address, or id and title) gets the keys that it lacks
 * and keeps all others; where the two differ, that is told. Importing twice adds nothing.
 */
export function sourcesInto(found: Case, material: Material): SourcesInto {
  const taken = new Set([...found.sources, ...found.statements, ...found.proposals].map(({ id }) => id));
  const fresh: Record<string, Value> = {};
  const added: string[] = [];
  const already: { id: string; keys: readonly string[] }[] = [];
  const edits: Edit[] = [];
  /** Sources of the case with what they get, and those added so far. */
  const there: (ReadSource & { id: string })[] = found.sources.map((one) => ({ ...one, name: one.id, span }));
  for (const one of material.sources) {
    const known = there.find((other) => isSame(other, one));
    if (!known) {
      const id = idOf(one, taken);
      added.push(id);
      fresh[id] = fieldsOf(one, keys);
      there.push({ ...one, id });
      continue;
    }
    const source = found.sources.find(({ id }) => id === known.id);
    if (!source) continue;
    const missing = keys.filter((key) => one[key] !== undefined && lacks(source, known, key));
    if (missing.length > 0)
      edits.push({ kind: 'extend', path: ['sources', source.id], value: fieldsOf(one, missing) });
    already.push({ id: source.id, keys: missing });
    Object.assign(known, Object.fromEntries(missing.map((key) => [key, one[key]])));
    const others = keys.filter((key) => one[key] !== undefined && one[key] !== known[key]);
    if (others.length > 0)
      material.tell(
        one.span,
        'import-left-out',
        `“${source.id}” is in the case with another ${others.join(', ')}: the case’s stays`,
        { hint: 'change it in the case if this one is right' },
      );
  }
  return { added, already, edits: [{ kind: 'extend', path: ['sources'], value: fresh }, ...edits] };
}

const span = { start: 0, end: 0 };

function isSame(known: ReadSource & { readonly id: string }, one: ReadSource): boolean {
  if (known.sha256 !== undefined && one.sha256 !== undefined) return known.sha256 === one.sha256;
  if (known.url !== undefined && one.url !== undefined) return known.url === one.url;
  return known.id === one.name && (one.title === undefined || known.title === one.title);
}

/** A title that is the id, and a reliability of F, are what a case takes where nothing is written: they count as written. */
function lacks(source: Source, known: ReadSource, key: (typeof keys)[number]): boolean {
  return key !== 'title' && key !== 'reliability' && source[key] === undefined && known[key] === undefined;
}

function idOf({ name, title }: ReadSource, taken: Set<string>): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,60}$/.test(name) && !taken.has(name) && !reserved.has(name)) {
    taken.add(name);
    return name;
  }
  return idFor(name || (title ?? ''), 'source', taken);
}

/** Words that no id may be. */
const reserved = new Set<string>(reservedWords);

function fieldsOf(
  one: ReadSource,
  some: readonly (typeof keys)[number][],
): { readonly [key: string]: Value } {
  return Object.fromEntries(some.flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]])));
}
