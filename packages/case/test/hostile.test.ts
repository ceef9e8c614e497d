import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCase, exampleCase, LimitError, limits, readCase } from '../src/index.ts';
import { randomCase } from './arbitrary-case.ts';
import { randomFrom } from './random.ts';

/** Codes and messages, and that it took no longer than so many milliseconds (far above what it takes, far below what it might). */
function quickly(text: string, most = 20_000) {
  const before = performance.now();
  const { diagnostics } = readCase(text);
  expect(performance.now() - before).toBeLessThan(most);
  return diagnostics;
}

describe('hostile input is refused with the limit named', () => {
  it.each([
    ['a value of 10 MB', exampleCase(`summary: "${'x'.repeat(10_000_000)}"\n`), 'fileSize'],
    ['a value of 1 MB', exampleCase(`summary: "${'x'.repeat(1_000_000)}"\n`), 'valueSize'],
    ['brackets in brackets', exampleCase(`summary: ${'['.repeat(100_000)}`), 'depth'],
    ['braces in braces', exampleCase(`summary: ${'{a: '.repeat(100_000)}`), 'depth'],
    ['dashes on a line', exampleCase(`summary:\n  ${'- '.repeat(100_000)}x\n`), 'depth'],
    [
      'deep indentation',
      exampleCase(Array.from({ length: 1500 }, (_, k) => `${' '.repeat(k)}a:`).join('\n')),
      'depth',
    ],
    [
      'a long expression',
      exampleCase(`terms: { x: "${'not '.repeat(50_000)}town.build" }\n`),
      'expressionSize',
    ],
    [
      'nested parentheses',
      exampleCase(`terms: { x: "${'('.repeat(1500)}town.build${')'.repeat(1500)}" }\n`),
      'expressionDepth',
    ],
  ])('%s', (_, text, limit) => {
    const diagnostics = quickly(text);
    expect(diagnostics.map(({ code }) => code)).toContain('limit');
    expect(diagnostics.map(({ message }) => message).join()).toContain(`limit ${limit}`);
  });

  it('aliases of aliases', () => {
    const lines = Array.from(
      { length: 30 },
      (_, k) => `  - &a${k + 1} [${Array(10).fill(`*a${k}`).join(', ')}]`,
    );
    const diagnostics = quickly(exampleCase(`summary:\n  - &a0 [x]\n${lines.join('\n')}\n`));
    expect(diagnostics.map(({ message }) => message).join()).toContain('limit values');
  });

  it('an alias of itself', () => {
    expect(quickly(exampleCase('summary: &a [*a]\n')).length).toBeGreaterThan(0);
  });

  it('terms that double', () => {
    const terms = Array.from({ length: 40 }, (_, k) => `  t${k + 1}: t${k} xor (t${k} implies town.build)`);
    const diagnostics = quickly(
      exampleCase(`terms:\n  t0: town.build\n${terms.join('\n')}\nimpossible: [t40]\n`),
    );
    expect(diagnostics.map(({ message }) => message).join()).toContain('limit programSize');
  });

  it('a chain of many terms', () => {
    const terms = Array.from({ length: 5000 }, (_, k) => `  t${k + 1}: not t${k}`);
    const text = exampleCase(
      `terms:\n  t0: town.build\n${terms.join('\n')}\nimpossible: [t5000 and town.toll]\n`,
    );
    const { diagnostics } = readCase(text);
    expect(diagnostics.filter(({ code }) => code !== 'limit')).toEqual([]);
  });

  it('many keys in one map', () => {
    const facts = Array.from({ length: 60_000 }, (_, k) => `  f${k}: x`);
    expect(quickly(exampleCase(`facts:\n${facts.join('\n')}\n`), 30_000)).toEqual([]);
  });

  it('many mistakes', () => {
    const lines = Array.from({ length: 5_000 }, (_, k) => `  - { whn: x${k} }`);
    expect(quickly(exampleCase(`impossible:\n${lines.join('\n')}\n`), 60_000).length).toBeGreaterThan(0);
  });

  it('more states than can be listed', () => {
    const options = Array.from({ length: 28 }, (_, k) => `o${k}: x`).join(', ');
    const text = exampleCase(
      `actors: { town: { options: { ${options} } } }\nreadings: { town: { r: { prefers: [town.o1] } } }\n`,
    );
    const { case: found, diagnostics } = readCase(text);
    expect(diagnostics).toEqual([]);
    expect(limits.states).toBe(2 ** 26);
    try {
      compileCase(found!);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(LimitError);
      expect(error).toMatchObject({ code: 'too-large', estimate: 2 ** 28 });
    }
  });
});

describe('names of methods are only names', () => {
  it.each(['constructor', 'tostring', 'valueof'])('%s', (id) => {
    const text = `demarche: 1
title: T
facts: { ${id}: F }
actors: { ${id}: { options: { ${id}: O } } }
readings: { ${id}: { ${id}: { prefers: [${id}.${id}, ${id}] } } }
scenarios: { ${id}: { fix: { ${id}: true } } }
questions: { ${id}: { ask: Q, holds-when: ${id}.${id} } }
`.replace(`facts: { ${id}: F }`, `facts: { ${id}: F }`);
    expect(readCase(text).diagnostics).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty', 'toString'])(
    '%s where nothing is called so',
    (id) => {
      const text = exampleCase(
        `beliefs: { town: { ferry: ${id} } }\nnow: [${id}]\nopens: { ${id}: town.build }\n`,
      );
      const got = readCase(text).diagnostics.map(({ code }) => code);
      expect(got).toContain('unknown-reading');
      expect(got.length).toBeGreaterThan(1);
    },
  );

  it('__proto__ as a key pollutes nothing', () => {
    const got = readCase(
      exampleCase(
        '__proto__: { polluted: yes }\nfacts: { __proto__: x }\nscenarios: { s: { fix: { __proto__: true } } }\n',
      ),
    );
    expect(got.case).toBeUndefined();
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

describe('no input throws', { timeout: 600_000 }, () => {
  const runs = process.env.DEMARCHE_DEEP ? 10_000 : 300;

  it('text of any kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readCase(text);
        readCase(exampleCase(text));
      }),
      { numRuns: runs },
    );
  });

  it('sound cases with pieces cut, doubled or moved', () => {
    const pieces = [
      '[',
      '{',
      ': ',
      '- ',
      '\n',
      '"',
      '#',
      '*a',
      '&a ',
      'true',
      '-1',
      'not ',
      '..',
      '\u0000',
      '}',
      ']',
      ', ',
      '  ',
    ];
    fc.assert(
      fc.property(fc.nat(40), fc.nat(2 ** 20), (seed, salt) => {
        const random = randomFrom(salt);
        let text = randomCase(seed);
        for (let k = 0; k <= random.below(4); k++) {
          const [from, length, to] = [random.below(text.length), random.below(40), random.below(text.length)];
          const piece = random.chance(0.5) ? random.pick(pieces) : text.slice(from, from + length);
          text = random.chance(0.4)
            ? text.slice(0, from) + text.slice(from + length)
            : text.slice(0, to) + piece + text.slice(to);
        }
        const { case: found, diagnostics } = readCase(text);
        expect(found === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { range } of diagnostics) {
          expect(range.line).toBeGreaterThan(0);
          expect(range.endLine).toBeLessThanOrEqual(lines);
          expect(range.line < range.endLine || range.column <= range.endColumn).toBe(true);
        }
        if (found) compileCase(found);
      }),
      { numRuns: runs },
    );
  });
});
