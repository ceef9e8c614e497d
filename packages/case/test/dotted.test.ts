import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dottedPath, plainValue } from '../src/index.ts';

const text = readFileSync(new URL('../../../cases/tutorial/case.yaml', import.meta.url), 'utf8');

describe('a place written with dots', () => {
  it.each([
    ['now', ['now']],
    ['now.1', ['now', 0]],
    ['terms.danger', ['terms', 'danger']],
    ['opens.authority.lease', ['opens', 'authority.lease']],
    ['opens.authority.lease.when', ['opens', 'authority.lease', 'when']],
    ['readings.torvale.hold.prefers.3', ['readings', 'torvale', 'hold', 'prefers', 2]],
    ['terms.coming', ['terms', 'coming']],
    ['opens.marrin.road', ['opens', 'marrin.road']],
  ])('%s', (dotted, path) => {
    expect(dottedPath(text, dotted)).toEqual(path);
  });

  it.each(['', 'now.9', 'now.0', 'now.x', 'terms.danger.deeper'])('%s is none', (dotted) => {
    expect(dottedPath(text, dotted)).toBeUndefined();
  });
});

it('a value is a word, a text, a list or nothing', () => {
  expect(plainValue('true')).toBe(true);
  expect(plainValue(' not us.aid ')).toBe('not us.aid');
  expect(plainValue('[a, at least 1 of (b, c), not d]')).toEqual(['a', 'at least 1 of (b, c)', 'not d']);
  expect(plainValue('[]')).toEqual([]);
  expect(plainValue('')).toBeUndefined();
});
