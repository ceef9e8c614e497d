import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TextFormat, textFormats, textFrom } from '../../src/index.ts';
import { expectOffsetsToStand } from '../offsets.ts';
import { pdfOf } from './pdf-of.ts';

const deep = process.env.DEMARCHE_DEEP === '1';
/** Inputs of all kinds together: 10 000 in the deep run. */
const runs = deep ? 10_000 : 240;
/** Milliseconds of processor time that one input may take, whatever is in it: a machine with much to do makes no test fail. */
const most = 2000;

const since = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000;

const words = [
  '“It will hold,” said Berta Kohl.',
  'She told the council that',
  'According to Mr. Brandt,',
  '“',
  '”',
  "''",
  'Kohl’s claim that the quay is sound',
  '\u202e\u05e9\u05dc\u05d5\u05dd\u202c',
  '\u0645\u0631\u062d\u0628\u0627',
  '\u200b\u200d\u2060',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}',
  'e\u0301\u0302\u0303',
  '\0',
  '\u0007\u001b[31m',
  '漢字',
  'x'.repeat(3000),
  '\r\n',
  '\u2028',
  ' '.repeat(500),
];

const tags = [
  '<p>',
  '</p>',
  '<p',
  '<',
  '>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<html lang="\u202e">',
  '<html',
  '</html>',
  '<head>',
  '<body>',
  '</body>',
  '<article>',
  '</article>',
  '<main>',
  '<div class="article-content">',
  '</div>',
  '<div hidden>',
  '<table><tr><td>',
  '</table>',
  '<br><br>',
  '<br>',
  '<script>',
  '</script>',
  '<style>',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":',
  '"x","author":[[[[{"name":{}}]]]],"datePublished":5}</script>',
  '<script type="application/ld+json">[[[[{"@graph":null}]]]]</script>',
  '<meta property="og:title" content="',
  '<meta charset="x">',
  '<link rel=canonical href=//[>',
  '<time datetime="9999-99-99">',
  '<svg><foreignObject><p>',
  '<template><p>',
  '<iframe srcdoc="<p>">',
  '<plaintext>',
  '<textarea>',
  '<title>',
  '<a href="javascript:said()">',
  '<form><input>',
  '<base href="http://[">',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&amp;&lt;&unknown;&',
  `<p ${'a'.repeat(2000)}="${'b'.repeat(20_000)}">`,
  `<p ${Array.from({ length: 300 }, (_, k) => `a${k}=""`).join(' ')}>`,
  '<div>'.repeat(700),
  '</div>'.repeat(700),
  '<b><i>'.repeat(200),
];

const marks = [
  '# ',
  '## ',
  '> ',
  '>'.repeat(300),
  '- ',
  '1. ',
  '    ',
  '```',
  '~~~\n',
  '---\n',
  '---\ntitle: [\n---\n',
  '---\ndate: {a: &b [*b, *b]}\n---\n',
  '[',
  '[['.repeat(200),
  '](',
  ')',
  '![x](y',
  '[a]: <b',
  '*',
  '**_'.repeat(200),
  '`',
  '\\',
  '|a|b|\n|-|-|\n',
  '<div>\n',
  '&copy;',
  '\n\n',
  '\n',
];

const mixed = (pieces: readonly string[], gap: string) =>
  fc
    .array(fc.constantFrom(...pieces, ...words), { maxLength: 60 })
    .map((all) => Uint8Array.from(Buffer.from(all.join(gap))));
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom(0, 9, 10, 60, 62, 0x80, 0xc3, 0xed, 0xff), { maxLength: 2000 })
    .map((all) => Uint8Array.from(all)),
);
/** Bytes of a sound file, some of them changed, dropped or doubled. */
const damaged = (whole: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.nat(whole.length),
      fc.nat(40),
    )
    .map(([changes, at, length]) => {
      const bytes = whole.slice();
      for (const [place, byte] of changes) bytes[place] = byte;
      const part = bytes.slice(at, at + length);
      return new Uint8Array(
        length % 2 === 0
          ? Buffer.concat([bytes.slice(0, at), bytes.slice(at + length)])
          : Buffer.concat([bytes.slice(0, at), part, bytes.slice(at)]),
      );
    });

const pdf = pdfOf([
  [
    [72, 760, 12, 'It will hold, said Berta Kohl, who leads the board of the har-'],
    [72, 746, 12, 'bour.'],
  ],
  [[72, 760, 12, 'She told the council that the quay is sound.']],
]);
const packed = pdfOf([{ packed: deflateSync('BT /F1 12 Tf 72 700 Td (It will hold, said Kohl.) Tj ET') }]);
const content = fc
  .array(
    fc.constantFrom(
      'BT ',
      'ET ',
      '/F1 12 Tf ',
      '/F1 1e9 Tf ',
      '72 -1e30 Td ',
      '(said) Tj ',
      '[(a) -9999 (b)] TJ ',
      'q ',
      'Q ',
      '/X Do ',
      'NaN 0 0 0 0 0 cm ',
      '(',
      '<<',
      '1 0 0 1 0 0 Tm ',
    ),
    { maxLength: 60 },
  )
  .map((all) => pdfOf([{ packed: deflateSync(all.join('')) }]));

const inputs: Readonly<Record<TextFormat, fc.Arbitrary<Uint8Array>>> = {
  plain: fc.oneof(mixed(marks, ' '), mixed(tags, ''), noise),
  html: fc.oneof(
    { weight: 4, arbitrary: mixed(tags, '') },
    { weight: 2, arbitrary: mixed(tags, ' ') },
    noise,
  ),
  markdown: fc.oneof(mixed(marks, ''), mixed(marks, '\n'), noise),
  pdf: fc.oneof(damaged(pdf), damaged(packed), content, noise),
};

// pdf.js leaves rejections behind that nobody waits for; the thread that reads a PDF takes no notice of them, and neither do we.
const watching = process.listeners('unhandledRejection');
const overlook = () => {};
beforeAll(() => {
  for (const one of watching) process.off('unhandledRejection', one);
  process.on('unhandledRejection', overlook);
});
afterAll(() => {
  process.off('unhandledRejection', overlook);
  for (const one of watching) process.on('unhandledRejection', one);
});

test.each(textFormats)(
  'whatever the bytes called %s: a text or a reason, in time, and every offset stands in it',
  async (format) => {
    let longest = 0;
    await fc.assert(
      fc.asyncProperty(inputs[format], fc.boolean(), async (bytes, told) => {
        const began = process.cpuUsage();
        const made = await textFrom(bytes, told ? { format } : {});
        if ('text' in made) {
          expect(made.text.isWellFormed()).toBe(true);
          if (made.format !== 'plain') expect(made.text).not.toMatch(/[\r\0\u2028]|\n{3}/);
          expectOffsetsToStand(made.text);
        }
        longest = Math.max(longest, since(began));
      }),
      { numRuns: runs / textFormats.length },
    );
    expect(longest).toBeLessThan(most);
  },
);

/** Large ones of the shapes that parsers are known to be slow on. */
test.each<[string, TextFormat, (n: number) => string]>([
  ['elements in one another', 'html', (n) => '<div>'.repeat(n)],
  ['elements that never open', 'html', (n) => '</p>'.repeat(n)],
  ['inline elements never closed', 'html', (n) => '<p><b>said '.repeat(n)],
  ['tables in one another', 'html', (n) => '<table><tr><td>said '.repeat(n / 10)],
  ['one giant attribute', 'html', (n) => `<p title="${'said '.repeat(n)}">said`],
  ['attributes', 'html', (n) => `<p ${Array.from({ length: n / 10 }, (_, k) => `a${k}=b`).join(' ')}>said`],
  ['comments', 'html', (n) => '<!-- said -->'.repeat(n)],
  ['comments never closed', 'html', (n) => '<!--'.repeat(n)],
  ['references', 'html', (n) => '&amp;&#x41;&'.repeat(n)],
  ['paragraphs', 'html', (n) => '<p>Kohl said, so, that it will hold.'.repeat(n / 10)],
  ['links', 'html', (n) => '<div><a href=x>said</a></div>'.repeat(n / 10)],
  ['linked data in itself', 'html', (n) => `<script type="application/ld+json">${'['.repeat(n)}</script>`],
  ['one line', 'html', (n) => `<p>${'said '.repeat(n)}`],
  ['quotations in one another', 'markdown', (n) => `${'>'.repeat(n / 20)} said`],
  [
    'lists in one another',
    'markdown',
    (n) => Array.from({ length: n / 100 }, (_, k) => `${'  '.repeat(k)}- a`).join('\n'),
  ],
  ['lists on one line', 'markdown', (n) => `${'- '.repeat(n / 20)}said`],
  ['quotations parted by spaces', 'markdown', (n) => `${' > '.repeat(n / 20)}said\n`.repeat(5)],
  ['brackets', 'markdown', (n) => '['.repeat(n / 10)],
  ['links never closed', 'markdown', (n) => '[a](<b'.repeat(n / 10)],
  ['emphasis', 'markdown', (n) => '**a _b '.repeat(n / 10)],
  ['emphasis never closed', 'markdown', (n) => '*a'.repeat(n / 10)],
  ['backticks', 'markdown', (n) => Array.from({ length: n / 100 }, (_, k) => '`'.repeat(k + 1)).join(' ')],
  ['definitions', 'markdown', (n) => '[a]: b\n'.repeat(n / 10)],
  ['paragraphs of Markdown', 'markdown', (n) => 'Kohl said so.\n\n'.repeat(n / 10)],
])('large: %s', async (_, format, make) => {
  const bytes = new TextEncoder().encode(make(deep ? 10_000 : 2000));
  const began = process.cpuUsage();
  const made = await textFrom(bytes, { format });
  expect('text' in made || 'problem' in made).toBe(true);
  expect(since(began)).toBeLessThan(most);
});
