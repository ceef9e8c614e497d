import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText, textFrom } from '../../src/index.ts';

const paragraphs = [
  'The harbour board said on Monday that the pier would stay shut until the autumn, and that nothing had been decided yet.',
  'Berta Kohl, who leads the board, said: “We see no reason to hurry, and the quay is sound.” The council was not so sure.',
  'According to the council’s engineer, two of the piles have to be replaced, which would take until November at the least.',
  'The ferry company believes that the board wants to sell the pier, and has asked a court to look at the papers of the sale.',
];

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Pier shut | The Ridge Courier</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News of the town</a></li></ul></nav>
<header><a href="/">The Ridge Courier</a></header>
<main><article><h1>Pier shut</h1>${body}</article></main>
<aside><h3>Most read</h3><p>The mayor said that he would not run again.</p></aside>
<footer>All rights reserved. Scroll to Top</footer></body></html>`;

async function text(markup: string) {
  const made = await textFrom(new TextEncoder().encode(markup), { name: 'page.html' });
  if ('problem' in made) throw new Error(made.problem);
  return made;
}

const article = paragraphs.map((one) => `<p>${one}</p>`).join('\n');

test('the words of the article are the text, a paragraph a line', async () => {
  const made = await text(page(article));
  expect(made.text).toBe(`${paragraphs.join('\n\n')}\n`);
  expect(made).toMatchObject({ format: 'html', verbatim: false, notes: [] });
});

test('navigation, controls, captions, scripts and furniture are not', async () => {
  const [first, ...rest] = article.split('\n');
  const made = await text(
    page(
      `${first}<p>Advertisement</p><script>said("no")</script><style>p{}</style><button>Share</button>
<figure><img src="pier.jpg" alt="The pier, said to be old"><figcaption>The pier, said Anna Berg</figcaption></figure>
<p>Scroll to Top</p>${rest.join('')}<form><input value="x"><select><option>said he</option></select></form>`,
    ),
  );
  expect(made.text).toBe(`${paragraphs.join('\n\n')}\n`);
});

test('inline marks join, blocks part, white space is one space', async () => {
  const made = await text(
    page(`${article}<p>She&nbsp;<b>sa</b>id\n  <i>that</i> it was <a href="x">so</a>, so&shy;lid.<br>And more.</p>
<blockquote>First.<br><br>Second.</blockquote><ul><li>One thing</li><li>Another</li></ul>`),
  );
  expect(made.text.trimEnd().split('\n\n').slice(paragraphs.length)).toEqual([
    'She said that it was so, solid. And more.',
    'First.',
    'Second.',
    'One thing',
    'Another',
  ]);
});

test.each<[string, string, object]>([
  [
    'JSON-LD',
    '<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"X"},{"@type":"NewsArticle","headline":"The pier &amp; the board","datePublished":"2026-06-12T23:30:00-05:00","author":[{"@type":"Person","name":"Jory Amsel"},"Lu Venn"],"publisher":{"name":"The Ridge Courier"}}]}</script>',
    {
      published: '2026-06-12',
      author: 'Jory Amsel, Lu Venn',
      publisher: 'The Ridge Courier',
      language: 'en',
    },
  ],
  [
    'meta elements',
    '<meta property="og:title" content="Pier shut"><meta name="author" content="By Jory Amsel"><meta property="article:published_time" content="2026-06-12T08:00Z"><link rel="canonical" href="https://ridge.example/pier">',
    { title: 'Pier shut', author: 'Jory Amsel', published: '2026-06-12', url: 'https://ridge.example/pier' },
  ],
  ['the heading alone', '', { title: 'Pier shut' }],
])('what the page says of itself: %s', async (_, head, about) => {
  expect((await text(page(article, head))).about).toMatchObject(about);
});

test('a date in the page counts where nothing else states one', async () => {
  const made = await text(page(`<time datetime="2026-06-11">yesterday</time>${article}`));
  expect(made.about.published).toBe('2026-06-11');
});

test('an address of the page with a password, or of a script, is none', async () => {
  for (const url of ['https://a:b@c.example/', 'javascript:alert(1)', 'x'])
    expect((await text(page(article, `<link rel="canonical" href="${url}">`))).about).not.toHaveProperty(
      'url',
    );
});

test('the charset is that of the answer, the page, or the bytes', async () => {
  const latin = (markup: string) => Uint8Array.from(markup, (one) => one.charCodeAt(0));
  const words = '<p>The caf\u00e9 said so.</p>';
  for (const [bytes, hints] of [
    [latin(words), { name: 'a.html', contentType: 'text/html; charset=ISO-8859-1' }],
    [latin(`<meta charset="latin1">${words}`), { name: 'a.html' }],
    [latin(words), { name: 'a.html' }],
    [new TextEncoder().encode(words), { name: 'a.html', contentType: 'text/html; charset=no-such-set' }],
  ] as const)
    expect(await textFrom(bytes, hints)).toMatchObject({ text: 'The caf\u00e9 said so.\n' });
});

test('a page too large to look for its article is taken whole, which is told', async () => {
  const deep = await text(page(`${'<div>'.repeat(2000)}${article}`));
  expect(deep.notes[0]).toContain('deep in one another');
  for (const one of paragraphs) expect(deep.text).toContain(one);
  const wide = await text(page(`${article}${'<i>x</i> '.repeat(40_000)}`));
  expect(wide.notes[0]).toContain('elements');
});

test('a page without words says so', async () => {
  const made = await text('<html><body><script>draw()</script></body></html>');
  expect(made.text).toBe('');
  expect(made.notes[0]).toContain('no text');
});

test('offsets of what is read stand in the text that was made', async () => {
  const { text: words } = await text(page(article));
  const { statements } = readText(words);
  expect(statements.length).toBeGreaterThan(2);
  const points = Array.from(words);
  for (const { speaker } of statements)
    if (speaker) expect(points.slice(speaker.start, speaker.end).join('')).toBe(speaker.text);
});

test('marks and white space in a page change nothing of its words', async () => {
  const word = fc.constantFrom('pier', 'said', '“so”', 'Kohl', 'café', '\u{1F6A2}', '—');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(' ', '\n', '\t ', ' <b></b>', ' <!-- said --> '),
      async (all, gap) => {
        const plain = all.map((words) => words.join(' '));
        const markup = `${article}${all.map((words) => `<p>${words.join(gap)}</p>`).join('\n\n')}`;
        expect((await text(page(markup))).text).toBe(`${[...paragraphs, ...plain].join('\n\n')}\n`);
      },
    ),
    { numRuns: 40 },
  );
});
