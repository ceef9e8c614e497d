import type { Span } from '../text/lines.ts';

/**
 * A YAML document as the case file sees it: scalars are their characters, whatever YAML 1.1 or 1.2 would make of them, and
 * everything knows where it stands. `bare` scalars were written without quotation marks.
 */
export type Tree = (
  | { readonly kind: 'text'; readonly text: string; readonly bare: boolean }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly flow: boolean }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly flow: boolean }
  | { readonly kind: 'empty' }
) & {
  readonly span: Span;
  /** Written as `*name`: what it stands for is written elsewhere. */
  readonly alias?: true;
};

export type Entry = { readonly key: string; readonly keySpan: Span; readonly value: Tree };

export type Path = readonly (string | number)[];

export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

/** The value under a key, or at a position of a list. */
export function child(tree: Tree | undefined, step: string | number): Tree | undefined {
  if (tree?.kind === 'map') return tree.entries.find((entry) => entry.key === String(step))?.value;
  if (tree?.kind === 'list' && typeof step === 'number') return tree.items[step];
  return undefined;
}

export function treeAt(tree: Tree, path: Path): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const step of path) at = child(at, step);
  return at;
}
