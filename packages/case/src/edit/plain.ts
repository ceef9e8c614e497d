import type { Tree } from '../yaml/tree.ts';
import type { Value } from './write.ts';

/** A value of a file as an edit would write it again: numbers and `true` and `false` stay bare where the file had them bare. */
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
