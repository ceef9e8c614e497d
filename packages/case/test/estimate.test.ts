import { describe, expect, it } from 'vitest';
import { compileCase } from '../src/compile.ts';
import { readCase } from '../src/read.ts';

const caseOf = (options: number, more = '') => {
  const own = Array.from({ length: options }, (_, k) => `o${k}: Option ${k}`).join(', ');
  const text = `demarche: 1\ntitle: Many\nactors: { a: { options: { ${own} } }, b: { options: { go: Go } } }\nreadings: { a: { r: { prefers: [a.o1] } }, b: { r: { prefers: [b.go] } } }\n${more}`;
  return readCase(text).case!;
};

describe('what will not fit is refused before it is listed', () => {
  it('with states, bytes, time and the way out', () => {
    const found = caseOf(29);
    expect(() => compileCase(found)).toThrow(
      /^about 1\.1e\+9 feasible states, some 36 GB and 4 minutes: at most 67108864 states can be listed/,
    );
    expect(() => compileCase(found)).toThrow(expect.objectContaining({ estimate: 2 ** 30 }));
    expect(() => compileCase(found)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('symbolic') }),
    );
  });

  it('what is impossible, and what a scenario fixes, is reckoned with', () => {
    const half = caseOf(27, 'impossible: [a.o0]\n');
    expect(() => compileCase(half)).toThrow(/about 1\.[34]e\+8 feasible/);
    const fixed = `now: []\nscenarios:\n  s: { fix: { ${Array.from({ length: 20 }, (_, k) => `a.o${k}: true`).join(', ')} } }\n`;
    const found = caseOf(29, fixed);
    expect(compileCase(found, 's').structure.codes).toHaveLength(2 ** 10);
    expect(() => compileCase(found)).toThrow(/too|feasible/);
  });

  it('what is sparse is listed', () => {
    const ids = Array.from({ length: 28 }, (_, k) => `a.o${k}`).join(', ');
    const found = caseOf(28, `impossible: ["at least 2 of (${ids})"]\n`);
    expect(compileCase(found).structure.codes).toHaveLength(2 * 29);
  });
});
