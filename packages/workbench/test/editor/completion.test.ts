import { Text } from '@codemirror/state';
import { keysAt } from '@demarche/case';
import { expect, test } from 'vitest';
import { checkExpression } from '../../src/editor/check.ts';
import { expressionWords } from '../../src/editor/words.ts';
import { pathAbove } from '../../src/editor/yaml-completion.ts';

const file = `demarche: 1
actors:
  town:
    name: Town
    options:
      toll: Take a toll
impossible:
- town.toll
-
readings:
  town:
    r:
      # what it wants
      prefers:
        - that: town.toll

questions:
  q:
    ask: Why?
`;
const doc = Text.of(file.split('\n'));
const line = (text: string) => file.split('\n').indexOf(text) + 1;

test('the path of a line is known by its indentation', () => {
  expect(pathAbove(doc, 1, '')).toEqual([]);
  expect(pathAbove(doc, line('    name: Town') + 1, '    ')).toEqual(['actors', 'town']);
  expect(pathAbove(doc, line('-'), '- ')).toEqual(['impossible', 0]);
  expect(pathAbove(doc, line('readings:'), '')).toEqual([]);
  const below = line('        - that: town.toll') + 1;
  expect(pathAbove(doc, below, '          ')).toEqual(['readings', 'town', 'r', 'prefers', 0]);
  expect(pathAbove(doc, below, '        - ')).toEqual(['readings', 'town', 'r', 'prefers', 0]);
  expect(pathAbove(doc, below, '      ')).toEqual(['readings', 'town', 'r']);
  expect(pathAbove(doc, line('    ask: Why?') + 1, '    ')).toEqual(['questions', 'q']);
});

test('keys of the format are offered where they can stand', () => {
  expect(keysAt(pathAbove(doc, line('    ask: Why?') + 1, '    '))).toContain('holds-when');
  expect(keysAt(pathAbove(doc, 1, ''))).toContain('readings');
});

test('an expression is told what is wrong with it, with the nearest name', () => {
  const known = ['town.toll', 'flood'];
  expect(checkExpression('town.toll and flood', known)).toEqual([]);
  expect(checkExpression('town.tol or toll', known)).toMatchObject([
    { start: 0, end: 8, instead: 'town.toll' },
    { start: 12, end: 16, instead: 'town.toll' },
  ]);
  expect(checkExpression('flood && town.toll', known)).toMatchObject([{ start: 6, hint: 'write “and”' }]);
  expect(checkExpression('not', known)).toHaveLength(1);
});

test('an expression is said in words', () => {
  const words = (name: string) => (name === 'flood' ? '“The river is high”' : `“${name}”`);
  expect(expressionWords('flood implies not dry', words)).toBe('if “The river is high”, then not “dry”');
  expect(expressionWords('flood and', words)).toBeUndefined();
});
