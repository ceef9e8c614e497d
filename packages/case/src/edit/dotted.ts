import { reportFor } from '../report.ts';
import { parseTree } from '../yaml/parse.ts';
import { child, type Path, type Tree } from '../yaml/tree.ts';
import type { Value } from './write.ts';

/**
 * Where `terms.losing` or `readings.russia.vassal-state.prefers.2` is in a case file. Names of options hold dots themselves: the
 * longest key that is there is taken. Items of lists are counted from 1. The last step may be a key that is not there yet.
 * Undefined where there is no such place.
 */
export function dottedPath(text: string, dotted: string): Path | undefined {
  const tree = parseTree(text, reportFor(text, ''));
  return tree && dotted !== '' ? pathIn(tree, dotted.split('.')) : undefined;
}

function pathIn(tree: Tree, words: readonly string[]): Path | undefined {
  if (words.length === 0) return [];
  if (tree.kind === 'list') {
    const at = Number(words[0]) - 1;
    const item = Number.isInteger(at) ? tree.items[at] : undefined;
    const rest = item && pathIn(item, words.slice(1));
    return rest && [at, ...rest];
  }
  if (tree.kind === 'text') return undefined;
  for (let length = words.length; length > 0; length--) {
    const key = words.slice(0, length).join('.');
    const below = child(tree, key);
    const rest = below && pathIn(below, words.slice(length));
    if (rest) return [key, ...rest];
  }
  // A key to come, in a map that is there.
  return words.length > 0 && tree.kind === 'map' && !tree.entries.some(({ key }) => key === words[0])
    ? [words.join('.')]
    : undefined;
}

/** What a value written on a command line says: `true`, `false`, `[a, b]` for a list, else text; undefined where it is empty. */
export function plainValue(text: string): Value | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  if (said === 'true' || said === 'false') return said === 'true';
  if (!said.startsWith('[') || !said.endsWith(']')) return said;
  const items: string[] = [''];
  let depth = 0;
  for (const mark of said.slice(1, -1)) {
    if (mark === '(' || mark === '[') depth++;
    if (mark === ')' || mark === ']') depth--;
    if (mark === ',' && depth === 0) items.push('');
    else items[items.length - 1] += mark;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
