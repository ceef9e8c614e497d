import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { appendStatement, type Edit, editCase, exampleCase, readCase, type Value } from '../src/index.ts';
import { randomCase } from './arbitrary-case.ts';
import { randomFrom } from './random.ts';
import { repoCases } from './repo-cases.ts';

const file = `# A case
demarche: 1
title: 'The ferry'   # of the river

facts:
    flood:  The river is high
    # and more to come
now: [town.build,   flood]
impossible:
- town.build and town.toll  # physics
-   ferry.strike and flood

scenarios:
  dry: { fix: { flood: false } }
`;

describe('editing', () => {
  it('keeps every character of what it writes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom('', '\u00a0', ' ', '\n', '\n\n', '\u2003'),
        (text, end) => {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: a case file holds none
          fc.pre(!/[\u0000-\u0008\u000b-\u001f\u0085\u2028\u2029]/.test(text));
          const note = `g${text}${end}`;
          for (const edit of [
            { kind: 'extend', path: ['sources'], value: { a: { note } } },
            { kind: 'set', path: ['sources', 'a', 'note'], value: note },
            { kind: 'extend', path: ['scenarios', 'dry'], value: { note } },
          ] satisfies Edit[]) {
            const made = parse(editCase(file, [edit]));
            expect(edit.path[0] === 'sources' ? made.sources.a.note : made.scenarios.dry.note).toBe(note);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('adds keys where there is no map yet, and none over one that is there', () => {
    const made = editCase(file, [{ kind: 'extend', path: ['sources'], value: { a: { title: 'A' }, b: {} } }]);
    expect(parse(made)).toEqual({ ...parse(file), sources: { a: { title: 'A' }, b: {} } });
    expect(made.startsWith(file)).toBe(true);
    const over: Edit = { kind: 'extend', path: ['facts'], value: { fog: 'Fog', flood: 'No' } };
    expect(() => editCase(file, [over])).toThrow('flood');
  });

  const edited = (...edits: Edit[]) => editCase(file, edits);

  it.each<[string, Edit, string, string]>([
    [
      'sets a value',
      { kind: 'set', path: ['title'], value: 'The bridge: a case' },
      "'The ferry'",
      '"The bridge: a case"',
    ],
    [
      'sets in braces',
      { kind: 'set', path: ['scenarios', 'dry', 'fix', 'flood'], value: true },
      'false',
      'true',
    ],
    ['adds to brackets', { kind: 'add', path: ['now'], value: 'town.toll' }, 'flood]', 'flood, town.toll]'],
    [
      'adds in braces',
      { kind: 'set', path: ['scenarios', 'dry', 'label'], value: 'Dry, at last' },
      'false } }',
      'false }, label: "Dry, at last" }',
    ],
    [
      'adds several keys',
      { kind: 'extend', path: ['facts'], value: { fog: 'Fog', ice: 'Ice' } },
      'high\n',
      'high\n    fog: Fog\n    ice: Ice\n',
    ],
    [
      'adds several keys in braces',
      { kind: 'extend', path: ['scenarios', 'dry'], value: { label: 'Dry', note: 'x' } },
      'false } }',
      'false }, label: Dry, note: x }',
    ],
    ['adds no key', { kind: 'extend', path: ['facts'], value: {} }, 'high\n', 'high\n'],
    [
      'sets an item',
      { kind: 'set', path: ['impossible', 1], value: 'ferry.strike' },
      'ferry.strike and flood',
      'ferry.strike',
    ],
    [
      'adds a line',
      { kind: 'add', path: ['impossible'], value: 'town.toll' },
      'strike and flood\n',
      'strike and flood\n- town.toll\n',
    ],
    ['adds a key', { kind: 'set', path: ['facts', 'fog'], value: 'yes' }, 'high\n', 'high\n    fog: "yes"\n'],
    [
      'removes a line',
      { kind: 'remove', path: ['impossible', 0] },
      '- town.build and town.toll  # physics\n',
      '',
    ],
    ['removes from brackets', { kind: 'remove', path: ['now', 0] }, 'town.build,   ', ''],
    ['empties', { kind: 'remove', path: ['scenarios', 'dry'] }, '\n  dry: { fix: { flood: false } }', ''],
  ])('%s and nothing else', (_, edit, from, to) => {
    if (edit.kind === 'remove' && from.includes('dry')) {
      expect(parse(edited(edit)).scenarios).toEqual({});
      return;
    }
    expect(edited(edit)).toBe(file.replace(from, to));
  });

  it('appends a statement to a case that has none', () => {
    const text = editCase(exampleCase('sources: { paper: {} }\n'), [
      appendStatement('s1', {
        in: 'paper',
        at: '4..8',
        about: ['town', 'ferry'],
        gist: 'It says: no',
        date: '2025-03-18',
      }),
      appendStatement('s2', { in: 'paper', gist: 'on' }),
    ]);
    expect(text).toContain(`statements:
  s1:
    in: paper
    at: 4..8
    about: [town, ferry]
    gist: "It says: no"
    date: "2025-03-18"
  s2:
    in: paper
    gist: "on"
`);
    expect(readCase(text).case!.statements.map(({ gist }) => gist)).toEqual(['It says: no', 'on']);
  });

  it('makes what is missing on the way', () => {
    expect(
      parse(edited({ kind: 'set', path: ['readings', 'town', 'r', 'weight'], value: 2 })).readings,
    ).toEqual({ town: { r: { weight: 2 } } });
  });

  it('what an alias stands for is written out where it is edited, and stays as it is elsewhere', () => {
    const twice = `a: &both
  k: 1 # here
  l: [p, q]
b: *both
c: { d: *both }
`;
    const set = editCase(twice, [{ kind: 'set', path: ['b', 'k'], value: 2 }]);
    expect(set).toBe(twice.replace('b: *both', 'b:\n  k: 2\n  l: [p, q]'));
    const moved = editCase(twice, [{ kind: 'move', path: ['c', 'd', 'l'], from: 1, to: 0 }]);
    expect(moved).toBe(twice.replace('{ d: *both }', '{ d: { k: 1, l: [q, p] } }'));
    expect(editCase(twice, [{ kind: 'remove', path: ['b'] }])).toBe(twice.replace('b: *both\n', ''));
    expect(parse(editCase(twice, [{ kind: 'add', path: ['b', 'l'], value: 'z' }]))).toEqual({
      a: { k: 1, l: ['p', 'q'] },
      b: { k: 1, l: ['p', 'q', 'z'] },
      c: { d: { k: 1, l: ['p', 'q'] } },
    });
  });

  it('keeps CRLF', () => {
    const text = editCase(file.replace(/\n/g, '\r\n'), [
      { kind: 'add', path: ['impossible'], value: 'town.toll' },
    ]);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});

describe('laws of editing', { timeout: 600_000 }, () => {
  const runs = process.env.DEMARCHE_DEEP ? 2_000 : 60;
  const texts = [...repoCases.map(({ text }) => text), file];

  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.constantFrom<Value>(
      'yes',
      'a: b',
      '- x',
      'it, and',
      '#x',
      "don't",
      '1e3',
      '',
      'two\nlines',
      'é “q”',
      ' x ',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<Value>(['a', 'b c'], { k: 'v', l: [1, 2] }, [{ a: 1 }, { b: [2] }], [], {}),
  );

  /** Every path to a value of a parsed file, without those that go through an alias. */
  function paths(data: unknown, path: (string | number)[] = []): (string | number)[][] {
    const below =
      Array.isArray(data) || (typeof data === 'object' && data !== null)
        ? Object.entries(data).flatMap(([key, one]) =>
            paths(one, [...path, Array.isArray(data) ? Number(key) : key]),
          )
        : [];
    return path.length > 0 ? [path, ...below] : below;
  }

  function changed(data: unknown, [step, ...rest]: (string | number)[], to: Value | undefined): unknown {
    if (step === undefined) return to;
    if (Array.isArray(data)) {
      const copy = [...data];
      if (rest.length === 0 && to === undefined) copy.splice(step as number, 1);
      else copy[step as number] = changed(data[step as number], rest, to);
      return copy;
    }
    const copy = { ...(data as Record<string, unknown>) };
    if (rest.length === 0 && to === undefined) delete copy[step];
    else copy[step] = changed(copy[step], rest, to);
    return copy;
  }

  it('what is set is there, what is removed is gone, everything else is as before', () => {
    fc.assert(
      fc.property(fc.nat(texts.length + 20), fc.nat(), value, fc.boolean(), (which, salt, to, remove) => {
        const text = texts[which] ?? randomCase(which);
        const before = parse(text);
        const path = randomFrom(salt).pick(paths(before));
        const edit: Edit = remove ? { kind: 'remove', path } : { kind: 'set', path, value: to };
        expect(parse(editCase(text, [edit])), JSON.stringify(edit)).toEqual(
          changed(before, path, remove ? undefined : to),
        );
      }),
      { numRuns: runs },
    );
  });

  it('an edit touches the lines of its node only, and no comment elsewhere', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(), (which, salt) => {
        const text = texts[which]!;
        const before = parse(text);
        const all = paths(before).filter(
          (path) => typeof path.reduce((at: unknown, step) => (at as never)[step], before) === 'string',
        );
        const path = randomFrom(salt).pick(all);
        const { positions } = readCase(text);
        const { line, endLine } = positions!.at(path);
        const [old, now] = [
          text.split('\n'),
          editCase(text, [{ kind: 'set', path, value: 'changed' }]).split('\n'),
        ];
        expect(now.slice(0, line - 1)).toEqual(old.slice(0, line - 1));
        const after = old.slice(endLine);
        expect(now.slice(now.length - after.length)).toEqual(after);
      }),
      { numRuns: runs },
    );
  });

  it('an item that is added is the last, and every line before stays', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(), value, (which, salt, item) => {
        const text = texts[which]!;
        const before = parse(text);
        const lists = paths(before).filter((path) =>
          Array.isArray(path.reduce((at: unknown, step) => (at as never)[step], before)),
        );
        const path = randomFrom(salt).pick(lists);
        const list = path.reduce((at: unknown, step) => (at as never)[step], before) as unknown[];
        const edited = editCase(text, [{ kind: 'add', path, value: item }]);
        expect(parse(edited)).toEqual(changed(before, path, [...list, item] as Value));
      }),
      { numRuns: runs },
    );
  });
});
