import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textFrom } from '../../src/index.ts';
import { textApart } from '../../src/node.ts';
import { type PageLine, pdfOf } from './pdf-of.ts';

async function text(bytes: Uint8Array) {
  const made = await textFrom(bytes);
  if ('problem' in made) throw new Error(made.problem);
  return made;
}

const lines = (all: readonly string[], top: number, left = 72): readonly PageLine[] =>
  all.map((words, k) => [k === 0 ? left : 72, top - k * 14, 12, words]);

const pages = [
  [
    [72, 800, 9, 'The Ridge Courier 1'],
    [72, 760, 18, 'Pier shut'],
    ...lines(
      [
        'The harbour board said on Monday that the pier would stay shut un-',
        'til the autumn, and the well-known engineer Berta Kohl, who leads it, said she',
        'saw no reason to hurry.',
      ],
      720,
    ),
    ...lines(
      [
        'She added that the quay is well-',
        'known to be sound and that it would open in time, which the council',
      ],
      664,
    ),
    [300, 30, 9, '1'],
  ],
  [
    [72, 800, 9, 'The Ridge Courier 2'],
    ...lines(
      ['had asked for twice. Nobody else spoke at the meeting in the town hall', 'that evening.'],
      760,
    ),
    ...lines(
      ['The ferry company said nothing at all about the matter on that day and', 'did not come.'],
      732,
      90,
    ),
    [300, 30, 9, '2'],
  ],
] as const;

test('lines are joined into paragraphs, parted words put together, running heads and numbers left out', async () => {
  const made = await text(pdfOf(pages, '/Title (Pier shut) /Author (By Jory Amsel)'));
  expect(made.text.trimEnd().split('\n\n')).toEqual([
    'Pier shut',
    'The harbour board said on Monday that the pier would stay shut until the autumn, and the well-known engineer Berta Kohl, who leads it, said she saw no reason to hurry.',
    'She added that the quay is well-known to be sound and that it would open in time, which the council had asked for twice. Nobody else spoke at the meeting in the town hall that evening.',
    'The ferry company said nothing at all about the matter on that day and did not come.',
  ]);
  expect(made.about).toEqual({ title: 'Pier shut', author: 'Jory Amsel' });
});

test('the name of a file is no title', async () => {
  expect((await text(pdfOf(pages, '/Title (report-final.docx)'))).about).toEqual({});
});

test('pages without words say so', async () => {
  const made = await text(pdfOf([[]]));
  expect(made.text).toBe('');
  expect(made.notes[0]).toContain('no text');
});

test('a PDF cut off anywhere is read or refused, never more', async () => {
  const whole = pdfOf(pages);
  for (let length = 0; length < whole.length; length += 397) {
    const made = await textFrom(whole.slice(0, length), { format: 'pdf' });
    expect('text' in made || 'problem' in made).toBe(true);
  }
});

test('a stream that unpacks into far more than it is ends in bounded time and memory', async () => {
  // 200 MB of page content that draws nothing, in 200 kB.
  const content = deflateSync(Buffer.alloc(200 * 1024 ** 2, '0 0 m\n'), { level: 9 });
  const bomb = pdfOf([{ packed: content }]);
  expect(bomb.length).toBeLessThan(1_500_000);
  const made = await textApart(bomb, {}, { time: 1500, memory: 120 * 1024 ** 2 });
  expect(made).toMatchObject({ problem: expect.stringMatching(/limit (?:time|memory)/) });
});

test('apart or not, the result is the same, and what is missing or broken is told', async () => {
  const whole = pdfOf(pages);
  expect(await textApart(whole, {})).toEqual(await textFrom(whole));
  expect(await textApart(whole.slice(0, 50), { format: 'pdf' })).toHaveProperty('problem');
});
