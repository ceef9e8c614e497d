import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Code,
  type CodePage,
  codes,
  compileCase,
  exampleCase,
  importText,
  LimitError,
  lintCase,
  readCase,
} from '../src/index.ts';
import { diagnosticsFile, diagnosticsPage } from '../tools/diagnostics.ts';

/** Every code that a text gets on the whole way: reading, lints, compiling. */
function codesOf(example: string, { texts, format }: CodePage) {
  if (format) {
    const { diagnostics } = importText(example, { file: `example.${format}` });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return { got: new Set(diagnostics.map(({ code }) => code)), errors };
  }
  const { case: found, diagnostics, positions } = readCase(exampleCase(example), texts ? { texts } : {});
  const met = [...diagnostics];
  const got = new Set(met.map(({ code }) => code));
  if (!found) return { got, errors: met.filter(({ severity }) => severity === 'error') };
  for (const { code } of lintCase(found, positions!)) got.add(code);
  try {
    compileCase(found);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    got.add(error.code);
  }
  return { got, errors: [] };
}

describe('every code', () => {
  // What a file alone cannot get (unreadable paths, texts that changed) has no example.
  const all = Object.entries(codes).filter(([, page]) => (page as CodePage).example !== undefined);

  it.each(all)('%s is what its example gets, and not what the mended example gets', (code, page) => {
    const { got } = codesOf(page.example!, page);
    expect([...got]).toContain(code);
    const mended = codesOf(page.mended!, page);
    expect(mended.errors).toEqual([]);
    expect([...mended.got]).not.toContain(code);
  });

  it.each(all)('%s: its example is one mistake, not a cascade', (code, page) => {
    const { errors } = codesOf(page.example!, page);
    expect(new Set(errors.map((one) => one.code)).size).toBeLessThanOrEqual(1);
    for (const error of errors) expect(error.code).toBe(code);
  });

  it.each(Object.entries(codes))('%s has a title, an explanation and says what to do', (_, page) => {
    expect(page.title).toMatch(/^[A-Z`]/);
    expect(page.explanation.length).toBeGreaterThan(40);
  });

  it('all have an example but those that no file alone can get', () => {
    const without = Object.entries(codes).flatMap(([code, page]) =>
      page.example === undefined ? [code] : [],
    );
    expect(without.sort()).toEqual([
      'anchor-ambiguous',
      'anchor-changed',
      'anchor-moved',
      'anchor-orphan',
      'unreadable',
    ] satisfies Code[]);
  });
});

it('the reference page is the one that the codes give', () => {
  expect(readFileSync(diagnosticsFile, 'utf8')).toBe(diagnosticsPage());
});
