import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as library from '../src/index.ts';

it('the example of the README prints what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme.split('\n').length).toBeLessThanOrEqual(61);
  const code = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
  const expected = /^\/\/ (.*)$/m.exec(code)![1];
  const printed: unknown[] = [];
  const body = code
    .replace(/import (\{[^}]*\}) from '@demarche\/case';/, 'const $1 = library;')
    .replaceAll('!)', ')');
  new Function('library', 'console', body)(library, {
    log: (...values: unknown[]) => printed.push(...values),
  });
  expect(printed).toEqual([0, [0, 1, 2, 3], 2, [2, 4, 1, 3]]);
  expect(expected).toBe('0 [ 0, 1, 2, 3 ] 2 [ 2, 4, 1, 3 ]');
});
