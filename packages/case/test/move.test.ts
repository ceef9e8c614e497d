import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editCase } from '../src/index.ts';
import { repoCases } from './repo-cases.ts';

const file = `demarche: 1
now: [a,   b, c] # brackets
prefers:
  # the first
  - town.build   # behind

  # a heading

  # two lines
  # above
  - that: ferry.strike
    note: >-
      folded
  - - x
    - y # tie
  - last
`;

describe('moving an item of a list', () => {
  const moved = (text: string, path: (string | number)[], from: number, to: number) =>
    editCase(text, [{ kind: 'move', path, from, to }]);

  it('takes its comments along, and the spaces between stay', () => {
    expect(moved(file, ['prefers'], 1, 0)).toBe(`demarche: 1
now: [a,   b, c] # brackets
prefers:
  # two lines
  # above
  - that: ferry.strike
    note: >-
      folded

  # a heading

  # the first
  - town.build   # behind
  - - x
    - y # tie
  - last
`);
  });

  it('inside brackets the items change places', () => {
    expect(moved(file, ['now'], 0, 2)).toBe(file.replace('[a,   b, c]', '[b,   c, a]'));
  });

  it('where the first item shares its line, the items change places', () => {
    expect(moved(file, ['prefers', 2], 0, 1)).toBe(
      file.replace('  - - x\n    - y # tie', '  - - y\n    - x # tie'),
    );
  });

  it('moves the last line of a file without a line break, and in CRLF', () => {
    expect(moved('a:\n- x\n- y', ['a'], 1, 0)).toBe('a:\n- y\n- x');
    const crlf = file.replace(/\n/g, '\r\n');
    expect(moved(crlf, ['prefers'], 1, 0)).toBe(moved(file, ['prefers'], 1, 0).replace(/\n/g, '\r\n'));
  });

  it('out of bounds nothing happens', () => {
    expect(moved(file, ['prefers'], 0, 9)).toBe(file);
  });

  it('moves there and back to the byte wherever no comment is claimed by another item, and never changes what is said', () => {
    const texts = [...repoCases.map(({ text }) => text), file];
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(), fc.nat(), fc.nat(), (which, at, a, b) => {
        const text = texts[which]!;
        const lists = listsOf(parse(text)).filter(({ length }) => length > 1);
        const { path, length } = lists[at % lists.length]!;
        const [from, to] = [a % length, b % length];
        const there = moved(text, path, from, to);
        const order = [...Array(length).keys()];
        order.splice(to, 0, ...order.splice(from, 1));
        const list = (data: unknown) => path.reduce((one, step) => (one as never)[step], data) as unknown[];
        const before = list(parse(text));
        expect(list(parse(there))).toEqual(order.map((k) => before[k]));
        expect(there.split('\n').sort()).toHaveLength(text.split('\n').length);
        expect(parse(moved(there, path, to, from))).toEqual(parse(text));
        if (!text.includes('#')) expect(moved(there, path, to, from)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

type List = { readonly path: (string | number)[]; readonly length: number };

function listsOf(data: unknown, path: (string | number)[] = []): List[] {
  if (typeof data !== 'object' || data === null) return [];
  const array = Array.isArray(data);
  const below = Object.entries(data).flatMap(([key, one]) =>
    listsOf(one, [...path, array ? Number(key) : key]),
  );
  return array ? [{ path, length: data.length }, ...below] : below;
}
