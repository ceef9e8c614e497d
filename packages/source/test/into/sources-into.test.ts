import { editCase, readCase, readMaterial, writeCsl } from '@demarche/case';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourcesInto } from '../../src/index.ts';

const runs = process.env.DEMARCHE_DEEP === '1' ? 1000 : 50;

const frame = `demarche: 1
title: The pier
sources:
actors: { board: { name: The board, options: { shut: Shut the pier } } }
readings: { board: { a: { prefers: [board.shut] } } }
`;

const words = fc.constantFrom(
  'The pier',
  'yes',
  '2026',
  'A: b # c',
  '“Quoted” — so',
  '漢字',
  "O'Neil",
  '- x',
  '{y}',
);
const source = fc.record(
  {
    title: words,
    published: fc.constantFrom('2026', '2026-06', '2026-06-12', '2026-06-12T10:00Z', '1999-01-02'),
    author: words,
    publisher: words,
    language: fc.constantFrom('en', 'no', 'de-AT'),
    archived: words,
    reliability: fc.constantFrom('A', 'C', 'F'),
    withhold: fc.boolean(),
    sha: fc.boolean(),
    link: fc.boolean(),
  },
  { requiredKeys: ['title'] },
);
const sources = fc.array(source, { maxLength: 6 });

type Drawn = { readonly sha?: boolean; readonly link?: boolean };

const fileOf = (all: readonly Drawn[]): string =>
  editCase(
    frame,
    all.map(({ sha, link, ...fields }, k) => ({
      kind: 'set',
      path: ['sources', `a${k}`],
      value: {
        ...(fields as Record<string, string>),
        ...(sha ? { sha256: String(k).padStart(64, '0') } : {}),
        ...(link ? { url: `https://ridge.example/${k}` } : {}),
      },
    })),
  );

const read = (file: string) => {
  const { case: found, diagnostics } = readCase(file);
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
};

function bring(file: string, written: string) {
  const material = readMaterial(written, { file: 'x.json', format: 'csl' });
  const made = sourcesInto(read(file), material);
  return { ...made, file: editCase(file, made.edits), diagnostics: material.diagnostics() };
}

describe('sources as CSL-JSON', () => {
  test('come back as they were, and a second time nothing comes', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const file = fileOf(all);
        const found = read(file);
        const { text, withheld } = writeCsl(found);
        const open = found.sources.filter(({ id }) => !withheld.includes(id));
        expect(JSON.parse(text)).toHaveLength(open.length);
        const there = bring(file, text);
        expect(there.diagnostics).toEqual([]);
        expect(there.added).toEqual([]);
        expect(there.file).toBe(file);
        const back = bring(frame, text);
        expect(back.diagnostics).toEqual([]);
        expect(read(back.file).sources).toEqual(open);
        expect(bring(back.file, text).file).toBe(back.file);
      }),
      { numRuns: runs },
    );
  });

  test('say nothing of what is withheld, nor where a text lies', () => {
    const file = frame.replace(
      'sources:\n',
      'sources:\n  z: { title: Zebra, author: Zoe, withhold: true }\n  b: { title: Open, text: private/folder.txt }\n',
    );
    const { text, withheld } = writeCsl(read(file));
    expect(withheld).toEqual(['z']);
    expect(text).not.toMatch(/Zebra|Zoe|"z"|private/);
  });
});

describe('items of reference managers', () => {
  const item = {
    id: 'http://zotero.example/items/AB12',
    type: 'article-newspaper',
    title: 'The <i>pier</i> is shut',
    author: [
      { family: 'Amsel', given: 'Jory' },
      { family: 'Venn', given: 'Lu', 'non-dropping-particle': 'van' },
      { literal: 'The Desk' },
    ],
    issued: { 'date-parts': [['2026', 6, 12]] },
    'container-title': 'The Ridge Courier',
    URL: 'https://ridge.example/pier',
    'page-first': 3,
    volume: null,
  };

  test('become sources', () => {
    const made = bring(frame, JSON.stringify([item]));
    expect(made.diagnostics).toEqual([]);
    expect(read(made.file).sources).toEqual([
      {
        id: made.added[0],
        title: 'The pier is shut',
        published: '2026-06-12',
        author: 'Jory Amsel, Lu van Venn, The Desk',
        publisher: 'The Ridge Courier',
        url: 'https://ridge.example/pier',
        reliability: 'F',
        withhold: false,
      },
    ]);
  });

  test('fill in what a source lacks, and change nothing: a difference is told', () => {
    const file = frame.replace(
      'sources:\n',
      'sources:\n  mine: { title: Pier, url: "https://ridge.example/pier" }   # ours\n',
    );
    const made = bring(file, JSON.stringify(item));
    expect(made.already).toEqual([{ id: 'mine', keys: ['published', 'author', 'publisher'] }]);
    expect(made.file).toContain('# ours');
    expect(read(made.file).sources[0]).toMatchObject({ title: 'Pier', published: '2026-06-12' });
    expect(made.diagnostics.map(({ message }) => message).join()).toContain('another title');
  });

  test.each([
    '{',
    '[1]',
    '[{"id":"x"}]',
    '[{"title":5,"issued":{"date-parts":[[2026,13]]},"author":"x"}]',
    'null',
    '[[]]',
    '[{"title":"not"},{"id":"not","title":"a"}]',
  ])('whatever the file, no crash, and a case that is sound: %s', (written) => {
    const made = bring(frame, written);
    expect(readCase(made.file).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('an address that is none of the web does not come in', () => {
    const made = bring(frame, JSON.stringify({ ...item, URL: 'javascript:alert(1)' }));
    expect(made.file).not.toContain('javascript');
  });
});
