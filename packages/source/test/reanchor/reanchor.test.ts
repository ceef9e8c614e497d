import { anchorHash, fold } from '@demarche/case';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedText } from '../../src/reanchor/folded-text.ts';
import { type Anchor, anchorIn, reanchor } from '../../src/reanchor/reanchor.ts';

const runs = process.env.DEMARCHE_DEEP === '1' ? 2000 : 100;

const sentences = [
  'Berta Kohl said that the quay would hold until the autumn.',
  '“It is sound,” said Mayor Karl Brandt — and left.',
  'The harbour board believes that the pier is safe for now.',
  'Nobody else spoke.',
  'Anna Berg, who runs the ferry, vowed to close the café on the pier.',
  'The tide was low\u{1F30A} on Monday.',
  '«Pourquoi pas?» asked the engineer from the other side.',
  'Two of the piles have to be replaced before the winter comes.',
];

/** A text of several of them, some more than once, with the range of one. */
const coded = fc
  .array(fc.nat(sentences.length - 1), { minLength: 1, maxLength: 10 })
  .chain((order) => fc.tuple(fc.constant(order), fc.nat(order.length - 1)))
  .map(([order, k]) => {
    const parts = order.map((one) => sentences[one]!);
    const points = (texts: readonly string[]) => Array.from(texts.join('\n\n')).length;
    const start = k === 0 ? 0 : points(parts.slice(0, k)) + 2;
    return { parts, k, at: { start, end: start + points([parts[k]!]) } };
  });

const joined = (parts: readonly string[]) => parts.join('\n\n');
const passage = (text: string, { start, end }: { start: number; end: number }) =>
  Array.from(text).slice(start, end).join('');

/** With its words and context, or with range and hash only, as a case keeps it whose text may not be kept. */
function anchors(text: string, at: { start: number; end: number }): readonly Anchor[] {
  const hash = anchorHash(passage(text, at));
  return [
    { ...anchorIn(foldedText(text), at), hash },
    { at, hash },
  ];
}

describe('a text that did not change', () => {
  test('has every passage where it was, marks and white space folded', () => {
    fc.assert(
      fc.property(coded, fc.boolean(), ({ parts, at }, straight) => {
        const text = joined(parts);
        const now = straight ? text.replace(/[“”«»]/g, '"').replace(/—/g, '-') : text;
        for (const anchor of anchors(text, at)) expect(reanchor(now, anchor)).toEqual({ kind: 'same', at });
      }),
      { numRuns: runs },
    );
  });
});

describe('a text that changed around a passage', () => {
  const edit = fc.tuple(fc.nat(10), fc.constantFrom('insert', 'remove', 'replace'), fc.nat(7));

  test('has it in one place: found there; in several: only where nothing else could be meant', () => {
    fc.assert(
      fc.property(coded, fc.array(edit, { maxLength: 6 }), ({ parts, k, at }, edits) => {
        const text = joined(parts);
        const now = parts.map((words, index) => ({ words, own: index === k }));
        for (const [where, what, which] of edits) {
          const place = where % (now.length + 1);
          const fresh = { words: `${sentences[which]}`, own: false };
          if (what === 'insert') now.splice(place, 0, fresh);
          else if (now[place] && !now[place].own)
            now.splice(place, 1, ...(what === 'replace' ? [fresh] : []));
        }
        const changed = joined(now.map(({ words }) => words));
        const words = parts[k]!;
        const index = now.findIndex(({ own }) => own);
        const before = Array.from(joined(now.slice(0, index).map((one) => one.words))).length;
        const start = index === 0 ? 0 : before + 2;
        const truth = { start, end: start + (at.end - at.start) };
        const copies = now.filter((one) => one.words === words).length;
        for (const anchor of anchors(text, at)) {
          const found = reanchor(changed, anchor);
          if (found.kind === 'same') {
            expect(passage(changed, found.at)).toBe(words);
          } else if (copies === 1) {
            expect(found).toEqual({ kind: 'moved', at: truth, by: 'text' });
          } else if (found.kind === 'moved') {
            // Decided by the context alone: it stands around no other copy.
            expect(found.by).toBe('context');
            const fits = (from: number) =>
              fold(`${changed.slice(0, from)}`)
                .trimEnd()
                .endsWith(fold(anchor.prefix!).trimEnd()) &&
              fold(changed.slice(from + words.length))
                .trimStart()
                .startsWith(fold(anchor.suffix!).trimStart());
            const places: number[] = [];
            for (let from = changed.indexOf(words); from >= 0; from = changed.indexOf(words, from + 1))
              places.push(from);
            const fitting = places.filter(fits);
            expect(fitting).toHaveLength(1);
            expect(found.at.start).toBe(Array.from(changed.slice(0, fitting[0])).length);
          } else {
            expect(found.kind).toBe('ambiguous');
            if (found.kind === 'ambiguous') {
              expect(found.candidates.length).toBeGreaterThan(1);
              for (const one of found.candidates) expect(passage(changed, one)).toBe(words);
            }
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test('tells copies apart by what stands around them, and by nothing less', () => {
    const old = 'The mayor spoke. “We wait.” The crowd left.\n\nThe board met. “We wait.” Nobody left.';
    const start = old.lastIndexOf('“We');
    const anchor = anchorIn(foldedText(old), { start, end: start + 10 });
    const now = `New line.\n\n${old}`;
    expect(reanchor(now, anchor)).toEqual({
      kind: 'moved',
      at: { start: start + 11, end: start + 21 },
      by: 'context',
    });
    const { prefix: _, suffix: __, ...bare } = anchor;
    expect(reanchor(now, bare)).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ edits: 0 }, { edits: 0 }],
    });
  });
});

describe('a passage of which the hash alone is known', () => {
  test('is found where white space, marks and dashes were written otherwise and moved', () => {
    const text = 'First.\n\n“It is  sound,” said\nKarl — he left.';
    const at = { start: 8, end: Array.from(text).length };
    const hash = anchorHash(passage(text, at));
    const now = 'A new beginning of it all.\r\n\r\n"It is sound," said Karl - he left.';
    const found = reanchor(now, { at, hash });
    expect(found).toMatchObject({ kind: 'moved', by: 'text' });
    if (found.kind === 'moved') expect(anchorHash(passage(now, found.at))).toBe(hash);
  });

  test('is found in the middle of a word too', () => {
    const hash = anchorHash('owers abo');
    expect(reanchor('A lantern towers above it.', { at: { start: 0, end: 9 }, hash })).toEqual({
      kind: 'moved',
      at: { start: 11, end: 20 },
      by: 'text',
    });
  });

  test('and that stands nowhere is an orphan without candidates', () => {
    const hash = anchorHash('“It is sound,”');
    expect(reanchor(joined(sentences), { at: { start: 3, end: 17 }, hash: anchorHash('x') })).toEqual({
      kind: 'orphan',
      candidates: [],
      cut: false,
    });
    expect(reanchor('', { at: { start: 3, end: 17 }, hash }).kind).toBe('orphan');
    expect(reanchor('Text.', {}).kind).toBe('orphan');
  });
});

describe('a passage that was edited', () => {
  test('is never said to be the same: it waits to be confirmed, near where it is, or is an orphan', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sentences, { minLength: 3, maxLength: 8 }),
        fc.nat(7),
        fc.array(fc.tuple(fc.nat(60), fc.constantFrom('x', '', 'qu', 'Zz ')), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (parts, which, changes, moved) => {
          const k = which % parts.length;
          const words = parts[k]!;
          const points = Array.from(words);
          for (const [at, put] of changes) points[at % points.length] = put;
          const edited = points.join('');
          fc.pre(fold(edited) !== fold(words));
          const text = joined(parts);
          const start = k === 0 ? 0 : Array.from(joined(parts.slice(0, k))).length + 2;
          const anchor = anchorIn(foldedText(text), { start, end: start + Array.from(words).length });
          const around = parts.map((one, index) => (index === k ? edited : one));
          const now = joined(moved ? ['A line that was not there before.', ...around] : around);
          const found = reanchor(now, anchor);
          expect(['changed', 'orphan']).toContain(found.kind);
          const place = Array.from(now.slice(0, now.indexOf(edited))).length;
          const most = Math.floor(foldedText(words).text.length / 5);
          if (found.kind === 'changed') {
            expect(found.edits).toBeLessThanOrEqual(most);
            // What was put in at an end may be counted in or out.
            const slack = most + changes.reduce((sum, [, put]) => sum + put.length, 0);
            expect(Math.abs(found.at.start - place)).toBeLessThanOrEqual(slack);
            expect(Math.abs(found.at.end - place - Array.from(edited).length)).toBeLessThanOrEqual(slack);
          } else if (words.length > 40) {
            // A few letters of a long sentence between the same neighbours are recognised.
            throw new Error(`not recognised: ${edited}`);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test('with another one nearly as like it is not decided', () => {
    const old = 'On Monday the board said that pier seven stays shut until the autumn.';
    const anchor = { exact: old, prefix: '', suffix: '' };
    const twice = `${old.replace('Monday', 'Sunday')}\n\nOther words.\n\n${old.replace('seven', 'eight')}`;
    const found = reanchor(twice, anchor);
    expect(found).toMatchObject({ kind: 'orphan', cut: false });
    expect(found.kind === 'orphan' && found.candidates.length).toBe(2);
    expect(reanchor(old.replace('seven', 'eight'), anchor)).toMatchObject({ kind: 'changed' });
  });

  test('in another context is not decided', () => {
    const old =
      'The mayor came first. Berta Kohl said that the quay holds. Then the crowd went home at last.';
    const at = { start: 22, end: 58 };
    const anchor = anchorIn(foldedText(old), at);
    const now =
      'Weather: rain in the north. Berta Kohn said that the quay holds. Prices rose again in the shops.';
    expect(reanchor(now, anchor)).toMatchObject({ kind: 'orphan', candidates: [{ edits: 1 }] });
  });

  test('by more than a fifth is an orphan', () => {
    const old = 'Berta Kohl said that the quay holds.';
    const now = 'Berta Kohl thinks the whole quay may hold.';
    expect(reanchor(now, { exact: old, prefix: '', suffix: '' }).kind).toBe('orphan');
  });
});

test('whatever text and anchor, an answer whose ranges stand in the text', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('a', 'aa', "''", '\ud800', '\u200b', ' ', '\r\n', '“', '\u0301'), {
        maxLength: 60,
      })
      .map((all) => all.join('')),
  );
  const range = fc.tuple(fc.nat(80), fc.nat(80)).map(([start, end]) => ({ start, end }));
  fc.assert(
    fc.property(
      any,
      any,
      range,
      fc.string({ maxLength: 40 }),
      fc.boolean(),
      (text, exact, at, prefix, only) => {
        const found = reanchor(text, {
          at,
          hash: anchorHash(exact),
          ...(only ? {} : { exact, prefix, suffix: prefix }),
        });
        const length = Array.from(text).length;
        const all = 'candidates' in found ? found.candidates : [found.at];
        for (const { start, end } of all) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(length);
          expect(start).toBeLessThan(end);
        }
        if (found.kind === 'same') expect(anchorHash(passage(text, found.at))).toBe(anchorHash(exact));
      },
    ),
    { numRuns: runs * 2 },
  );
});

test('a folded text is the fold of the text, and every piece of it knows where it stands', () => {
  fc.assert(
    fc.property(
      fc
        .array(
          fc.constantFrom(
            'a',
            'é',
            'e\u0301',
            '“',
            "''",
            "'",
            ' ',
            '\n',
            '\u200b',
            '—',
            '\u{1F30A}',
            '\u00ad',
          ),
          { maxLength: 40 },
        )
        .map((all) => all.join('')),
      (text) => {
        const folded = foldedText(text);
        expect(folded.text).toBe(fold(text));
        for (let from = 0; from < folded.text.length; from++) {
          const { start, end } = folded.range(from, from + 1);
          expect(fold(passage(text, { start, end }))).toContain(folded.text[from]);
          expect(folded.unit(start)).toBeLessThanOrEqual(from);
        }
      },
    ),
    { numRuns: runs * 2 },
  );
});

/** Shapes that searches are slow on. The runner's time limit is the test. */
test.each<[string, string, string]>([
  ['one letter', 'a'.repeat(20_000), 'a'.repeat(500)],
  ['two letters', 'ab'.repeat(10_000), `${'ab'.repeat(200)}c`],
  ['a long passage', sentences.join(' ').repeat(10), `${sentences.join(' ').repeat(4)}!`],
  ['many copies', sentences[0]!.repeat(200), sentences[0]!.replace('quay', 'quax')],
])('a large text: %s', (_, text, exact) => {
  expect(['moved', 'changed', 'ambiguous', 'orphan']).toContain(
    reanchor(text, { exact, prefix: '', suffix: '' }).kind,
  );
  const hash = anchorHash('nothing like it');
  expect(reanchor(text, { at: { start: 0, end: exact.length }, hash }).kind).toBe('orphan');
});
