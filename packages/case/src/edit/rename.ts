import { namesOf } from '../expression/names.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Span } from '../text/lines.ts';
import { namedPlaces } from './named.ts';
import type { Kind } from './places.ts';
import { treeOf } from './tree.ts';

/** Old id → new id, by what it names. Options by `actor.option` → the new last part; readings by `actor.reading` likewise. */
export type Mapping = {
  readonly actors?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, string>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly statements?: Readonly<Record<string, string>>;
  readonly sources?: Readonly<Record<string, string>>;
  /** Facts, terms and joint options: one namespace. */
  readonly names?: Readonly<Record<string, string>>;
  readonly scenarios?: Readonly<Record<string, string>>;
  readonly questions?: Readonly<Record<string, string>>;
};

type Change = Span & { readonly text: string };

/**
 * Gives things other ids wherever the file names them, in expressions too. Only the ids' characters change. Prose (names,
 * labels, gists, notes) is left alone. Throws where the text is no YAML.
 */
export function renameIds(text: string, mapping: Mapping): string {
  const changes: Change[] = [];
  const replace = (span: Span, from: string, to: string) => {
    if (from === to) return;
    const written = text.slice(span.start, span.end);
    const mark = written[0] === '"' || written[0] === "'" ? written[0] : '';
    changes.push({ ...span, text: mark + to + mark });
  };
  for (const { span, text: value, kind } of namedPlaces(treeOf(text)))
    replace(span, value, renamed(value, kind, mapping));
  let out = text;
  for (const { start, end, text: to } of changes.sort((a, b) => b.start - a.start))
    out = out.slice(0, start) + to + out.slice(end);
  return out;
}

function renamed(value: string, kind: Kind, mapping: Mapping): string {
  const of = (table: keyof Mapping, id: string) =>
    mapping[table] && Object.hasOwn(mapping[table], id) ? mapping[table][id]! : id;
  const name = (id: string) => {
    const dot = id.indexOf('.');
    if (dot < 0) return of('names', id);
    const option =
      mapping.options && Object.hasOwn(mapping.options, id) ? mapping.options[id]! : id.slice(dot + 1);
    return `${of('actors', id.slice(0, dot))}.${option}`;
  };
  switch (kind.of) {
    case 'option':
      return name(value);
    case 'own-option':
      return name(`${kind.actor}.${value}`).split('.')[1]!;
    case 'reading': {
      const full = `${kind.actor}.${value}`;
      return mapping.readings && Object.hasOwn(mapping.readings, full) ? mapping.readings[full]! : value;
    }
    case 'expression':
      return inExpression(value, name);
    case 'setting': {
      const negated = /^(not\s+)(.*)$/.exec(value);
      if (value === 'now') return value;
      return negated ? negated[1]! + name(negated[2]!) : name(value);
    }
    default:
      return of(kind.of, value);
  }
}

function inExpression(text: string, name: (id: string) => string): string {
  const { expression } = parseExpression(text);
  if (!expression) return text;
  let out = text;
  for (const use of namesOf(expression).reverse())
    out = out.slice(0, use.start) + name(use.name) + out.slice(use.end);
  return out;
}
