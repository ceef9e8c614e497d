import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { expect, it } from 'vitest';
import { highlightingParser } from '../src/expression/highlight.ts';

it('the editor’s parser is the same grammar, with tags', () => {
  const text = 'not us.aid and at least 1 of (truce, true)';
  const style = tagHighlighter([
    { tag: tags.logicOperator, class: 'operator' },
    { tag: tags.keyword, class: 'keyword' },
    { tag: tags.bool, class: 'bool' },
    { tag: tags.variableName, class: 'name' },
    { tag: tags.number, class: 'number' },
  ]);
  const found: string[] = [];
  highlightTree(highlightingParser.parse(text), style, (from, to, name) =>
    found.push(`${name} ${text.slice(from, to)}`),
  );
  expect(found).toEqual([
    'operator not',
    'name us.aid',
    'operator and',
    'keyword at',
    'keyword least',
    'number 1',
    'keyword of',
    'name truce',
    'bool true',
  ]);
});
