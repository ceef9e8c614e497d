import { type Edit, entriesOf, type Tree, treeAt } from '@demarche/case';
import type { Line } from '../outline/lines.ts';
import { linesUnder } from '../outline/lines.ts';
import { itemsOf, textOf } from '../outline/tree.ts';

/** Ids of options taken and facts that hold as things stand; undefined where the case does not say. */
export function nowOf(tree: Tree): readonly string[] | undefined {
  const now = treeAt(tree, ['now']);
  if (now === undefined || now.kind === 'empty') return undefined;
  return itemsOf(now).flatMap((item) => textOf(item) ?? []);
}

/** Says that an option is taken, or that a fact holds, as things stand; or that it is not. */
export function setNow(tree: Tree, id: string, on: boolean): readonly Edit[] {
  const items = nowOf(tree);
  const at = items?.indexOf(id) ?? -1;
  if (on)
    return at >= 0
      ? []
      : items
        ? [{ kind: 'add', path: ['now'], value: id }]
        : [{ kind: 'set', path: ['now'], value: [id] }];
  return at < 0 ? [] : [{ kind: 'remove', path: ['now', at] }];
}

export type Way = 'both' | 'forward' | 'back';

/** How an option is declared one-way, and where. */
export function wayOf(tree: Tree, id: string): { readonly way: Way; readonly line: Line | undefined } {
  const line = linesUnder(tree, ['irreversible'], 'option').find(({ text }) => text === id);
  if (!line) return { way: 'both', line };
  return { way: textOf(treeAt(tree, [...line.path, 'way'])) === 'back' ? 'back' : 'forward', line };
}

export function setWay(tree: Tree, id: string, way: Way): readonly Edit[] {
  const { way: before, line } = wayOf(tree, id);
  if (way === before) return [];
  if (way === 'both') return line ? [{ kind: 'remove', path: line.path }] : [];
  if (!line)
    return [{ kind: 'add', path: ['irreversible'], value: way === 'back' ? { option: id, way } : id }];
  if (!line.inMap) return [{ kind: 'set', path: line.path, value: { option: id, way } }];
  return [{ kind: 'set', path: [...line.path, 'way'], value: way }];
}

/** A gate (`opens`) or a lock (`binds`); an empty condition takes it away. */
export function setCondition(
  tree: Tree,
  section: 'opens' | 'binds',
  id: string,
  text: string,
): readonly Edit[] {
  const path = [section, id];
  const here = treeAt(tree, path);
  if (text.trim() === '') return here ? [{ kind: 'remove', path }] : [];
  return [{ kind: 'set', path: here?.kind === 'map' ? [...path, 'when'] : path, value: text }];
}

/** What a scenario does with an option or a fact. */
export type Effect = { readonly id: string; readonly how: 'start' | 'fix'; readonly on: boolean };

export function effectsOf(tree: Tree, scenario: string): readonly Effect[] {
  return (['start', 'fix'] as const).flatMap((how) =>
    entriesOf(treeAt(tree, ['scenarios', scenario, how])).map(({ key, value }) => ({
      id: key,
      how,
      on: textOf(value) === 'true',
    })),
  );
}

/** Sets it; `undefined` takes it away. A map that is left empty goes too. */
export function setEffect(
  tree: Tree,
  scenario: string,
  id: string,
  effect: { readonly how: 'start' | 'fix'; readonly on: boolean } | undefined,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { how } of effectsOf(tree, scenario).filter((one) => one.id === id && one.how !== effect?.how)) {
    const path = ['scenarios', scenario, how];
    const alone = entriesOf(treeAt(tree, path)).length === 1;
    edits.push({ kind: 'remove', path: alone ? path : [...path, id] });
  }
  if (effect) edits.push({ kind: 'set', path: ['scenarios', scenario, effect.how, id], value: effect.on });
  return edits;
}
