import { expect, test } from 'vitest';
import { textFrom } from '../../src/index.ts';

async function text(markdown: string) {
  const made = await textFrom(new TextEncoder().encode(markdown), { name: 'a.md' });
  if ('problem' in made) throw new Error(made.problem);
  return made;
}

test('words remain, marks go, a block is a paragraph', async () => {
  const made = await text(
    'She *said* that [the **pier**](https://a.example/x) was `sound`.\nAnd so on.\n\n## Next\n\n> “Not now,”\n> he said.\n\n1. one\n2. two\n   - three\n\nLast\\\nline &amp; more.\n',
  );
  expect(made.text.trimEnd().split('\n\n')).toEqual([
    'She said that the pier was sound. And so on.',
    'Next',
    '“Not now,” he said.',
    'one',
    'two',
    'three',
    'Last line & more.',
  ]);
  expect(made.notes).toEqual([]);
});

test('the front matter says what it is', async () => {
  const made = await text(
    '---\ntitle: "Pier: shut"\nDate: 2026-06-12 08:00\nauthors: [Jory Amsel, Lu Venn]\npublisher: The Ridge Courier\nlang: en\nurl: https://ridge.example/pier\ndraft: true\n---\n\n# Pier shut\n\nShe said so.\n',
  );
  expect(made.about).toEqual({
    title: 'Pier: shut',
    published: '2026-06-12',
    author: 'Jory Amsel, Lu Venn',
    publisher: 'The Ridge Courier',
    language: 'en',
    url: 'https://ridge.example/pier',
  });
  expect(made.text).toBe('Pier shut\n\nShe said so.\n');
});

test('else the heading that opens it', async () => {
  const made = await text('# Pier *shut*\n\nShe said so.\n\n# Later\n');
  expect(made.about).toEqual({ title: 'Pier shut' });
  expect(made.text).toBe('She said so.\n\nLater\n');
});

test('code and HTML are left out, which is told', async () => {
  const made = await text('One.\n\n```\nHe said it.\n```\n\n<script>said()</script>\n\nTwo.\n');
  expect(made.text).toBe('One.\n\nTwo.\n');
  expect(made.notes).toEqual(['2 pieces of code or HTML were left out.']);
});

test.each(['---\n- a\n---\nx', '---\n{a: *b}\n---\nx', '---\ntitle: [\n---\nx', '---\nx'])(
  'front matter that says nothing does no harm: %j',
  async (markdown) => {
    expect((await text(markdown)).about).toEqual({});
  },
);
