import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCase } from '@demarche/case';
import { afterAll, describe, expect, it } from 'vitest';
import { demarche, jsonOf, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tutorial = 'cases/tutorial';

describe('export', () => {
  it('refuses what a format cannot hold, each thing by name and place, with 2', () => {
    const file = join(folder, 'refused.gmcr');
    const { status, out, err } = demarche(['export', tutorial, '--out', file]);
    expect([status, out]).toEqual([2, '']);
    for (const said of ['the joint option “accord”', 'the gate of “authority.lease”', 'the statements “s01”'])
      expect(err).toContain(said);
    expect(err.replace(/\s+/g, ' ')).toMatch(/“accord” \(cases\/tutorial\/case\.yaml:\d+:\d+\)/);
    for (const line of err.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    expect(readdirSync(folder)).toEqual([]);
    const json = demarche(['export', tutorial, '--format', 'gmcr', '--json']);
    expect([json.status, json.err]).toEqual([2, '']);
    const value = JSON.parse(json.out);
    matches('export', value);
    expect(value).toMatchObject({ refused: true, wrote: null });
  });

  it('--lossy drops and lists it, and the file comes back', () => {
    const file = join(folder, 'tunnel.gmcr');
    const { status, out, err } = demarche(['export', tutorial, '--lossy', '--out', file]);
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain('Dropped, so that results may differ:');
    expect(err).toContain(`wrote ${file}`);
    const back = jsonOf(['import', file]);
    expect(back.case).toMatchObject({ actors: 3, options: 5, states: 32 });
    const again = demarche(['export', tutorial, '--lossy', '--out', file]);
    expect([again.status, again.err.includes('is there already')]).toEqual([2, true]);
    expect(demarche(['export', tutorial, '--lossy', '--out', file, '--force', '--quiet'])).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    rmSync(file);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('what imports with nothing lost exports without a word', () => {
    const file = join(folder, 'bridge.yaml');
    demarche(['import', 'fixtures/exchange/bridge.gmcr', '--out', file]);
    const { status, out, err } = demarche(['export', file, '--format', 'gmcr']);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out).decisionMakers.map(({ name }: { name: string }) => name)).toEqual([
      'The town',
      'The ferry',
      'The bank',
    ]);
    rmSync(file);
  });

  it.each(['results', 'graphml', 'dot'])(
    'results as %s, for the profile and scenario asked for',
    (format) => {
      const made = jsonOf([
        'export',
        tutorial,
        '--format',
        format,
        '--reading',
        'torvale=hold',
        '--scenario',
        'unsafe',
      ]);
      expect(made).toMatchObject({
        readings: { torvale: 'hold' },
        scenario: 'unsafe',
        losses: [],
        refused: false,
      });
      expect(made.text).toContain('Keep the tunnel open at night');
    },
  );

  it('the results are those of solve, and the arcs those of the model', () => {
    const solved = jsonOf(['solve', tutorial, '--full']);
    const { text } = jsonOf(['export', tutorial, '--format', 'results']);
    const [head, ...rows] = (text as string)
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]!);
    expect(column('state').map(Number)).toEqual(solved.feasible);
    for (const concept of solved.concepts as string[]) {
      const taken = (name: string) =>
        solved.feasible.filter((_: number, k: number) => column(name)[k] === 'Y');
      expect(taken(concept)).toEqual(solved.equilibria[concept]);
      for (const actor of solved.actors as string[])
        expect(taken(`${concept} ${actor}`)).toEqual(solved.stable[concept][actor]);
    }
    const better = column('improvements marrin').filter((one) => one !== '');
    expect(better.length).toBeGreaterThan(0);
    const dot = jsonOf(['export', tutorial, '--format', 'dot']).text as string;
    const graphml = jsonOf(['export', tutorial, '--format', 'graphml']).text as string;
    const arcs = ['torvale', 'marrin', 'authority'].flatMap((actor) =>
      column(`moves ${actor}`).flatMap((one) => (one === '' ? [] : one.split(' '))),
    ).length;
    expect(dot.match(/ -> /g)).toHaveLength(arcs);
    expect(graphml.match(/<edge /g)).toHaveLength(arcs);
    expect(graphml.match(/<node /g)).toHaveLength(solved.states);
  });

  it('what a case says is escaped in every format', () => {
    const nasty = '"]; evil [label="<b>&\\n=cmd|x';
    const file = join(folder, 'nasty.yaml');
    const said = JSON.stringify(nasty);
    writeFileSync(
      file,
      `demarche: 1\ntitle: ${said}\nactors: { a: { name: ${said}, options: { go: ${said} } } }\nreadings: { a: { r: { label: ${said}, prefers: [a.go] } } }\n`,
    );
    const made = (format: string) => jsonOf(['export', file, '--format', format]).text as string;
    expect(made('graphml')).not.toContain('<b>');
    expect(made('graphml')).toContain('&quot;]; evil [label=&quot;&lt;b&gt;&amp;\\n=cmd|x');
    // No quotation mark of the case ends a text of the file.
    for (const line of made('dot').split('\n'))
      expect(line.replace(/\\[\s\S]/g, '').replace(/"[^"]*"/g, '')).not.toContain('evil');
    expect(made('results').split('\r\n')[2]).toContain('"""]; evil [label=""<b>&');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`go: ${said}`, 'go: "=1+1"'));
    expect(made('results')).toContain("'=1+1");
    rmSync(file);
  });

  it('--blind names nobody', () => {
    const found = readCase(readFileSync(join(root, tutorial, 'case.yaml'), 'utf8')).case!;
    const names = [...found.actors, ...found.options].flatMap(({ id, name }) => [id, name]);
    for (const format of ['gmcr', 'nfg', 'csv', 'results', 'graphml', 'dot']) {
      const { out, err } = demarche(['export', tutorial, '--format', format, '--lossy', '--blind']);
      for (const name of [...names, 'tunnel talks']) expect(out + err).not.toContain(name);
      if (format !== 'gmcr' && format !== 'dot') continue;
      const json = demarche(['export', tutorial, '--format', format, '--lossy', '--blind', '--json']);
      matches('export', JSON.parse(json.out));
      for (const name of [...names, 'tunnel talks']) expect(json.out).not.toContain(name);
    }
  });

  it('wrong usage ends with 2, a limit with 3', () => {
    for (const args of [
      [],
      ['--format', 'efg'],
      ['--out', join(folder, 'nowhere', 'x.gmcr')],
      ['--format', 'gmcr', '--out', folder],
    ]) {
      const { status, out } = demarche(['export', tutorial, ...args]);
      expect([args, status, out]).toEqual([args, 2, '']);
    }
    const file = join(folder, 'large.yaml');
    const options = Array.from({ length: 17 }, (_, k) => `o${k}: Option ${k}`).join(', ');
    writeFileSync(
      file,
      `demarche: 1\ntitle: Large\nactors: { a: { options: { ${options} } } }\nreadings: { a: { r: { prefers: [a.o1] } } }\n`,
    );
    for (const format of ['csv', 'nfg', 'graphml'])
      expect(demarche(['export', file, '--format', format])).toMatchObject({ status: 3, out: '' });
    expect(demarche(['export', file, '--format', 'gmcr']).status).toBe(0);
    rmSync(file);
  });
});
