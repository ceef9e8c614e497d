import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'demarche-packed-'));
const project = join(folder, 'project');
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

function run(command: string, args: readonly string[], cwd = project) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function bytesIn(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

beforeAll(() => {
  const packed = join(folder, 'packed');
  const made = run(process.execPath, [join(root, 'tools/pack.ts'), packed], root);
  expect(made.err).toBe('');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const all = readdirSync(packed).map((name) => join(packed, name));
  expect(all).toHaveLength(10);
  // The reader, the workbench and the solver for large conflicts are optional: whoever wants them installs them beside.
  const tarballs = all.filter((name) => !/demarche-(source|symbolic|workbench)-/.test(name));
  const installed = run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs]);
  expect(installed.status, installed.err).toBe(0);
}, 120_000);

/** What npm publishes, installed by somebody who has nothing else. */
describe('the packed packages, installed together into an empty project', () => {
  const bin = () => join(project, 'node_modules/demarche/bin/demarche.js');

  it('the command answers a case and writes a report', () => {
    const said = run(process.execPath, [
      bin(),
      'answer',
      join(root, 'cases/tutorial'),
      '--report',
      'report.html',
    ]);
    expect(said).toMatchObject({ status: 0, err: 'wrote report.html\n' });
    expect(said.out).toContain('What it hangs on');
    expect(readFileSync(join(project, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
    const here = join(folder, 'here.html');
    const inRepo = run(
      process.execPath,
      ['packages/cli/bin/demarche.js', 'answer', 'cases/tutorial', '--json', '--quiet', '--report', here],
      root,
    );
    // The script that was built beforehand is the one that is built when it is asked for.
    expect(readFileSync(join(project, 'report.html'), 'utf8')).toBe(readFileSync(here, 'utf8'));
    expect(run(process.execPath, [bin(), 'verify', 'report.html'])).toMatchObject({ status: 0, err: '' });
    const packed = run(process.execPath, [bin(), 'answer', join(root, 'cases/tutorial'), '--json']);
    expect(JSON.parse(packed.out).questions).toEqual(JSON.parse(inRepo.out).questions);
  });

  it('a sweep runs on threads, from built JavaScript, with the bytes of the repository', () => {
    const sweep = ['sweep', join(root, 'cases/tutorial'), '--samples', '120', '--threads', '2', '--quiet'];
    const packed = run(process.execPath, [bin(), ...sweep, '--out', 'counts.ndjson']);
    expect(packed).toMatchObject({ status: 0, err: '' });
    const here = join(project, 'here.ndjson');
    run(process.execPath, ['packages/cli/bin/demarche.js', ...sweep, '--out', here], root);
    expect(readFileSync(join(project, 'counts.ndjson'), 'utf8')).toBe(readFileSync(here, 'utf8'));
  });

  it('a new case is written and answered', () => {
    expect(run(process.execPath, [bin(), 'new', 'Who moves first?', '--out', 'mine']).status).toBe(0);
    expect(run(process.execPath, [bin(), 'answer', 'mine']).status).toBe(0);
  });

  it('the example of the library’s README runs, and its types are found', () => {
    const readme = readFileSync(join(project, 'node_modules/@demarche/analysis/README.md'), 'utf8');
    const example = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
    writeFileSync(join(project, 'example.ts'), example);
    const said = run(process.execPath, ['example.ts']);
    expect(said).toMatchObject({ status: 0, err: '' });
    const expected = /console\.log\(.*\/\/ (.*)/.exec(example)?.[1];
    if (expected) expect(said.out.trim()).toBe(expected.trim());
    const checked = run(join(root, 'node_modules/.bin/tsc'), [
      ...[
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        '--lib',
        'es2024,dom',
        '--types',
        '',
      ],
      'example.ts',
    ]);
    expect(checked).toMatchObject({ status: 0, out: '' });
  });

  it('read says what it needs where the reader is not installed', () => {
    writeFileSync(join(project, 'quay.txt'), 'The quay will hold, said Berta Kohl.');
    const { status, err } = run(process.execPath, [bin(), 'read', 'quay.txt']);
    expect(status).toBe(2);
    expect(err).toContain('npm install @demarche/source');
  });

  it('the reader of sources is installed beside it, and reads', () => {
    const extra = join(folder, 'reader');
    mkdirSync(extra);
    writeFileSync(join(extra, 'package.json'), '{ "private": true, "type": "module" }');
    const tarballs = readdirSync(join(folder, 'packed'))
      .filter((name) => /^demarche-(?:source|case|engine)-/.test(name))
      .map((name) => join(folder, 'packed', name));
    const installed = run(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs],
      extra,
    );
    expect(installed.status, installed.err).toBe(0);
    writeFileSync(
      join(extra, 'read.js'),
      `import { writeFileSync } from 'node:fs';
import { readText } from '@demarche/source';
import { loadSource } from '@demarche/source/node';
console.log(readText('The bridge is safe, Berta Kohl said.').speakers[0].name);
writeFileSync('page.html', '<p>The bridge is safe.');
await loadSource('page.html').catch((error) => console.log(error.name, error.packages.join(' ')));`,
    );
    // What reads HTML is optional again; a thread of its own finds out, from built JavaScript.
    expect(run(process.execPath, ['read.js'], extra)).toMatchObject({
      status: 0,
      out: 'Berta Kohl\nMissingPackage @mozilla/readability linkedom\n',
      err: '',
    });
  });

  it('open says what it needs, and with the workbench installed beside it serves the built page', async () => {
    const without = run(process.execPath, [bin(), 'open', '--no-browser']);
    expect([without.status, without.err]).toEqual([
      2,
      expect.stringContaining('npm install @demarche/workbench'),
    ]);
    const extra = join(folder, 'workbench');
    mkdirSync(extra);
    writeFileSync(join(extra, 'package.json'), '{ "private": true, "type": "module" }');
    const tarballs = readdirSync(join(folder, 'packed'))
      .filter((name) => !/^demarche-source-/.test(name))
      .map((name) => join(folder, 'packed', name));
    const installed = run(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs],
      extra,
    );
    expect(installed.status, installed.err).toBe(0);
    const server = spawn(
      process.execPath,
      [join(extra, 'node_modules/demarche/bin/demarche.js'), 'open', '--no-browser', '--quiet'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      const url = line.toString().trim();
      const entered = await fetch(url, { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
      const page = await (await fetch(new URL('/', url), { headers: { cookie } })).text();
      const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)![1]!;
      expect((await fetch(new URL(script, url), { headers: { cookie } })).status).toBe(200);
    } finally {
      server.kill('SIGINT');
      expect(await once(server, 'exit')).toEqual([0, null]);
    }
  }, 60_000);

  it('is under 25 MB, without a single TypeScript source', () => {
    expect(bytesIn(join(project, 'node_modules'))).toBeLessThan(25_000_000);
    for (const name of [
      'demarche',
      '@demarche/engine',
      '@demarche/case',
      '@demarche/run',
      '@demarche/analysis',
      '@demarche/report',
      '@demarche/argue',
    ]) {
      const files = readdirSync(join(project, 'node_modules', name), { recursive: true }).map(String);
      expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
      expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
    }
  });
});
