import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codes, exampleCase, readCase, renameIds } from '../src/index.ts';
import { randomCase } from './arbitrary-case.ts';
import { repoCases } from './repo-cases.ts';

const ten = `demarche: 1
title: Ten mistakes
as-of: yesterday
sources:
  paper: { title: A paper, reliability: G }
statements:
  s1: { in: papre, by: A clerk }
  s2: { in: paper, credibility: 9 }
actors:
  town: { name: The town, options: { build: Build, toll: Raise a toll } }
  ferry: { name: The ferry, options: { strike: Stop } }
terms:
  crossing: town.biuld or ferry.strike
imposible:
  - town.build and town.toll
impossible:
  - town.build annd town.toll
readings:
  town: { growth: { weight: -2, prefers: [town.build, crossing] } }
  ferry: { trade: { prefers: [] } }
questions:
  lasts: { ask: "Does it last?", holds-when: crossing, because: [s3] }
`;

describe('a file with ten mistakes', () => {
  const { case: found, diagnostics } = readCase(ten, { file: 'ten.yaml' });

  it('gets ten diagnostics, each at its place', () => {
    expect(found).toBeUndefined();
    expect(
      diagnostics.map(({ code, range: { line, column, endColumn } }) => [code, line, column, endColumn]),
    ).toEqual([
      ['wrong-value', 3, 8, 17],
      ['wrong-value', 5, 41, 42],
      ['unknown-source', 7, 13, 18],
      ['number-range', 8, 33, 34],
      ['unknown-name', 13, 13, 23],
      ['unknown-key', 14, 1, 10],
      ['expression-syntax', 17, 16, 20],
      ['negative-weight', 19, 29, 31],
      ['empty-order', 20, 21, 28],
      ['unknown-statement', 22, 66, 68],
    ]);
  });

  it('names what is near and the file', () => {
    expect(diagnostics.map(({ nearest }) => nearest).filter(Boolean)).toEqual([
      'paper',
      'town.build',
      'impossible',
      's1',
    ]);
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['ten.yaml']));
  });
});

describe('ids and values by their characters', () => {
  const odd = `demarche: 1
title: 2025
as-of: 2025-03-22
sources: { 1e3: { title: yes, published: 2025-03-18, reliability: B } }
statements:
  007: { in: 1e3, by: no, gist: 0x1F, hash: h-0000000000000000, date: "2025-03-18" }
  12: { in: 1e3, gist: "null" }
  1: { in: 1e3, because: on }
actors:
  on: { name: on, options: { y: yes, no: no } }
  e3: { options: { null: Nothing } }
readings:
  on: { constructor: { prefers: [on.y, on.no] }, 2025-03-18: { prefers: [not on.y] } }
  e3: { null: { prefers: [e3.null] } }
now: [on.y]
evidence:
  - { statement: 007, actor: on, likelihood: { constructor: N, 2025-03-18: NA } }
`.replace(', because: on', '');

  it('keeps them', () => {
    const { case: found, diagnostics } = readCase(odd);
    expect(diagnostics).toEqual([]);
    expect(found).toMatchObject({
      title: '2025',
      asOf: '2025-03-22',
      sources: [{ id: '1e3', title: 'yes', published: '2025-03-18' }],
      actors: [{ id: 'on', name: 'on' }, { id: 'e3' }],
      readings: [[{ id: 'constructor' }, { id: '2025-03-18' }], [{ id: 'null' }]],
      evidence: [
        { id: '007', likelihood: { constructor: { low: 0.45, high: 0.55, said: 'N' }, '2025-03-18': 'NA' } },
      ],
    });
    expect(found!.options.map(({ id, name }) => [id, name])).toEqual([
      ['on.y', 'yes'],
      ['on.no', 'no'],
      ['e3.null', 'Nothing'],
    ]);
    // In the order of the file, though two of them look like array positions.
    expect(found!.statements.map(({ id, by, gist }) => [id, by, gist])).toEqual([
      ['007', 'no', '0x1F'],
      ['12', undefined, 'null'],
      ['1', undefined, undefined],
    ]);
  });

  it('takes JSON, CRLF and a byte order mark for what they are', () => {
    const example = exampleCase('now: [town.build]\n');
    const plain = readCase(example).case!;
    for (const text of [JSON.stringify(parse(example)), example.replace(/\n/g, '\r\n'), `\ufeff${example}`]) {
      const { case: found, diagnostics } = readCase(text);
      expect(diagnostics).toEqual([]);
      expect({ ...found, sha256: '' }).toEqual({ ...plain, sha256: '' });
    }
  });

  it('finds the same places under CRLF', () => {
    const places = (text: string) => readCase(text).diagnostics.map(({ range }) => range);
    expect(places(ten.replace(/\n/g, '\r\n'))).toEqual(places(ten));
  });
});

describe('YAML 1.1 and 1.2', () => {
  const plain = (value: unknown): unknown =>
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : Array.isArray(value)
        ? value.map(plain)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
          : value;

  it.each(repoCases)('$file is the same to both', ({ text }) => {
    expect(plain(parse(text, { version: '1.1' }))).toEqual(plain(parse(text, { version: '1.2' })));
    const both = [text, `%YAML 1.1\n---\n${text}`, `%YAML 1.2\n---\n${text}`].map(
      (one) => readCase(one).case,
    );
    for (const one of both) expect({ ...one, sha256: '' }).toEqual({ ...both[0], sha256: '' });
  });
});

describe('places', () => {
  const at = (more: string) => {
    const text = exampleCase(more);
    const { diagnostics } = readCase(text);
    const [{ range }] = diagnostics as [(typeof diagnostics)[0]];
    const line = text.split('\n')[range.line - 1]!;
    return Array.from(line)
      .slice(range.column - 1, range.endLine > range.line ? undefined : range.endColumn - 1)
      .join('');
  };

  it.each([
    ['terms:\n  x: not town.biuld\n', 'town.biuld'],
    ['terms:\n  x: "not town.biuld"\n', 'town.biuld'],
    ["terms:\n  x: 'not town.biuld'\n", 'town.biuld'],
    ['terms:\n  x: "not \\u0074own.biuld"\n', '\\u0074own.biuld'],
    ['terms:\n  x: >\n    not town.build\n    and town.biuld\n', 'town.biuld'],
    ['terms:\n  x: not town.build\n    and town.biuld\n', 'town.biuld'],
    ['terms: { 𝔵: x }\n', '𝔵'],
    ['summary: 𝔸𝔹\nterms: { x: "𝔸" }\n', '𝔸'],
    ['now: [&a town.build, *a]\n', '*a'],
  ])('%j underlines %s', (more, expected) => {
    expect(at(more)).toBe(expected);
  });
});

describe('reading', () => {
  it('is the same twice, and warnings leave the case', () => {
    const { case: found, diagnostics } = readCase(exampleCase(codes['scenario-gate'].example!));
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found).toBeDefined();
  });

  it('takes every random case', () => {
    for (let seed = 100; seed < 200; seed++)
      expect(readCase(randomCase(seed)).diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
  });
});

describe('what an actor does not see', () => {
  const seen = (more: string) =>
    readCase(
      exampleCase(
        `${more}sources: { paper: { title: A paper } }\nstatements: { s1: { in: paper, by: A clerk } }\n`,
      ),
    );

  it('may carry grounds', () => {
    const { case: found, diagnostics } = seen(`unaware:
  ferry: [{ option: town.build, because: s1, note: It never asked. }]
unperceived:
  town: [{ when: ferry.strike, because: [s1] }]
`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found!.unaware).toEqual([[], [{ option: 0, because: ['s1'], note: 'It never asked.' }]]);
    expect(found!.unperceived[0]).toMatchObject([{ text: 'ferry.strike', because: ['s1'] }]);
  });

  it('is checked like every other judgement', () => {
    const { diagnostics } = seen(`unaware:
  ferry: [town.biuld, { option: town.tol, because: [s2] }]
  fery: town.build
`);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([
      expect.stringContaining('fery'),
      expect.stringContaining('town.biuld'),
      expect.stringContaining('town.tol'),
      expect.stringContaining('s2'),
    ]);
  });

  it('keeps its grounds when ids are renamed', () => {
    const text = exampleCase('unaware: { ferry: [{ option: town.build, because: [] }] }\n');
    const renamed = renameIds(text, { actors: { town: 'city' }, options: { 'town.build': 'raise' } });
    expect(renamed).toContain('unaware: { ferry: [{ option: city.raise, because: [] }] }');
  });
});
