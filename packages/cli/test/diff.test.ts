import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCase } from '@demarche/case';
import { afterAll, describe, expect, it } from 'vitest';
import { demarche, jsonOf, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tutorial = 'cases/tutorial';
const text = readFileSync(join(root, tutorial, 'case.yaml'), 'utf8');
const other = join(folder, 'other.yaml');
writeFileSync(
  other,
  text
    .replace('accord:', 'zqdeal:')
    .replaceAll(/\baccord\b(?!:)/g, 'zqdeal')
    .replace(/\nnow: .*/, '\nnow: []'),
);

describe('diff', () => {
  it('of a case with itself finds nothing', () => {
    const same = jsonOf(['diff', tutorial, tutorial]);
    expect(same).toMatchObject({ same: true, differences: [] });
    expect(same.answers.length).toBeGreaterThan(1);
    for (const { shared, changed, cells } of same.answers) {
      expect(shared).toBeGreaterThan(0);
      expect([changed, cells]).toEqual([0, []]);
    }
    expect(demarche(['diff', tutorial, tutorial]).out).toContain('The two cases say the same.');
  });

  it('tells what differs with places, and what becomes of the answers', () => {
    const found = jsonOf(['diff', tutorial, other]);
    expect(found.same).toBe(false);
    const option = found.differences.filter(({ kind }: { kind: string }) => kind === 'option');
    expect(option).toMatchObject([
      { id: 'option.accord', change: 'removed', placeOne: { column: 3 } },
      { id: 'option.zqdeal', change: 'added', placeOther: { column: 3 } },
    ]);
    const lines = text.split('\n');
    expect(lines[option[0].placeOne.line - 1]).toContain('accord:');
    const { out, status } = demarche(['diff', tutorial, other, '--full']);
    expect(status).toBe(0);
    expect(out).toContain('zqdeal');
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it('is narrowed by --reading, --scenario and --concepts', () => {
    const found = jsonOf([
      'diff',
      tutorial,
      other,
      '--reading',
      'torvale=hold',
      '--scenario',
      'none',
      '--concepts',
      'nash',
    ]);
    for (const { cells } of found.answers)
      for (const { profile, scenario, concept } of cells)
        expect([profile.torvale, scenario, concept]).toEqual(['hold', null, 'nash']);
  });

  it('--blind names nobody', () => {
    const found = readCase(text).case!;
    const names = [
      ...found.actors.flatMap(({ id, name }) => [id, name]),
      ...found.options.flatMap(({ id, name }) => [id, name]),
      ...found.questions.map(({ ask }) => ask),
      'zqdeal',
      'tunnel',
    ];
    for (const args of [['--blind'], ['--blind', '--full'], ['--blind', '--json']]) {
      const { out, err, status } = demarche(['diff', tutorial, other, ...args]);
      expect(status).toBe(0);
      for (const name of names) expect(out + err, name).not.toContain(name);
      if (args[1] === '--json') {
        matches('diff', JSON.parse(out));
        const open = jsonOf(['diff', tutorial, other]);
        expect(JSON.parse(out).differences.map(({ kind }: { kind: string }) => kind)).toEqual(
          open.differences.map(({ kind }: { kind: string }) => kind),
        );
      }
    }
  });

  it('a case with errors ends with 1, one that is not there with 2', () => {
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, text.replace('\nactors:', '\nactor:'));
    expect(demarche(['diff', tutorial, broken])).toMatchObject({ status: 1, out: '' });
    expect(demarche(['diff', tutorial, join(folder, 'nowhere')]).status).toBe(2);
    expect(demarche(['diff', tutorial]).status).toBe(2);
  });
});
