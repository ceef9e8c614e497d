import { describe, expect, it } from 'vitest';
import { exampleCase, printDiagnostic, readCase } from '../src/index.ts';
import { columnsOf } from '../src/text/width.ts';

const first = (text: string, file = 'case.yaml') =>
  printDiagnostic(readCase(text, { file }).diagnostics[0]!, text);
const example = exampleCase('terms:\n  crossing: not town.biuld\n');

describe('a printed diagnostic', () => {
  it('says where, what, underlines it and says what to do', () => {
    expect(
      first(example, 'cases/ferry/case.yaml'),
    ).toBe(`cases/ferry/case.yaml:10:17: error: nothing in this case is called “town.biuld” (unknown-name)
   9 | terms:
  10 |   crossing: not town.biuld
     |                 ^^^^^^^^^^
  → did you mean “town.build”?`);
  });

  it('hands its parts to a style', () => {
    const [one] = readCase(example).diagnostics;
    const parts: string[] = [];
    printDiagnostic(one!, example, (part, text) => {
      parts.push(part);
      return text;
    });
    expect(new Set(parts)).toEqual(new Set(['place', 'error', 'gutter', 'underline', 'hint']));
  });

  it('underlines by columns of the terminal', () => {
    const lines = first(
      exampleCase('terms: { x: "true" }\nquestions: { q: { ask: 戦争, holds-when: town.biuld } }\n'),
    ).split('\n');
    const at = (line: string) =>
      Array.from(line.slice(0, Math.max(line.indexOf('town.biuld'), line.indexOf('^')))).reduce(
        (sum, one) => sum + columnsOf(one),
        0,
      );
    expect(lines[3]).toMatch(/ \^{10}$/);
    expect(at(lines[3]!)).toBe(at(lines[2]!));
  });

  it('stays within eighty columns and keeps what is underlined in sight', () => {
    for (const lead of [0, 10, 60, 75, 200, 1000]) {
      for (const tail of [0, 50, 300]) {
        const text = exampleCase(
          `terms:\n  x: ${'town.build and '.repeat(Math.floor(lead / 15))}town.biuld${' and town.toll'.repeat(Math.floor(tail / 14))}\n`,
        );
        const lines = first(text).split('\n');
        for (const line of lines.slice(1, 4)) expect(Array.from(line).length).toBeLessThanOrEqual(80);
        const from = lines[3]!.indexOf('^');
        expect(lines[2]!.slice(from, from + 10)).toBe('town.biuld');
      }
    }
  });

  it('knows tabs, wide letters and marks', () => {
    expect(['a', '戦', '\u0301', 'é', '🙂', '｡'].map(columnsOf)).toEqual([1, 2, 0, 1, 2, 1]);
  });
});

describe('a very long line', () => {
  it.each([0, 500, 5_000, 60_000])('is shown around the place, %i characters in', (before) => {
    const filler = '🌉x '.repeat(before / 3);
    const text = `${filler}HERE${' y🌉'.repeat(20_000)}`;
    const column = [...filler].length + 1;
    const printed = printDiagnostic(
      {
        code: 'import-value',
        severity: 'error',
        message: 'wrong',
        file: 'x.gmcr',
        range: { line: 1, column, endLine: 1, endColumn: column + 4 },
      },
      text,
    );
    const [, line, marks] = printed.split('\n');
    const columns = (part: string) => Array.from(part).reduce((sum, one) => sum + columnsOf(one), 0);
    expect(columns(line!.slice(0, line!.indexOf('HERE')))).toBe(marks!.indexOf('^^^^'));
    expect(columns(line!)).toBeLessThanOrEqual(80);
    expect(line!.includes('| …')).toBe(before > 100);
  });
});
