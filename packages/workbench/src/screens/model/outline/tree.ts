import { child, entriesOf, type Path, type Tree, treeAt, type Value } from '@demarche/case';

export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'text' ? tree.text : undefined;
}

export function textAt(tree: Tree, path: Path): string | undefined {
  return textOf(treeAt(tree, path));
}

export function keysUnder(tree: Tree, path: Path): readonly string[] {
  return entriesOf(treeAt(tree, path)).map(({ key }) => key);
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

/** One text, or a list of them. */
export function textsOf(tree: Tree | undefined): readonly string[] {
  if (tree?.kind === 'text') return [tree.text];
  return itemsOf(tree).flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

/** A name written bare, or under `name` in a map. */
export function nameOf(tree: Tree | undefined): string | undefined {
  return textOf(tree) ?? textOf(child(tree, 'name'));
}

/** The value as an edit would write it again: numbers and `true` and `false` stay bare where the file had them bare. */
export function plainOf(tree: Tree): Value {
  switch (tree.kind) {
    case 'empty':
      return '';
    case 'list':
      return tree.items.map(plainOf);
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plainOf(value)]));
    case 'text': {
      const { text, bare } = tree;
      if (!bare) return text;
      if (text === 'true' || text === 'false') return text === 'true';
      return String(Number(text)) === text ? Number(text) : text;
    }
  }
}

export function startsWith(path: Path, lead: Path): boolean {
  return lead.length <= path.length && lead.every((step, k) => String(step) === String(path[k]));
}
