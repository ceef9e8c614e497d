import { type Edit, type Path, plainOf, type Tree, treeAt, type Value } from '@demarche/case';
import { type PriorityLine, prioritiesOf } from '../outline/lines.ts';
import { itemsOf } from '../outline/tree.ts';

/** A new line of a reading's priorities: at the end, or right below another one. */
export function addPriority(tree: Tree, prefers: Path, value: Value, below?: number): readonly Edit[] {
  const count = itemsOf(treeAt(tree, prefers)).length;
  const edits: Edit[] = [{ kind: 'add', path: prefers, value }];
  if (below !== undefined && below + 1 < count)
    edits.push({ kind: 'move', path: prefers, from: count, to: below + 1 });
  return edits;
}

export function movePriority(prefers: Path, from: number, to: number): readonly Edit[] {
  return [{ kind: 'move', path: prefers, from, to }];
}

/** Takes away one expression; with the last of a line the line goes. */
export function removePriority(tree: Tree, line: PriorityLine, part: number): readonly Edit[] {
  if (line.parts.length < 2) return [{ kind: 'remove', path: line.path }];
  const rest = partValues(tree, line).filter((_, k) => k !== part);
  if (rest.length === 1) return [{ kind: 'set', path: line.path, value: rest[0]! }];
  return [{ kind: 'remove', path: line.form === 'that' ? line.parts[part]!.at : line.parts[part]!.path }];
}

/** Makes a line and the one above it equally important. */
export function tieWithAbove(tree: Tree, prefers: Path, at: number): readonly Edit[] {
  const lines = prioritiesOf(tree, prefers);
  const [above, here] = [lines[at - 1], lines[at]];
  if (!above || !here) return [];
  return [
    { kind: 'set', path: above.path, value: [...partValues(tree, above), ...partValues(tree, here)] },
    { kind: 'remove', path: here.path },
  ];
}

/** Gives an expression of a line of several a line of its own, right below. */
export function untie(tree: Tree, prefers: Path, line: PriorityLine, part: number): readonly Edit[] {
  if (line.parts.length < 2) return [];
  return [
    ...removePriority(tree, line, part),
    ...addPriority(tree, prefers, partValues(tree, line)[part]!, line.path.at(-1) as number),
  ];
}

/** Each expression of a line with its own grounds, as it stands alone. */
function partValues(tree: Tree, line: PriorityLine): readonly Value[] {
  if (line.form !== 'that')
    return line.parts.map(({ path }) => {
      const here = treeAt(tree, path);
      return here ? plainOf(here) : '';
    });
  const whole = treeAt(tree, line.path);
  const grounds = whole ? (plainOf(whole) as { readonly [key: string]: Value }) : {};
  const { that: _, ...rest } = grounds;
  return line.parts.map(({ text }) => (Object.keys(rest).length === 0 ? text : { that: text, ...rest }));
}
