import { type Case, type Edit, editCase, fileTree, type Tree, treeAt } from '@demarche/case';

/** In what a reader departs from the case as its author wrote it; what is not named is as written. Parties and readings by position. */
export type Version = {
  /** Options and facts that the reader takes to be otherwise now; in graph form the state that things are in. */
  readonly now: Readonly<Record<string, boolean>>;
  readonly state?: string;
  readonly orders: readonly Reordered[];
  readonly beliefs: readonly Believed[];
};

/** The priorities of a reading in another order: at each place the position of the line as written. */
export type Reordered = {
  readonly actor: number;
  readonly reading: number;
  readonly order: readonly number[];
};

/** What a party takes another to want; null: nothing of its own, it goes by the reading that is taken. */
export type Believed = { readonly holder: number; readonly about: number; readonly reading: string | null };

export const asWritten: Version = { now: {}, orders: [], beliefs: [] };

export function isAsWritten({ now, state, orders, beliefs }: Version): boolean {
  return Object.keys(now).length + orders.length + beliefs.length === 0 && state === undefined;
}

/** The file with what the reader changed, and every other byte as it was. */
export function textOf(text: string, found: Case, version: Version): string {
  return editCase(text, editsOf(text, found, version));
}

/** The changes as edits of the file, in the order of the case. */
export function editsOf(text: string, found: Case, version: Version): readonly Edit[] {
  if (isAsWritten(version)) return [];
  const tree = fileTree(text);
  if (!tree) return [];
  return [
    ...nowEdits(found, version),
    ...version.orders.flatMap((one) => orderEdits(found, one)),
    ...beliefEdits(tree, found, version),
  ];
}

function nowEdits(found: Case, { now, state }: Version): readonly Edit[] {
  if (state !== undefined) return [{ kind: 'set', path: ['now', 0], value: state }];
  const list = [...(found.now ?? [])];
  const gone = list.flatMap((id, k) => (now[id] === false ? [k] : []));
  const come = Object.keys(now).filter((id) => now[id] === true && !list.includes(id));
  return [
    ...gone.reverse().map((k): Edit => ({ kind: 'remove', path: ['now', k] })),
    ...come.map((id): Edit => ({ kind: 'add', path: ['now'], value: id })),
  ];
}

/** Lines go to their places from the top. */
function orderEdits(found: Case, { actor, reading, order }: Reordered): readonly Edit[] {
  const path = ['readings', found.actors[actor]!.id, found.readings[actor]![reading]!.id, 'prefers'];
  const at = order.map((_, k) => k);
  return order.flatMap((line, to): readonly Edit[] => {
    const from = at.indexOf(line);
    if (from === to) return [];
    at.splice(to, 0, ...at.splice(from, 1));
    return [{ kind: 'move', path, from, to }];
  });
}

function beliefEdits(tree: Tree, found: Case, { beliefs }: Version): readonly Edit[] {
  return beliefs.map(({ holder, about, reading }): Edit => {
    const path = ['beliefs', found.actors[holder]!.id, found.actors[about]!.id];
    if (reading !== null) return { kind: 'set', path, value: reading };
    const own = treeAt(tree, path.slice(0, 2));
    const held =
      own?.kind === 'map' ? own.entries.filter(({ key }) => !['because', 'note'].includes(key)) : [];
    const gone = beliefs.filter((one) => one.holder === holder && one.reading === null).length;
    // Grounds of nothing would be left.
    return { kind: 'remove', path: held.length === gone ? path.slice(0, 2) : path };
  });
}
