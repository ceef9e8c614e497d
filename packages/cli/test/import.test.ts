import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demarche, jsonOf, matches } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bridge = 'fixtures/exchange/bridge.gmcr';

describe('import', () => {
  it.each([
    [bridge, 'gmcr'],
    ['fixtures/exchange/river.nfg', 'nfg'],
    ['fixtures/exchange/dispute.csv', 'csv'],
  ])('%s becomes a case that solves, whole and never over another', (file, format) => {
    const out = join(folder, 'made', format);
    const made = jsonOf(['import', file, '--out', out]);
    expect(made).toMatchObject({ file, format, wrote: join(out, 'case.yaml'), diagnostics: [] });
    expect(readdirSync(out)).toEqual(['case.yaml']);
    expect(demarche(['check', out]).status).toBe(0);
    expect(jsonOf(['solve', out])).toMatchObject({
      states: made.case.states,
      case: { title: made.case.title },
    });
    const before = readFileSync(join(out, 'case.yaml'), 'utf8');
    const again = demarche(['import', file, '--out', out]);
    expect([again.status, again.out]).toEqual([2, '']);
    expect(again.err).toContain('is there already');
    expect(readFileSync(join(out, 'case.yaml'), 'utf8')).toBe(before);
  });

  it('without --out prints the case, with --out x.yaml writes that file', () => {
    const { out, err, status } = demarche(['import', bridge]);
    expect([status, err]).toEqual([0, '']);
    const file = join(folder, 'bridge.yaml');
    const told = demarche(['import', bridge, '--out', file]);
    expect(readFileSync(file, 'utf8')).toBe(out);
    expect(told.out).toContain('3 actors, 4 options, 12 feasible states.');
    for (const line of told.out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    expect(jsonOf(['import', bridge]).text).toBe(out);
  });

  it('warnings go to stderr, and nowhere with --quiet', () => {
    const file = 'fixtures/exchange/coalitions.gmcr';
    expect(demarche(['import', file]).err).toContain(`${file}:7:35: warning:`);
    expect(demarche(['import', file, '--quiet']).err).toBe('');
  });

  it('mistakes end with 1, each with its place, and nothing is written', () => {
    const file = join(folder, 'broken.gmcr');
    writeFileSync(file, readFileSync(bridge, 'utf8').replaceAll('"N"', '"n"'));
    const out = join(folder, 'broken');
    const { status, out: said, err } = demarche(['import', file, '--out', out]);
    expect([status, said, existsSync(out)]).toEqual([1, '', false]);
    expect(err.match(/broken\.gmcr:\d+:\d+: error: .* \(import-value\)/g)).toHaveLength(10);
    expect(err).not.toMatch(/\n\s+at /);
    const json = demarche(['import', file, '--json']);
    expect(json.status).toBe(1);
    matches('import', JSON.parse(json.out));
  });

  it('a limit ends with 3, no file, no text and a folder with 2', () => {
    const large = join(folder, 'large.gmcr');
    writeFileSync(large, '['.repeat(100_000));
    expect(demarche(['import', large])).toMatchObject({ status: 3, out: '' });
    const binary = join(folder, 'binary.gmcr');
    writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    for (const file of [join(folder, 'nowhere.gmcr'), folder, binary])
      expect(demarche(['import', file])).toMatchObject({ status: 2, out: '' });
    expect(demarche(['import', bridge, '--format', 'efg']).status).toBe(2);
    expect(demarche(['import', bridge, '--format', 'nfg']).status).toBe(1);
  });

  it('says where it cannot write', () => {
    const file = join(folder, 'in-the-way');
    writeFileSync(file, '');
    const { status, err } = demarche(['import', bridge, '--out', join(file, 'case')]);
    expect(status).toBe(2);
    expect(err).toContain('cannot write');
  });
});
