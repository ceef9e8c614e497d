import { type Edit, entriesOf, type Path, type Tree, treeAt } from '@demarche/case';
import { textOf } from '../outline/tree.ts';

const ownKeys = new Set(['of', 'because', 'note']);

/** The reading that an actor takes another to have; undefined where it goes by the reading under analysis. */
export function beliefOf(tree: Tree, holder: string, about: string, of?: string): string | undefined {
  return textOf(treeAt(tree, beliefPath(holder, about, of)));
}

export function beliefPath(holder: string, about: string, of?: string): Path {
  return of === undefined ? ['beliefs', holder, about] : ['beliefs', holder, 'of', of, about];
}

/** Second-level beliefs of an actor: what it takes others to believe. */
export function secondBeliefs(
  tree: Tree,
  holder: string,
): readonly { readonly of: string; readonly about: string; readonly reading: string }[] {
  return entriesOf(treeAt(tree, ['beliefs', holder, 'of'])).flatMap(({ key: of, value }) =>
    entriesOf(value).map(({ key: about, value: reading }) => ({ of, about, reading: textOf(reading) ?? '' })),
  );
}

/** Sets a belief, or takes it away; whoever is left without any belief is taken out of `beliefs`. */
export function setBelief(
  tree: Tree,
  holder: string,
  about: string,
  reading: string | undefined,
  of?: string,
): readonly Edit[] {
  const path = beliefPath(holder, about, of);
  if (reading !== undefined) return [{ kind: 'set', path, value: reading }];
  if (treeAt(tree, path) === undefined) return [];
  let gone: Path = path;
  if (of !== undefined && keysOf(tree, path.slice(0, 4)).length === 1) {
    gone = path.slice(0, 4);
    if (keysOf(tree, path.slice(0, 3)).length === 1) gone = path.slice(0, 3);
  }
  const held = keysOf(tree, ['beliefs', holder]).filter((key) => key === 'of' || !ownKeys.has(key));
  if (gone.length === 3 && held.length === 1) gone = ['beliefs', holder];
  return [{ kind: 'remove', path: gone }];
}

function keysOf(tree: Tree, path: Path): readonly string[] {
  return entriesOf(treeAt(tree, path)).map(({ key }) => key);
}
