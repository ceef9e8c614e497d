import { child, type Path, type Tree, treeAt } from '@demarche/case';
import { itemsOf, textOf, textsOf } from './tree.ts';

/** A judgement written as an expression (or an option's id), alone or in a map with its grounds. */
export type Line = {
  /** Of the whole judgement. */
  readonly path: Path;
  /** Of the expression in it. */
  readonly at: Path;
  readonly text: string;
  /** The key of the expression where the judgement is a map. */
  readonly key: LineKey;
  readonly inMap: boolean;
  readonly because: readonly string[];
  readonly note: string | undefined;
};

export type LineKey = 'that' | 'when' | 'option';

export function lineOf(tree: Tree | undefined, path: Path, key: LineKey): Line {
  const inMap = tree?.kind === 'map';
  return {
    path,
    at: inMap ? [...path, key] : path,
    text: textOf(inMap ? child(tree, key) : tree) ?? '',
    key,
    inMap,
    because: textsOf(child(tree, 'because')),
    note: textOf(child(tree, 'note')),
  };
}

/** The judgements of a list; a single one may stand there without a list. */
export function linesUnder(tree: Tree, path: Path, key: LineKey): readonly Line[] {
  const here = treeAt(tree, path);
  if (here?.kind === 'text') return [lineOf(here, path, key)];
  return itemsOf(here).map((item, k) => lineOf(item, [...path, k], key));
}

/** A line of `prefers`: one expression, or several that are equally important. */
export type PriorityLine = {
  readonly path: Path;
  readonly parts: readonly Line[];
  /** How several are written: each an item of a nested list, or all under one `that`. */
  readonly form: 'one' | 'list' | 'that';
};

export function prioritiesOf(tree: Tree, prefers: Path): readonly PriorityLine[] {
  return itemsOf(treeAt(tree, prefers)).map((item, k) => {
    const path = [...prefers, k];
    if (item.kind === 'list')
      return {
        path,
        form: 'list',
        parts: item.items.map((one, j) => lineOf(one, [...path, j], 'that')),
      };
    const that = child(item, 'that');
    if (that?.kind !== 'list') return { path, form: 'one', parts: [lineOf(item, path, 'that')] };
    const whole = lineOf(item, path, 'that');
    const parts = that.items.map((one, j) => ({
      ...whole,
      at: [...path, 'that', j],
      text: textOf(one) ?? '',
    }));
    return { path, form: 'that', parts };
  });
}
