import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { anchorHash, exampleCase } from '../src/index.ts';
import { loadCase } from '../src/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-case-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'The toll will rise in May.';
const sources = (path: string) =>
  exampleCase(`sources: { paper: { text: ${path} } }
statements: { s1: { in: paper, at: 4..8, hash: ${anchorHash('toll')} } }
`);
function caseAt(name: string, content: string | Uint8Array) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'case.yaml'), content);
  return join(folder, name);
}
writeFileSync(join(folder, 'outside.txt'), text);

describe('loading', () => {
  it('takes a folder or its file, and the texts in it', () => {
    const at = caseAt('sound', sources('sources/paper.txt'));
    mkdirSync(join(at, 'sources'));
    writeFileSync(join(at, 'sources', 'paper.txt'), text);
    for (const path of [at, join(at, 'case.yaml')]) {
      const { case: found, diagnostics } = loadCase(path);
      expect(diagnostics).toEqual([]);
      expect(found!.statements[0]!.anchor).toBe('verified');
    }
  });

  it('takes the text given for a source', () => {
    const at = caseAt('given', sources('paper.txt'));
    expect(loadCase(at).diagnostics.map(({ code }) => code)).toEqual(['anchor-unverified']);
    expect(loadCase(at, { sources: { paper: join(folder, 'outside.txt') } }).diagnostics).toEqual([]);
    expect(loadCase(at, { sources: { paper: join(folder, 'nowhere.txt') } }).diagnostics).toMatchObject([
      { code: 'unreadable' },
    ]);
  });

  it('reads no text outside the folder, not even by a link', () => {
    const at = caseAt('outside', sources('../outside.txt'));
    expect(loadCase(at).case!.statements[0]!.anchor).toBe('unverified');
    const link = caseAt('link', sources('paper.txt'));
    symlinkSync(join(folder, 'outside.txt'), join(link, 'paper.txt'));
    expect(loadCase(link).case!.statements[0]!.anchor).toBe('unverified');
  });

  it.each([
    ['nowhere', 'there is no such file'],
    [caseAt('binary', new Uint8Array([0xff, 0xfe, 0])), 'no text in UTF-8'],
    [caseAt('huge', 'x'.repeat(17_000_000)), 'bytes, at most'],
  ])('says why %s cannot be read', (path, why) => {
    const { case: found, diagnostics } = loadCase(path);
    expect(found).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'unreadable', severity: 'error' }]);
    expect(diagnostics[0]!.message).toContain(why);
  });
});
