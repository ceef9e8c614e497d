import { child, entriesOf, type Path, type Tree, treeAt } from '@demarche/case';

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

export function startsWith(path: Path, lead: Path): boolean {
  return lead.length <= path.length && lead.every((step, k) => String(step) === String(path[k]));
}
