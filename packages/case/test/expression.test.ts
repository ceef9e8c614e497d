import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintOf } from '../src/expression/complain.ts';
import { parser } from '../src/expression/parser.grammar.ts';
import { type Expression, formatExpression, parseExpression } from '../src/index.ts';
import { generatedParser } from '../tools/grammar.ts';

function parsed(text: string): Expression {
  const { expression, complaint } = parseExpression(text);
  if (!expression) throw new Error(complaint.message);
  return expression;
}

/** Every operation in parentheses, to see what binds what. */
function shape(one: Expression): string {
  switch (one.kind) {
    case 'constant':
      return String(one.value);
    case 'name':
      return one.name;
    case 'not':
      return `!${shape(one.of)}`;
    case 'count':
      return `${one.bound} ${one.n}[${one.of.map(shape).join(' ')}]`;
    default:
      return `(${shape(one.left)} ${one.kind} ${shape(one.right)})`;
  }
}

describe('the expression language', () => {
  it.each([
    ['not a and b', '(!a and b)'],
    ['not not a', '!!a'],
    ['a and b xor c', '((a and b) xor c)'],
    ['a xor b or c', '((a xor b) or c)'],
    ['a or b implies c', '((a or b) implies c)'],
    ['a implies b iff c', '((a implies b) iff c)'],
    ['a iff b implies c or d xor e and not f', '(a iff (b implies (c or (d xor (e and !f)))))'],
    ['a implies b implies c', '(a implies (b implies c))'],
    ['a iff b iff c', '((a iff b) iff c)'],
    ['a xor b xor c', '((a xor b) xor c)'],
    ['not (a or b)', '!(a or b)'],
    ['at least 2 of (a, b and c, not-now)', 'at least 2[a (b and c) not-now]'],
    ['not exactly 1 of (a.b, true) or at most 0 of (x)', '(!exactly 1[a.b true] or at most 0[x])'],
    ['not-now', 'not-now'],
    ['at   least\n2 of(a,b)', 'at least 2[a b]'],
    ['a1.b2-c', 'a1.b2-c'],
  ])('%s', (text, expected) => {
    expect(shape(parsed(text))).toBe(expected);
  });

  it('keeps where names stand', () => {
    expect(parsed('not  us.aid')).toEqual({
      kind: 'not',
      of: { kind: 'name', name: 'us.aid', start: 5, end: 11 },
    });
  });

  it.each([
    ['', 0, 0, 'ends here; expected a name'],
    ['a and', 5, 5, 'ends here; expected a name'],
    ['a b', 2, 3, '“b” cannot stand here; expected “and”'],
    ['a and or b', 6, 8, '“or” cannot stand here; expected a name'],
    ['(a or b', 0, 1, 'never closed'],
    ['a or b)', 6, 7, '“)” cannot stand here'],
    ['a & b', 2, 3, '“&” cannot stand here'],
    ['at 2 of (a)', 3, 4, 'expected “least” or “most”'],
    ['exactly of (a)', 8, 10, 'expected a whole number'],
    ['exactly 1 (a)', 10, 11, 'expected “of”'],
    ['exactly 1 of a', 13, 14, 'expected “(”'],
    ['exactly 1 of ()', 14, 15, '“)” cannot stand here'],
    ['a, b', 1, 2, '“,” cannot stand here'],
    ['A AND b', 2, 5, 'cannot stand here'],
    ['a.b.c', 0, 5, 'cannot stand here'],
    ['a-', 0, 2, 'cannot stand here'],
    ['not', 3, 3, 'ends here'],
    ['of', 0, 2, 'cannot stand here'],
    ['a or “b”', 5, 6, 'cannot stand here'],
  ])('complains about %j at %i..%i', (text, start, end, message) => {
    const { complaint } = parseExpression(text);
    expect(complaint).toMatchObject({ start, end, code: 'expression-syntax' });
    expect(complaint!.message).toContain(message);
  });

  it('says which word is meant by a symbol', () => {
    expect(parseExpression('a && b').complaint).toMatchObject({ hint: 'write “and”' });
    expect(parseExpression('a => b').complaint).toMatchObject({ hint: 'write “implies”' });
  });

  it('refuses what is beyond its limits, naming them', () => {
    expect(parseExpression('a and '.repeat(1000)).complaint).toMatchObject({ code: 'limit' });
    expect(parseExpression(`${'('.repeat(300)}a${')'.repeat(300)}`).complaint).toMatchObject({
      code: 'limit',
    });
    expect(parseExpression(`${'not '.repeat(300)}a`).complaint).toMatchObject({ code: 'limit' });
    expect(parsed(Array(400).fill('a').join(' and '))).toBeDefined();
  });

  it('has a parser that is the grammar’s', () => {
    const kept = readFileSync(new URL('../src/expression/parser.grammar.ts', import.meta.url), 'utf8');
    expect(kept).toBe(generatedParser());
  });
});

const { tree } = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.oneof(
    fc
      .constantFrom('a', 'b.c', 'not-now', 'x1')
      .map((name): Expression => ({ kind: 'name', name, start: 0, end: 0 })),
    fc.boolean().map((value): Expression => ({ kind: 'constant', value })),
  ),
  tree: fc.oneof(
    { maxDepth: 6 },
    tie('leaf'),
    tie('tree').map((of): Expression => ({ kind: 'not', of })),
    fc
      .record({
        kind: fc.constantFrom('and', 'or', 'xor', 'implies', 'iff'),
        left: tie('tree'),
        right: tie('tree'),
      })
      .map((one) => one as Expression),
    fc
      .record({
        bound: fc.constantFrom('exactly', 'at least', 'at most'),
        n: fc.nat(5),
        of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      })
      .map((one) => ({ kind: 'count', ...one }) as Expression),
  ),
}));

describe('laws of the language', () => {
  const runs = process.env.DEMARCHE_DEEP ? 50_000 : 1_000;

  it('what is formatted parses to the same', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const text = formatExpression(one);
        expect(shape(parsed(text))).toBe(shape(one));
        expect(formatExpression(parsed(text))).toBe(text);
      }),
      { numRuns: runs },
    );
  });

  it('the word reader and the grammar agree on what is an expression', () => {
    const word = fc.constantFrom(
      'a',
      'b.c',
      'and',
      'or',
      'not',
      'implies',
      'iff',
      'xor',
      '(',
      ')',
      ',',
      'exactly',
      'at',
      'least',
      'most',
      '1',
      'of',
      'true',
      '&',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        let sound = text.trim() !== '';
        parser.parse(text).iterate({
          enter: ({ type }) => {
            if (type.isError) sound = false;
          },
        });
        expect(complaintOf(text) === undefined, text).toBe(sound);
      }),
      { numRuns: runs * 5 },
    );
  });

  it('no text throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { complaint } = parseExpression(text);
        if (complaint) expect(complaint.start).toBeLessThanOrEqual(complaint.end);
      }),
      { numRuns: runs },
    );
  });
});
