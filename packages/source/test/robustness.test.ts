import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../src/index.ts';
import { expectOffsetsToStand } from './offsets.ts';

const runs = process.env.DEMARCHE_DEEP === '1' ? 10_000 : 1000;

const pieces = [
  '“',
  '”',
  '"',
  "''",
  "'",
  '‘',
  '’',
  '«',
  '»',
  '``',
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  ' ',
  '\t',
  '\u00a0',
  '.',
  ',',
  ':',
  '?!',
  '—',
  '…',
  '(',
  ')',
  'Berta Kohl',
  'President',
  'Former',
  'Mr.',
  'she',
  'who',
  'said',
  'told',
  'says',
  'believes',
  'according to',
  'that',
  'to',
  'and',
  'but',
  'the quay',
  'will hold',
  'vowed',
  'wants',
  "Kohl's",
  'of',
  'said,',
  'Said',
  'SAID',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  '\u202e\u05e9\u05dc\u05d5\u05dd\u202c',
  '\u0645\u0631\u062d\u0628\u0627',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u{1F468}\u200d\u{1F469}',
  'e\u0301',
  '\u0000',
  '\u0007',
  '漢字',
  '100',
  '$5',
  '@x',
  '#y',
  'http://a.b/c?d=“e”',
] as const;

const news = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((all) => all.join(' '));
const dense = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((all) => all.join(''));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
    .map((units) => String.fromCharCode(...units)),
  fc.uint8Array({ maxLength: 600 }).map((bytes) => new TextDecoder().decode(bytes)),
);
const input = fc.oneof(
  { weight: 3, arbitrary: news },
  { weight: 2, arbitrary: dense },
  { weight: 2, arbitrary: anything },
);

test('whatever the text, no crash, and every offset stands in it', () => {
  fc.assert(fc.property(input, expectOffsetsToStand), { numRuns: runs });
});

test('a text may stop anywhere', () => {
  const text =
    'According to Mr. Karl Brandt, a former mayor of Ost, the quay is “sound”. As Kohl noted, it vowed to make it clear that “all” is well, said Dr. Kohl, who told the board’s chair that they want it to see him as an ally. “Yes,” she said: Brandt’s claim that\nHe said:';
  for (let end = 0; end <= text.length; end++) expectOffsetsToStand(text.slice(0, end));
  const words = text.split(' ');
  for (let from = 0; from < words.length; from++)
    for (let length = 1; length <= 4; length++)
      expectOffsetsToStand(words.slice(from, from + length).join(' '));
});

/** Shapes that look-back and look-ahead rules would take long over if nothing bounded them; the runner's time limit is the test. */
test.each([
  ['one line of words', (n: number) => 'Berta Kohl said that the quay will hold and '.repeat(n)],
  ['one line without a space', (n: number) => 'x'.repeat(40 * n)],
  ['opening marks only', (n: number) => '“'.repeat(20 * n)],
  ['apostrophes only', (n: number) => "'".repeat(20 * n)],
  ['single marks before words', (n: number) => "'a ".repeat(10 * n)],
  ['commas', (n: number) => 'Kohl, '.repeat(6 * n)],
  ['verbs', (n: number) => 'said '.repeat(8 * n)],
  ['short paragraphs', (n: number) => 'Berta Kohl said it.\n'.repeat(2 * n)],
  ['names', (n: number) => Array.from({ length: 2 * n }, (_, k) => `Anna K${k} said he left.\n`).join('')],
  ['quotations', (n: number) => '“It will hold,” she said. '.repeat(2 * n)],
  ['pairs of surrogates', (n: number) => '\u{1F6A2}'.repeat(20 * n)],
  ['zero width', (n: number) => '\u200b'.repeat(40 * n)],
])('a large text is read whole: %s', (_, make) => {
  const text = make(process.env.DEMARCHE_DEEP === '1' ? 4000 : 400);
  expect(readText(text).length).toBe(Array.from(text).length);
});

test('a paragraph may have more passages than a function has arguments', () => {
  expect(readText('“No!” he said. '.repeat(150_000)).statements.length).toBeGreaterThan(140_000);
});

test.each(['\ufeff', '\u200b', '\u2060', '\u00ad', '\u202e', '\u061c'])(
  'a quotation may follow what nobody sees: %j',
  (unseen) => {
    const said = (before: string) =>
      readText(`${before}"It is over," said Ann Lee. Then she added ${before}"We shall leave it at that."`)
        .statements.length;
    expect(said(unseen)).toBe(said(''));
    expect(said('')).toBeGreaterThan(0);
  },
);
