import type { Span } from '../text/lines.ts';
import { child, entriesOf, type Path, type Tree, treeAt } from '../yaml/tree.ts';
import { type Kind, kindAt } from './places.ts';

/** A place of the file where something of the case is named: an id, a setting, or an expression with names in it. */
export type NamedPlace = {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly span: Span;
  readonly text: string;
  readonly kind: Kind;
};

/** Every such place, in the order of the file; where something is declared is one of them. */
export function namedPlaces(tree: Tree): NamedPlace[] {
  const places: NamedPlace[] = [];
  const actorOf = (path: Path) => {
    const actor = child(treeAt(tree, path), 'actor');
    return actor?.kind === 'text' ? actor.text : undefined;
  };
  const scalar = (path: Path, part: 'key' | 'value', span: Span, text: string) => {
    const kind = kindAt(path, part, actorOf);
    if (kind) places.push({ path, part, span, text, kind });
  };
  const walk = (node: Tree, path: Path): void => {
    if (node.kind === 'text') scalar(path, 'value', node.span, node.text);
    if (node.kind === 'list') for (const [k, item] of node.items.entries()) walk(item, [...path, k]);
    for (const { key, keySpan, value } of entriesOf(node)) {
      scalar([...path, key], 'key', keySpan, key);
      walk(value, [...path, key]);
    }
  };
  walk(tree, []);
  return places;
}
