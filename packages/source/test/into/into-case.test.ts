import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { anchorHash, editCase, readCase, sha256 } from '@demarche/case';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IntoOptions, intoCase, readText } from '../../src/index.ts';
import { voicesOf } from '../../src/into/voices.ts';

const root = resolve(import.meta.dirname, '../../../..');

const sentences = [
  'Berta Kohl said that the quay would hold.',
  '“It is sound,” said Mayor Karl Brandt.',
  'The harbour board believes that the pier is safe.',
  'According to Kohl, nobody had asked.',
  '“We wait,” she said, “and see what comes of it.”',
  'Anna Berg vowed to close the pier.',
  'The tide was low on Monday.',
  'Brandt wants to sell the ferry.',
];

const frame = (more: string) => `demarche: 1
title: The pier   # ours
${more}
actors:
  board: { name: The Harbour Board, options: { shut: Shut the pier } }
  mayor:
    name: Karl Brandt
    options: { sell: Sell the ferry }
# the end of actors

readings: { board: { safe: { prefers: [not board.shut] } }, mayor: { money: { prefers: [mayor.sell] } } }
`;

const cases = [
  frame(''),
  frame('sources:\nstatements:'),
  frame('sources: {}\nstatements: {}'),
  frame('sources: { old: { title: "An older paper" } }\nstatements: { s7: { in: old, by: Berta Kohl } }'),
  frame(
    '# sources of ours\nsources:\n    old:\n        title: An older paper\n    # and no more\n\nstatements:   # by hand\n\n  q009:\n    in: old   # not anchored\n    by: Berta Kohl\n',
  ),
  frame('').replaceAll('\n', '\r\n'),
];

const text = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 })
  .map((all) => `${all.join(' ')}\n`);

function bring(file: string, source: string, options: IntoOptions = {}) {
  const found = readCase(file).case!;
  const incoming = { place: 'pier.txt', text: source, sha256: sha256(source), about: {} };
  const made = intoCase(found, incoming, readText(source), options);
  if ('changed' in made) throw new Error(made.changed);
  return { ...made, file: editCase(file, made.edits) };
}

test('everything added stands in the text, the case is sound, and a second time adds nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), text, (file, source) => {
      const made = bring(file, source, { text: 'pier.txt' });
      const read = readCase(made.file, { textOf: (path) => (path === 'pier.txt' ? source : undefined) });
      expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const own = read.case!.statements.filter((one) => one.in === made.id);
      expect(own.map(({ id }) => id)).toEqual(made.added.map(({ id }) => id));
      for (const one of own) {
        expect(one.anchor).toBe('verified');
        expect([one.gist, one.kind, one.note, one.about]).toEqual([undefined, undefined, undefined, []]);
      }
      const again = bring(made.file, source, { text: 'pier.txt' });
      expect(again.added).toEqual([]);
      expect(again.file).toBe(made.file);
    }),
    { numRuns: 60 },
  );
});

test('each edit puts something in, and takes nothing out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), text, (file, source) => {
      let before = file;
      for (const edit of bring(file, source).edits) {
        const after = editCase(before, [edit]);
        let head = 0;
        while (head < before.length && before[head] === after[head]) head++;
        let tail = 0;
        while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
        // What stood after the key of an empty map (`sources: {}`) is the one thing that may go.
        const gone = before.slice(head, before.length - tail);
        expect(gone.trim()).toMatch(/^(?:\{\}?|\})?$/);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
});

/** Cases of the repository with their own texts: nothing coded by hand is touched or doubled. */
test.each([['cases/tutorial', 'analysis', 'sources/analysis.txt']])('%s', (folder, id, path) => {
  const file = join(root, folder, 'case.yaml');
  const original = readFileSync(file, 'utf8');
  const source = readFileSync(join(dirname(file), path), 'utf8');
  const made = bring(original, source);
  expect(made.id).toBe(id);
  expect(made.source.kind).toBe('known');
  const before = readCase(original).case!.statements;
  for (const { start, end } of made.added)
    for (const { at } of before) expect(at && at.start < end && start < at.end).toBeFalsy();
  const lines = made.file.split('\n');
  let next = 0;
  for (const line of original.split('\n')) {
    next = lines.indexOf(line, next) + 1;
    expect(next, line).toBeGreaterThan(0);
  }
  expect(made.already.length + made.overlapping.length).toBeGreaterThan(10);
});

describe('passages', () => {
  const source = 'Berta Kohl said that the quay would hold. “It is sound,” said Karl Brandt.\n';
  const [quay, sound] = readText(source).statements;
  const coded = (at: string, more = '') =>
    frame(
      `sources: { pier: { title: Pier, sha256: ${sha256(source)} } }\nstatements: { s1: { in: pier, ${at}${more} } }`,
    );

  test('the same one, with or without the marks and stops around it, is the same statement', () => {
    for (const [start, end] of [
      [sound!.start, sound!.end],
      [sound!.start + 1, sound!.end - 1],
      [sound!.start + 1, sound!.end - 2],
    ]) {
      const made = bring(coded(`at: ${start}..${end}`), source);
      expect(made.already.map((one) => one.id)).toEqual(['s1']);
      expect(made.added.map((one) => one.start)).toEqual([quay!.start]);
    }
  });

  test('one without a range is known by its hash', () => {
    const hash = anchorHash(source.slice(quay!.start, quay!.end));
    expect(bring(coded(`hash: ${hash}`), source).already.map((one) => one.start)).toEqual([quay!.start]);
  });

  test('one that overlaps is told and not added', () => {
    const made = bring(coded(`at: ${quay!.start + 5}..${quay!.end + 8}`), source);
    expect(made.overlapping).toEqual([
      { start: quay!.start, end: quay!.end, ids: ['s1'] },
      { start: sound!.start, end: sound!.end, ids: ['s1'] },
    ]);
    expect(made.added).toEqual([]);
  });
});

describe('voices', () => {
  const source =
    'Former Mayor Karl Brandt said the pier would hold. The Harbour Board said it would not. Kohl said that nobody knew. Dr. Berta Kohl said so twice. Chen Li said nothing of the sort would come.\n';
  const by = (names: string) =>
    bring(frame(`sources: { old: {} }\nstatements: { s1: { in: old, ${names} } }`), source).added.map(
      (one) => one.by,
    );

  test('go by the name of an actor, or of somebody in the case, where that is theirs', () => {
    expect(new Set(by('by: Berta Kohl'))).toEqual(
      new Set(['Karl Brandt', 'The Harbour Board', 'Berta Kohl', 'Chen Li']),
    );
    expect(by('holder: Kohl')).toContain('Kohl');
    expect(by('via: chen li')).toContain('chen li');
  });

  test('who could be two stays as the source has it, and is told', () => {
    const found = readCase(
      frame(
        'sources: { old: {} }\nstatements: { s1: { in: old, by: Kohl, holder: Dr. B. Kohl, via: The Mayor } }',
      ),
    ).case!;
    const speaker = (name: string, ...aliases: string[]) =>
      voicesOf(found)({ id: 'w1', name, kind: 'person', aliases, roles: [], affiliations: [] });
    expect(speaker('Berta Kohl', 'Kohl', 'Dr B Kohl')).toEqual({
      by: 'Berta Kohl',
      ambiguous: ['Kohl', 'Dr. B. Kohl'],
    });
    expect(speaker('Berta Kohl', 'Ms. Kohl', 'Kohl')).toEqual({ by: 'Kohl' });
    expect(speaker('Kohl', 'Dr. B. Kohl')).toEqual({ by: 'Kohl' });
    expect(speaker('mayor')).toEqual({ by: 'The Mayor' });
    expect(speaker('Anna Berg', 'Berg')).toEqual({ by: 'Anna Berg' });
  });
});

describe('the source', () => {
  const source = 'Berta Kohl said that the quay would hold.\n';
  const reading = readText(source);
  const from = (file: string, about: object, options: IntoOptions = {}, place = 'news/the_pier.html') =>
    intoCase(readCase(file).case!, { place, text: source, sha256: sha256(source), about }, reading, options);

  test('gets its id from its title or name, its fields from what it says of itself', () => {
    const made = from(frame(''), {
      title: 'The pier: why it is shut, and for how long',
      published: '2026-06-12',
      url: 'https://ridge.example/pier',
    });
    if ('changed' in made) throw new Error(made.changed);
    expect(made.id).toBe('the-pier-why-it');
    const file = editCase(frame(''), made.edits);
    expect(readCase(file).case!.sources).toEqual([
      {
        id: 'the-pier-why-it',
        title: 'The pier: why it is shut, and for how long',
        published: '2026-06-12',
        url: 'https://ridge.example/pier',
        sha256: sha256(source),
        reliability: 'F',
        withhold: false,
      },
    ]);
    expect(from(frame(''), {})).toMatchObject({ id: 'the-pier' });
    expect(from(frame(''), { title: '漢字' })).toMatchObject({ id: 'source' });
    expect(from(frame(''), {}, { id: 'mine' })).toMatchObject({ id: 'mine' });
  });

  test('is the one with its hash, else with its address; with another text it is told', () => {
    const other = '0'.repeat(64);
    const known = (fields: string) => frame(`sources: { a: { ${fields} } }`);
    const about = { url: 'https://ridge.example/pier' };
    expect(from(known(`sha256: ${sha256(source)}`), {})).toMatchObject({ id: 'a' });
    expect(from(known(`url: ${about.url}`), about)).toMatchObject({ id: 'a', source: { kind: 'known' } });
    expect(from(known(`url: ${about.url}, sha256: ${other}`), about)).toEqual({ changed: 'a' });
    expect(from(known(`sha256: ${other}`), {}, { id: 'a' })).toEqual({ changed: 'a' });
    expect(from(known(`sha256: ${other}`), {})).toMatchObject({ source: { kind: 'new' } });
  });
});
