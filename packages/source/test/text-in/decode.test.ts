import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFrom } from '../../src/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('plain text in UTF-8 is the file, character by character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
      const made = await textFrom(bytes(text), { format: 'plain' });
      expect(made).toMatchObject({ text: text.toWellFormed(), verbatim: true });
    }),
  );
});

test.each([
  ['a byte order mark', '\ufeffShe said so.', 'byte order mark'],
  ['carriage returns', 'She said so.\r\nHe did not.\r\n', 'carriage returns'],
  ['NULs', 'She said\0 so.', '1 NUL character'],
])('%s stays in the text and is told', async (_, text, told) => {
  const made = await textFrom(bytes(text));
  expect(made).toMatchObject({ text, verbatim: true });
  expect('notes' in made && made.notes.join(' ')).toContain(told);
});

test('bytes that are no UTF-8 are read as Windows-1252, which is told', async () => {
  const made = await textFrom(Uint8Array.from([0x93, 0x59, 0x65, 0x73, 0x94, 0x20, 0xe9]));
  expect(made).toMatchObject({ text: '“Yes” é', verbatim: false });
  expect('notes' in made && made.notes[0]).toContain('Windows-1252');
});

test('UTF-16 is known by its mark', async () => {
  const little = Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x1d, 0x20]);
  const big = Uint8Array.from([0xfe, 0xff, 0x00, 0x41, 0x20, 0x1d]);
  for (const one of [little, big]) expect(await textFrom(one)).toMatchObject({ text: 'A”', verbatim: false });
  expect(await textFrom(Uint8Array.from([0xff, 0xfe, 0x41]))).toHaveProperty('problem');
});

test('what cannot be text is refused', async () => {
  expect(await textFrom(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0x00, 0xff, 0x80]))).toMatchObject({
    problem: expect.stringContaining('no text'),
  });
});

test.each([
  [{ name: 'a.html' }, 'Words', 'html'],
  [{ name: 'a.MD' }, 'Words', 'markdown'],
  [{ name: 'a' }, ' <!DOCTYPE html><p>Words', 'html'],
  [{ name: 'a.html', contentType: 'text/plain; charset=utf-8' }, 'Words', 'plain'],
  [{ name: '/a.md', contentType: 'text/plain' }, 'Words', 'markdown'],
  [{ name: 'a.html', format: 'plain' }, '<p>Words', 'plain'],
  [{ name: 'notes.txt' }, 'Words', 'plain'],
] as const)('what it is: %j', async (hints, text, format) => {
  expect(await textFrom(bytes(text), hints)).toMatchObject({ format });
});
