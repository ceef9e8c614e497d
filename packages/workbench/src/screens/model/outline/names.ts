import { entriesOf, type Tree, treeAt } from '@demarche/case';
import { keysUnder, nameOf, textOf } from './tree.ts';

/** Something that an expression can name. */
export type Name = {
  readonly id: string;
  readonly kind: 'option' | 'joint' | 'fact' | 'term' | 'state';
  /** What it is called, with whose it is: for a sentence. */
  readonly words: string;
  readonly name: string;
  /** Actor ids; several for a joint option. */
  readonly owners: readonly string[];
};

/** Everything that expressions of the file can name, in the order of state codes, then facts, terms and states. */
export function namesIn(tree: Tree): readonly Name[] {
  const actorName = (id: string) => nameOf(treeAt(tree, ['actors', id])) ?? id;
  const plain = (section: string, kind: 'fact' | 'term' | 'state'): Name[] =>
    entriesOf(treeAt(tree, [section])).map(({ key, value }) => {
      const name = (kind === 'term' ? termName(value) : nameOf(value)) || key;
      return { id: key, kind, name, words: `“${name}”`, owners: [] };
    });
  const own = keysUnder(tree, ['actors']).flatMap((actor) =>
    entriesOf(treeAt(tree, ['actors', actor, 'options'])).map(({ key, value }): Name => {
      const name = nameOf(value) || key;
      return {
        id: `${actor}.${key}`,
        kind: 'option',
        name,
        words: `“${name}” (${actorName(actor)})`,
        owners: [actor],
      };
    }),
  );
  const joint = entriesOf(treeAt(tree, ['joint'])).map(({ key, value }): Name => {
    const name = nameOf(value) || key;
    const by = entriesOf(value).find((entry) => entry.key === 'by')?.value;
    const owners = by?.kind === 'list' ? by.items.flatMap((item) => textOf(item) ?? []) : [];
    return { id: key, kind: 'joint', name, words: `“${name}”`, owners };
  });
  return [
    ...own,
    ...joint,
    ...plain('facts', 'fact'),
    ...plain('terms', 'term'),
    ...plain('states', 'state'),
  ];
}

function termName(tree: Tree): string | undefined {
  return tree.kind === 'map' ? textOf(tree.entries.find(({ key }) => key === 'name')?.value) : undefined;
}
