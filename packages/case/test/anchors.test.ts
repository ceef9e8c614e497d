import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorHash, coverage, fold, pointText, readCase, type Statement, sha256 } from '../src/index.ts';

describe('folding', () => {
  it.each([
    ['a  b\n\tc\u00a0d', 'a b c d'],
    ['‘a’ ‚b‛ cʼs', "'a' 'b' c's"],
    ["“a” „b‟ «c» ''d''", '"a" "b" "c" "d"'],
    ['a–b—c‒d―e−f-g', 'a-b-c-d-e-f-g'],
    ['so\u00adft ze\u200bro \ufeffx', 'soft zero x'],
    ['e\u0301', 'é'],
    ['A.b!?', 'A.b!?'],
  ])('%j', (passage, folded) => {
    expect(fold(passage)).toBe(folded);
  });

  it('is the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('hashes', () => {
  it('are those of the standard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  it('are `h-` and sixteen digits', () => {
    expect(anchorHash('test')).toBe('h-9f86d081884c7d65');
  });
});

describe('offsets', () => {
  it('count code points', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '𝔸', 'é', '\n'), { maxLength: 5000, minLength: 1100 }),
        fc.nat(6000),
        fc.nat(50),
        (points, start, length) => {
          const text = pointText(points.join(''));
          expect(text.length).toBe(points.length);
          expect(text.slice(start, start + length)).toBe(points.slice(start, start + length).join(''));
        },
      ),
      { numRuns: 30 },
    );
  });
});

const frame = (statements: string, more = '') => `demarche: 1
title: T
sources: { paper: { text: paper.txt${more} } }
statements:
${statements}
actors: { a: { options: { x: X } } }
readings: { a: { r: { prefers: [a.x] } } }
`;

describe('anchors', () => {
  const text = '𝔸 said: “we will — soon”.';
  const hash = anchorHash('“we will — soon”');
  const at = `8..${8 + Array.from('“we will — soon”').length}`;

  it('are verified against `text:`, or what is given for the source', () => {
    const file = frame(`  s1: { in: paper, at: ${at}, hash: ${hash} }`);
    const byPath = readCase(file, { textOf: (path) => (path === 'paper.txt' ? text : undefined) });
    expect(byPath.case!.statements[0]!.anchor).toBe('verified');
    const given = readCase(file, { texts: { paper: text.replace(/[“”]/g, '"').replace('—', '-') } });
    expect(given.diagnostics).toEqual([]);
    expect(given.case!.statements[0]!.anchor).toBe('verified');
  });

  it('are unverified without text, range or hash', () => {
    const without = readCase(frame(`  s1: { in: paper, at: ${at}, hash: ${hash} }`));
    expect(without.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['anchor-unverified', 'warning'],
    ]);
    expect(without.case!.statements[0]!.anchor).toBe('unverified');
    const excerpt = readCase(frame('  s1: { in: paper, gist: A passage }'), { texts: { paper: text } });
    expect(excerpt.diagnostics).toEqual([]);
    expect(excerpt.case!.statements[0]!.anchor).toBe('unverified');
  });

  it('fail where the range or the hash is wrong', () => {
    const file = frame(
      `  s1: { in: paper, at: 8..99, hash: ${hash} }\n  s2: { in: paper, at: 0..5, hash: ${hash} }`,
    );
    const { case: found, diagnostics } = readCase(file, { texts: { paper: text } });
    expect(found).toBeUndefined();
    expect(diagnostics.map(({ code, range }) => [code, range.line])).toEqual([
      ['anchor-range', 5],
      ['anchor-hash', 6],
    ]);
  });
});

describe('coverage', () => {
  const text =
    'He spoke. “We will,” he said! Then\nsilence fell.\n\n—\n\nMr. Smith left at 5.30 p.m. and no one saw him.';
  const passages = (at: { start: number; end: number }[]) =>
    coverage(
      text,
      at.map((one) => ({ at: one }) as Statement),
    ).uncovered.map(({ start, end }) => text.slice(start, end));

  it('splits what no statement holds at sentences and paragraphs', () => {
    expect(passages([])).toEqual([
      'He spoke.',
      '“We will,” he said!',
      'Then',
      'silence fell.',
      'Mr. Smith left at 5.30 p.m. and no one saw him.',
    ]);
    expect(passages([{ start: 10, end: 29 }])).toEqual([
      'He spoke.',
      'Then',
      'silence fell.',
      'Mr. Smith left at 5.30 p.m. and no one saw him.',
    ]);
  });

  it('counts characters other than white space, overlaps once', () => {
    const { covered, total } = coverage('ab cd', [
      { at: { start: 0, end: 4 } },
      { at: { start: 1, end: 2 } },
    ] as Statement[]);
    expect([covered, total]).toEqual([3, 4]);
  });
});
