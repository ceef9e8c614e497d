import { anchorHash, editCase, readCase, readMaterial, writeAnnotations } from '@demarche/case';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationsInto } from '../../src/index.ts';

const runs = process.env.DEMARCHE_DEEP === '1' ? 1000 : 50;

const text =
  'Berta Kohl said — twice — that the quay would hold\u{1F6A2}. “It is sound,” said Karl Brandt.\n\nNobody else spoke. The board believes that the café on the pier is safe, and that it pays.\n';
const points = Array.from(text);

const words = fc.oneof(
  fc.constantFrom(
    'A gist of ours',
    'yes',
    '12',
    '# no comment',
    'a: b',
    '“Quoted”',
    '- x',
    'Zeile\nzwei',
    '{a}',
    'h-0',
  ),
  fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    .map((one) => `g${one.replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/gu, '')}`),
);
const name = fc.constantFrom('Berta Kohl', 'Karl Brandt', 'The board', 'on', "O'Neil: a", '漢字');
const statement = fc.record(
  {
    at: fc
      .tuple(fc.nat(points.length - 2), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => ({ start, end: Math.min(points.length, start + length) })),
    by: name,
    holder: name,
    via: name,
    date: fc.constantFrom('2026', '2026-06', '2026-06-12', '2026-06-12T10:00Z'),
    kind: fc.constantFrom('aim', 'belief', 'act'),
    gist: words,
    note: words,
    credibility: fc.integer({ min: 1, max: 6 }),
    about: fc.constantFrom('board', ['board', 'mayor']),
    withhold: fc.boolean(),
    anchored: fc.boolean(),
  },
  { requiredKeys: ['at', 'anchored'] },
);

const frame = `demarche: 1
title: The pier
sources:
  pier: { title: The pier, published: 2026-06-12, url: "https://ridge.example/pier", text: pier.txt }
  secret: { title: A letter, withhold: true }
statements:
actors:
  board: { name: The board, options: { shut: Shut the pier } }
  mayor: { name: The mayor, options: { sell: Sell the ferry } }
readings: { board: { a: { prefers: [board.shut] } }, mayor: { b: { prefers: [mayor.sell] } } }
`;

type Drawn = { readonly at: { readonly start: number; readonly end: number }; readonly anchored: boolean };

const fileOf = (all: readonly Drawn[]): string =>
  editCase(
    frame,
    all.map(({ at, anchored, ...fields }, k) => ({
      kind: 'set',
      path: ['statements', `q${k + 1}`],
      value: {
        in: 'pier',
        ...(anchored
          ? {
              at: `${at.start}..${at.end}`,
              hash: anchorHash(points.slice(at.start, at.end).join('')),
            }
          : { gist: `An excerpt, number ${k}` }),
        ...(fields as Record<string, string>),
        ...(k > 0 && k % 3 === 0 ? { disputes: [`q${k}`] } : {}),
      },
    })),
  );

const read = (file: string, own = true) => {
  const { case: found, diagnostics } = readCase(file, own ? { textOf: () => text } : {});
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
};

function bring(
  file: string,
  written: string,
  texts: Readonly<Record<string, string>> = { pier: text },
  source?: string,
) {
  const material = readMaterial(written, { file: 'x.jsonld' });
  const made = annotationsInto(read(file, false), material, {
    texts,
    ...(source === undefined ? {} : { source }),
  });
  return { ...made, file: editCase(file, made.edits), diagnostics: material.diagnostics() };
}

describe('statements as annotations', () => {
  test('come back as they were, with their text at hand or without it, and a second time nothing comes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(statement, {
          maxLength: 8,
          selector: ({ at, gist }) => `${at.start} ${at.end} ${gist}`,
        }),
        fc.boolean(),
        fc.boolean(),
        (all, own, at) => {
          const found = read(fileOf(all));
          const { text: written, withheld } = writeAnnotations(found, own ? { pier: text } : {});
          expect(JSON.parse(written).items).toHaveLength(all.length - withheld.length);
          const texts: Record<string, string> = at ? { pier: text } : {};
          const there = bring(fileOf(all), written, texts);
          expect([there.added, there.left]).toEqual([[], 0]);
          expect(there.file).toBe(fileOf(all));
          const back = bring(frame, written, texts);
          expect(back.diagnostics).toEqual([]);
          const hidden = new Set(withheld);
          const open = found.statements
            .filter(({ id }) => !hidden.has(id))
            .map((one) => ({ ...one, disputes: one.disputes.filter((id) => !hidden.has(id)) }));
          // Two that say the same of one passage are one statement, and keep the first id.
          expect(back.added.length + back.already.length).toBe(open.length);
          if (back.already.length === 0) expect(read(back.file).statements).toEqual(open);
          expect(bring(back.file, written, texts).added).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });

  test('quote only texts that lie in the case, and only where the anchor holds', () => {
    const one = { at: { start: 0, end: 10 }, anchored: true };
    const found = read(fileOf([one]));
    const exact = '"exact": "Berta Kohl"';
    expect(writeAnnotations(found, { pier: text }).text).toContain(exact);
    expect(writeAnnotations(found, {}).text).not.toContain('Berta');
    expect(writeAnnotations(found, { pier: `x${text}` }).text).not.toContain('exact');
  });

  test('say nothing of what is withheld', () => {
    const secret = {
      at: { start: 0, end: 10 },
      anchored: true,
      gist: 'Zebra',
      by: 'Zorro',
      note: 'Zulu',
      withhold: true,
    };
    const open = { at: { start: 20, end: 40 }, anchored: true, gist: 'Open' };
    const file = fileOf([secret, open]).replace(
      'statements:\n',
      'statements:\n  z1: { in: secret, gist: Zenith, by: Zoe }\n',
    );
    const { text: written, withheld } = writeAnnotations(read(file), { pier: text });
    expect([...withheld].sort()).toEqual(['q1', 'z1']);
    expect(written).not.toMatch(/Zebra|Zorro|Zulu|Zenith|Zoe|q1|z1/);
    expect(written).toContain('Open');
  });
});

const annotation = (
  more: object,
  selector: unknown = { type: 'TextQuoteSelector', exact: 'Nobody else spoke.' },
) =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: { source: 'https://ridge.example/pier', selector },
    ...more,
  });

describe('annotations of other programs', () => {
  const start = text.indexOf('Nobody') - 1;
  const at = { start, end: start + 18 };

  test.each<[string, unknown]>([
    ['a quotation', { type: 'TextQuoteSelector', exact: 'Nobody else spoke.' }],
    ['marks and spaces written otherwise', { type: 'TextQuoteSelector', exact: 'Nobody  else spoke.' }],
    ['a position', { type: 'TextPositionSelector', ...at }],
    [
      'a position that is out of date, with a quotation',
      [
        { type: 'TextPositionSelector', start: 3, end: 21 },
        { type: 'TextQuoteSelector', exact: 'Nobody else spoke.' },
      ],
    ],
    [
      'a selector in another one',
      {
        type: 'FragmentSelector',
        value: 'p2',
        refinedBy: { type: 'TextQuoteSelector', exact: 'Nobody else spoke.' },
      },
    ],
  ])('with %s', (_, selector) => {
    const made = bring(frame, annotation({ body: 'Silence.', bodyValue: undefined }, selector));
    expect(made.diagnostics).toEqual([]);
    const [one] = read(made.file).statements;
    expect(one).toMatchObject({ id: 's01', in: 'pier', at, gist: 'Silence.', anchor: 'verified' });
  });

  test('in lists, pages and collections; with bodies of all forms', () => {
    const item = JSON.parse(
      annotation({
        body: [
          { type: 'TextualBody', value: 'Silence.' },
          { type: 'TextualBody', purpose: 'tagging', value: 'act' },
        ],
      }),
    );
    for (const whole of [
      item,
      [item],
      { type: 'AnnotationPage', items: [item] },
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [item] } },
      { '@graph': [item] },
    ]) {
      const made = bring(frame, JSON.stringify(whole));
      expect(read(made.file).statements).toMatchObject([{ gist: 'Silence.', kind: 'act' }]);
    }
  });

  test.each<[string, object, unknown, string]>([
    [
      'another source',
      {
        target: {
          source: 'https://other.example/',
          selector: { type: 'TextPositionSelector', start: 1, end: 2 },
        },
      },
      undefined,
      'import-left-out',
    ],
    [
      'a passage that is not there',
      {},
      { type: 'TextQuoteSelector', exact: 'Everybody went home in the end.' },
      'anchor-orphan',
    ],
    [
      'a passage that was edited',
      {},
      {
        type: 'TextQuoteSelector',
        exact: 'The board believes that the cafe on a pier is safe,',
        prefix: 'Nobody else spoke. ',
      },
      'anchor-changed',
    ],
    ['words that stand there twice', {}, { type: 'TextQuoteSelector', exact: 'said' }, 'anchor-ambiguous'],
    ['no selector', { target: 'https://ridge.example/pier' }, undefined, 'import-left-out'],
  ])('%s is left out, and told', (_, more, selector, code) => {
    const made = bring(frame, annotation(more, selector));
    expect([made.added, made.left]).toEqual([[], 1]);
    expect(made.diagnostics.map((one) => one.code)).toContain(code);
    expect(made.file).toBe(frame);
  });

  test('which source it is can be said', () => {
    const selector = { type: 'TextQuoteSelector', exact: 'Nobody else spoke.' };
    const written = annotation({ target: { source: 'file:///home/x/pier.html', selector } });
    expect(bring(frame, written).left).toBe(1);
    expect(bring(frame, written, { pier: text }, 'pier').added).toHaveLength(1);
  });

  test('another reading of a passage that is coded is a statement of its own', () => {
    const file = fileOf([{ at, anchored: true }]);
    expect(bring(file, annotation({})).already).toEqual(['q1']);
    const made = bring(file, annotation({ body: 'Silence.' }));
    expect(made.added.map(({ id }) => id)).toEqual(['q2']);
    expect(bring(made.file, annotation({ body: 'Silence.' })).already).toEqual(['q2']);
  });
});

test('whatever the file, no crash, and a case that is sound', () => {
  const whole = writeAnnotations(
    read(
      fileOf([
        {
          at: { start: 0, end: 10 },
          anchored: true,
          gist: 'A',
          by: 'B',
          kind: 'act',
          about: 'board',
        } as Drawn,
      ]),
    ),
    { pier: text },
  ).text;
  const pieces = [
    'null',
    '{}',
    '[]',
    '""',
    '-1',
    '1e99',
    '"TextPositionSelector"',
    '"\\ud800"',
    'true',
    '{"type":"Annotation","target":[]}',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...pieces)), { maxLength: 4 }),
      fc.nat(whole.length),
      fc.boolean(),
      (changes, cut, cuts) => {
        let written = cuts ? whole.slice(0, cut) : whole;
        for (const [k, piece] of changes) {
          let n = 0;
          written = written.replace(/"[^"\n]*"(?!:)|\d+|\[|\{/g, (one) => (n++ === k ? piece : one));
        }
        const made = bring(frame, written);
        const { diagnostics } = readCase(made.file, { textOf: () => text });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      },
    ),
    { numRuns: runs * 3 },
  );
});
