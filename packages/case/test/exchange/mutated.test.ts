import { describe, expect, it } from 'vitest';
import { importText, limits } from '../../src/index.ts';
import { type Random, randomFrom } from '../random.ts';
import { samples } from './samples.ts';

const deep = process.env.DEMARCHE_DEEP === '1';
const count = deep ? 50_000 : 5_000;
const pieces = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '-1',
  '0',
  '31',
  '9e999',
  '1/0',
  'null',
  'true',
  '"Y"',
  '"members"',
  '\u0000',
  '\ud800',
  '\n',
  'NFG',
  '[[[[',
  '99999999999999999999',
];

/** A file with some bytes gone, doubled, swapped or replaced, as damage and ill will make them. */
function mutated(text: string, random: Random): string {
  let out = text;
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(out.length + 1);
    const to = Math.min(out.length, at + random.below(random.chance(0.2) ? 200 : 6));
    const part = out.slice(at, to);
    const other = random.below(out.length + 1);
    out = random.pick([
      () => out.slice(0, at) + out.slice(to),
      () => out.slice(0, at) + random.pick(pieces) + out.slice(to),
      () => out.slice(0, to) + part.repeat(1 + random.below(40)) + out.slice(to),
      () => out.slice(0, other) + part + out.slice(other),
      () => out.slice(0, at),
    ])();
  }
  return out;
}

describe.each(['gmcr', 'nfg', 'csv'] as const)('%s', (format) => {
  const own = Object.entries(samples).filter(([name]) => name.endsWith(format));

  it(`${count} mutated files: a case, or mistakes with a place, never a crash`, () => {
    let refused = 0;
    let slowest = 0;
    for (let seed = 0; seed < count; seed++) {
      const random = randomFrom(seed + 77);
      const text = mutated(random.pick(own)[1], random);
      const before = performance.now();
      const made = importText(text, { file: `x.${format}` });
      slowest = Math.max(slowest, performance.now() - before);
      const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
      expect([seed, made.case === undefined]).toEqual([seed, errors.length > 0]);
      const lines = text.split(/\r\n|\r|\n/);
      for (const { range, message, hint, code } of made.diagnostics) {
        expect(range.line, `${seed}`).toBeGreaterThanOrEqual(1);
        expect(range.line, `${seed}`).toBeLessThanOrEqual(lines.length);
        expect(range.column, `${seed}`).toBeLessThanOrEqual([...lines[range.line - 1]!].length + 1);
        expect(message, code).not.toBe('');
        expect(hint, `${seed} ${code}: ${message}`).toBeDefined();
      }
      if (errors.length > 0) refused++;
    }
    expect(refused).toBeGreaterThan(count / 4);
    expect(refused).toBeLessThan(count);
    // Measured at 30 ms; the bound is for a machine that is busy with other things.
    expect(slowest).toBeLessThan(20_000);
  });
});

const options = (n: number) =>
  Array.from({ length: n }, (_, k) => ({ name: `o${k}`, permittedDirection: 'both' }));
const gmcr = (n: number, more: object) =>
  JSON.stringify({
    options: options(n),
    decisionMakers: [{ name: 'A', options: Array.from({ length: n }, (_, k) => k), preferences: [] }],
    infeasibles: [],
    useManualPreferenceRanking: false,
    ...more,
  });
const everyOther = Array.from({ length: 2000 }, (_, k) =>
  Array.from({ length: 31 }, (_, bit) => ((k * 7919) >> (bit % 11)) & 1),
);

describe('what is large or deep is refused with the limit named', () => {
  it.each([
    ['x.gmcr', '['.repeat(1_000_000), 'depth'],
    ['x.gmcr', `{"options": ${'{"a":'.repeat(100_000)}`, 'depth'],
    ['x.gmcr', `[${'1,'.repeat(300_000)}1]`, 'values'],
    ['x.gmcr', `{"program": "${'x'.repeat(limits.fileSize)}"}`, 'fileSize'],
    [
      'x.gmcr',
      gmcr(31, {
        useManualPreferenceRanking: true,
        decisionMakers: [
          {
            name: 'A',
            options: Array.from({ length: 31 }, (_, k) => k),
            preferences: [],
            preferenceRanking: [1],
          },
        ],
      }),
      'ranking by hand',
    ],
    [
      'x.gmcr',
      gmcr(31, {
        useManualPreferenceRanking: true,
        infeasibles: [[[0, 'Y']], [[0, 'N']]],
        decisionMakers: [
          {
            name: 'A',
            options: Array.from({ length: 31 }, (_, k) => k),
            preferences: [],
            preferenceRanking: [],
          },
        ],
      }),
      'ranking by hand',
    ],
    ['x.nfg', `NFG 1 R "" { ${'"A" '.repeat(20)}} { ${'2 '.repeat(20)}} 1`, 'contingencies'],
    ['x.nfg', `NFG 1 R "" { ${'"A" '.repeat(100_000)}} { ${'2 '.repeat(100_000)}} 1`, 'contingencies'],
    ['x.csv', `a.b,a\n${'Y,1\n'.repeat(70_000)}`, 'a table may have'],
    [
      'x.csv',
      `${Array.from({ length: 40 }, (_, k) => `a.o${k}`).join(',')},a\n${'Y,'.repeat(40)}1\n`,
      '40 options',
    ],
    [
      'x.csv',
      `${Array.from({ length: 31 }, (_, k) => `a.o${k}`).join(',')},a\n${[...new Set(everyOther.map((row) => row.map((bit) => 'NY'[bit]).join(',')))].map((row) => `${row},1\n`).join('')}`,
      'lines to say which states are missing',
    ],
  ])('%s %#', (file, text, said) => {
    const made = importText(text, { file });
    expect(made.case).toBeUndefined();
    expect(made.diagnostics.map(({ message }) => message).join('\n')).toContain(said);
  });

  it('patterns that rule each other out far down end in time', () => {
    const before = performance.now();
    const made = importText(gmcr(31, { infeasibles: [[[0, 'Y']], [[0, 'N']]] }), { file: 'x.gmcr' });
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(made.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'no-feasible-state',
    ]);
  });

  it('a file full of mistakes tells a hundred', () => {
    const text = gmcr(2, { infeasibles: Array.from({ length: 20_000 }, () => [[7, 'Q']]) });
    const { diagnostics } = importText(text, { file: 'x.gmcr' });
    expect(diagnostics).toHaveLength(100);
  });
});
