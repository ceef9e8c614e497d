import { namesOf } from '../expression/names.ts';
import { parseExpression } from '../expression/parse.ts';
import { reportFor } from '../report.ts';
import type { Span } from '../text/lines.ts';
import { parseTree } from '../yaml/parse.ts';
import { child, entriesOf, type Path, type Tree, treeAt } from '../yaml/tree.ts';
import { type Kind, kindAt } from './places.ts';

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
  const report = reportFor(text, '');
  const tree = parseTree(text, report);
  if (!tree) throw new Error(`cannot rename: ${report.diagnostics()[0]?.message}`);
  const changes: Change[] = [];
  const replace = (span: Span, from: string, to: string) => {
    if (from === to) return;
    const written = text.slice(span.start, span.end);
    const mark = written[0] === '"' || written[0] === "'" ? written[0] : '';
    changes.push({ ...span, text: mark + to + mark });
  };
  const scalar = (span: Span, value: string, kind: Kind | undefined) => {
    if (kind) replace(span, value, renamed(value, kind, mapping));
  };
  const actorOf = (path: Path) => {
    const actor = child(treeAt(tree, path), 'actor');
    return actor?.kind === 'text' ? actor.text : undefined;
  };
  const walk = (node: Tree, path: Path): void => {
    if (node.kind === 'text') scalar(node.span, node.text, kindAt(path, 'value', actorOf));
    if (node.kind === 'list') for (const [k, item] of node.items.entries()) walk(item, [...path, k]);
    for (const { key, keySpan, value } of entriesOf(node)) {
      scalar(keySpan, key, kindAt([...path, key], 'key', actorOf));
      walk(value, [...path, key]);
    }
  };
  walk(tree, []);
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
