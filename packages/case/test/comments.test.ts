import { describe, expect, it, test } from 'vitest';
import { readCase, withoutComments } from '../src/index.ts';
import { randomCase } from './arbitrary-case.ts';
import { repoCases } from './repo-cases.ts';

describe('a file without its comments', () => {
  it.each([
    ['behind a value', 'a: 1 # one\nb: 2\n', 'a: 1\nb: 2\n'],
    ['on a line of its own', 'a: 1\n  # one\n# two\nb: 2\n', 'a: 1\nb: 2\n'],
    ['in quotes it is none', 'a: "x # y"\nb: \'#\'\n', 'a: "x # y"\nb: \'#\'\n'],
    ['in a block it is none', 'a: | # head\n  # text\n  more\nb: 2\n', 'a: |\n  # text\n  more\nb: 2\n'],
    ['in a word it is none', 'a: x#y\n', 'a: x#y\n'],
    ['in brackets', 'a: [1, # one\n  2]\n', 'a: [1,\n  2]\n'],
    ['at the end without a break', 'a: 1 # one', 'a: 1'],
    ['with carriage returns', 'a: 1 # one\r\n# two\r\nb: 2\r\n', 'a: 1\r\nb: 2\r\n'],
    ['alone', '# one\n', ''],
  ])('%s', (_, text, expected) => {
    expect(withoutComments(text)).toBe(expected);
  });

  const same = (text: string) => {
    const { case: found } = readCase(withoutComments(text));
    expect({ ...found, sha256: '' }).toEqual({ ...readCase(text).case, sha256: '' });
  };

  test.each(repoCases)('$file says the same', ({ text }) => same(text));

  test('random cases say the same, with comments between their lines', () => {
    for (let seed = 1; seed <= 20; seed++)
      same(randomCase(seed).replace(/\n(?=[a-z])/g, ' # said\n# and said\n'));
  });
});
