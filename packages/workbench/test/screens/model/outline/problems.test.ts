import { fileTree, readCase } from '@demarche/case';
import { expect, test } from 'vitest';
import { repoCases } from '../../../../../case/test/repo-cases.ts';
import { lineStarts, offsetAt, pathAt, problemsOf } from '../../../../src/screens/model/outline/problems.ts';
import { keysUnder, textAt } from '../../../../src/screens/model/outline/tree.ts';

test('every value is found again from where it stands', () => {
  for (const { text } of repoCases) {
    const tree = fileTree(text)!;
    const { positions } = readCase(text);
    const starts = lineStarts(text);
    for (const actor of keysUnder(tree, ['actors']))
      for (const option of keysUnder(tree, ['actors', actor, 'options'])) {
        const path = ['actors', actor, 'options', option];
        const { line, column } = positions!.at(path);
        expect(pathAt(tree, offsetAt(text, starts, line, column))).toEqual(
          textAt(tree, path) === undefined ? path.slice(0, 4) : path,
        );
      }
  }
});

test('a mistake belongs to its field, also behind CRLF and characters of two units', () => {
  const text = [
    'demarche: 1',
    'title: "😀😀"',
    'actors: { a: { options: { x: X } } }',
    'readings:',
    '  a:',
    '    r:',
    '      label: "😀"',
    '      prefers: ["a.x", "not a.y"]',
    '',
  ].join('\r\n');
  const { diagnostics } = readCase(text);
  const problems = problemsOf(fileTree(text), text, diagnostics);
  expect(problems.map(({ path, diagnostic }) => [diagnostic.code, path])).toEqual([
    ['unknown-name', ['readings', 'a', 'r', 'prefers', 1]],
  ]);
});

test('what is no YAML has problems without a place in the tree', () => {
  const text = 'demarche: 1\ntitle: [';
  const problems = problemsOf(fileTree(text), text, readCase(text).diagnostics);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ path }) => path.length === 0)).toBe(true);
});
