import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { demarche, jsonOf } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-coalition-'));
afterAll(() => rmSync(folder, { recursive: true }));

const article = 'cases/ukraine-talks-2025';

describe('coalition', () => {
  it('tells a deal of two over the head of a third: who gains, who loses, and that nobody can spoil it', () => {
    const { out, status } = demarche(['coalition', article, '--reading', 'us=big-powers'], { COLUMNS: '80' });
    expect(status).toBe(0);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const said = out.replace(/\s+/g, ' ');
    expect(said).toContain('Russia and United States sign “A settlement over Ukraine');
    expect(said).toContain('Ukraine loses: not “A settlement over Ukraine');
    expect(said).toContain('(5th of its 8 priorities)');
    expect(said).toContain('Nobody outside can spoil it for them');
    expect(said).toContain('Where even coalitions would rest');
  });

  it('gives the same as data', () => {
    const { deals, coalitions, equilibria, common } = jsonOf([
      'coalition',
      article,
      '--reading',
      'us=big-powers',
    ]);
    expect(deals[0]).toMatchObject({ coalition: ['russia', 'us'], from: 17, to: 1105, agreement: true });
    expect(deals[0].losers.map(({ actor }: { actor: string }) => actor)).toEqual(['ukraine', 'europe']);
    expect(coalitions).toHaveLength(15);
    const states = new Set(equilibria);
    for (const code of common) expect(states.has(code)).toBe(true);
    for (const { coalition, leaves } of coalitions) if (coalition.length === 1) expect(leaves).toEqual([]);
  });

  it('asks of a structure, and of outsiders who join forces', () => {
    const settled = (...more: string[]) => jsonOf(['coalition', 'cases/tutorial', '--full', ...more]);
    const alone = settled('--structure', 'torvale+marrin');
    expect(alone.asked).toBe('structure');
    expect(alone.coalitions.map(({ coalition }: { coalition: string[] }) => coalition)).toEqual([
      ['torvale', 'marrin'],
      ['authority'],
    ]);
    const together = settled('--outsiders', 'together');
    const apart = settled();
    for (const [k, { stable }] of apart.coalitions.entries())
      expect(together.coalitions[k].stable).toEqual(expect.arrayContaining(stable));
  });

  test.each([['cases/harbour-graph'], ['packages/cli/test/files/coalesced.yaml']])(
    'goes through %s',
    (file) => {
      jsonOf(['coalition', file, '--full']);
      jsonOf(['coalition', file, '--outsiders', 'together', '--concepts', 'sseq']);
      expect(demarche(['coalition', file]).status).toBe(0);
    },
  );

  test.each([
    [['--coalition', 'torvale,marin'], 'did you mean “marrin”'],
    [['--structure', 'torvale+marrin,marrin'], 'in two coalitions'],
    [['--structure', 'torvale+marrin', '--coalition', 'torvale'], 'were both given'],
    [['--concepts', 'nash,seq'], 'one concept at a time'],
  ])('refuses %j', (args, why) => {
    const { status, err } = demarche(['coalition', 'cases/tutorial', ...args]);
    expect(status).toBe(2);
    expect(err).toContain(why);
  });

  it('says so where there are too many states, with status 3', () => {
    const options = Array.from({ length: 7 }, (_, k) => `      o${k}: Option ${k}\n`).join('');
    const actor = (id: string) => `  ${id}:\n    name: ${id}\n    options:\n${options}`;
    const reading = (id: string) => `  ${id}:\n    r: { label: R, prefers: [${id}.o0] }\n`;
    const file = join(folder, 'wide.yaml');
    writeFileSync(
      file,
      `demarche: 1\ntitle: Wide\nactors:\n${actor('a')}${actor('b')}readings:\n${reading('a')}${reading('b')}`,
    );
    const { status, err } = demarche(['coalition', file, '--quiet']);
    expect(err).toContain('16384 feasible states are more than the 8192');
    expect(status).toBe(3);
  });
});
