import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { demarche, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const analysis = 'cases/tutorial/sources/analysis.txt';

test('one JSON object a line and file, as the schema says', () => {
  const quay = file('quay.txt', 'The quay will hold, said Berta Kohl.\n');
  const { status, out, err } = demarche(['read', analysis, quay, '--json']);
  expect([status, err]).toEqual([0, '']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) matches('read', line);
  expect(lines.map((line) => line.file)).toEqual([analysis, quay]);
  const bytes = readFileSync(join(root, analysis));
  expect(lines[0].sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const points = Array.from(bytes.toString('utf8'));
  expect(lines[0].length).toBe(points.length);
  expect(lines[0].statements.length).toBeGreaterThan(15);
  for (const { speaker } of lines[0].statements)
    if (speaker) expect(points.slice(speaker.start, speaker.end).join('')).toBe(speaker.text);
  expect(lines[1].speakers).toEqual([
    { id: 'w1', name: 'Berta Kohl', kind: 'person', aliases: [], roles: [], affiliations: [] },
  ]);
});

test('the listing says who, how and where, within the width', () => {
  const path = file(
    'mayor.txt',
    'Former Mayor Karl Brandt said the quay would hold. “It is sound,” Mayor Karl Brandt said.\n',
  );
  const { status, out } = demarche(['read', path], { COLUMNS: '60' });
  expect(status).toBe(0);
  for (const line of out.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(60);
  expect(out).toContain('30..49: Karl Brandt');
  expect(out).toContain('“It is sound,”');
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Karl Brandt is introduced as having left the office of mayor (0..24) and as holding it (66..83).',
  );
});

test('long passages are cut unless all is asked for', () => {
  const long = Array.from({ length: 60 }, (_, k) => `word${k}`).join(' ');
  const path = file('long.txt', `Berta Kohl said that the quay is old and ${long}.\n`);
  expect(demarche(['read', path]).out).toContain('…');
  expect(demarche(['read', path]).out).not.toContain('word30');
  expect(demarche(['read', path, '--full']).out).toContain('word30');
});

test('what a text holds cannot steer the terminal', () => {
  const path = file('steer.txt', 'Berta Kohl said the \u001b[31mquay\u202e would\u0007 hold.\n');
  const { out } = demarche(['read', path]);
  expect(out).toContain('quay');
  for (const one of ['\u001b', '\u202e', '\u0007']) expect(out).not.toContain(one);
});

test('a text that reports nothing says so, an empty one too', () => {
  for (const text of ['', 'The town is quiet.\n']) {
    const { status, out } = demarche(['read', file('quiet.txt', text)]);
    expect(status).toBe(0);
    expect(out).toContain('No passage');
  }
});

test('files that cannot be read end with 2, all named at once, and none is read', () => {
  const good = file('good.txt', 'The quay will hold, said Berta Kohl.\n');
  const bytes = file('bytes.txt', new Uint8Array([0x7f, 0x45, 0xff, 0x80, 0x00]));
  const pdf = file('broken.pdf', '%PDF-1.7 and no more');
  const { status, out, err } = demarche(['read', good, bytes, pdf, join(folder, 'nowhere.txt'), folder]);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('bytes.txt: it is no text');
  expect(err).toContain('broken.pdf: it is no PDF that can be read');
  expect(err).toContain('nowhere.txt: there is no such file');
  expect(err).toContain('it is a folder');
});

const page = `<!doctype html><html lang="en"><head><title>Pier shut</title>
<meta property="article:published_time" content="2026-06-12"></head><body><nav>Home said the menu</nav><article><h1>Pier shut</h1>
<p>The harbour board said on Monday that the pier would stay shut until the autumn, and that nothing had been decided.</p>
<p>Berta Kohl, who leads the board, said: “We see no reason to hurry.” The council of the town was not so sure of that.</p>
</article><footer>Scroll to Top</footer></body></html>`;

test('a page is read as its words; --text-out keeps them, and offsets stand in them', () => {
  const path = file('pier.html', page);
  const kept = join(folder, 'pier.txt');
  const { status, out, err } = demarche(['read', path, '--json', '--text-out', kept]);
  expect([status, err]).toEqual([0, '']);
  const line = JSON.parse(out);
  matches('read', line);
  expect(line).toMatchObject({
    format: 'html',
    verbatim: false,
    text: kept,
    source: { title: 'Pier shut', published: '2026-06-12', language: 'en' },
  });
  const bytes = readFileSync(kept);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(line.sha256);
  const points = Array.from(bytes.toString('utf8'));
  expect(line.length).toBe(points.length);
  expect(points.join('')).not.toContain('menu');
  for (const { speaker } of line.statements)
    expect(points.slice(speaker.start, speaker.end).join('')).toBe(speaker.text);
  // What is kept is read as the same.
  const again = JSON.parse(demarche(['read', kept, '--json']).out);
  expect(again.statements).toEqual(line.statements);
  expect(demarche(['read', path, '--text-out', kept]).status).toBe(0);
  expect(demarche(['read', analysis, '--text-out', kept])).toMatchObject({ status: 2, out: '' });
  expect(readFileSync(kept).equals(bytes)).toBe(true);
});

test('several texts are kept in a folder, each under a name of its own', () => {
  const to = join(folder, 'texts');
  const sources = [analysis, file('analysis.md', '# Pier\n\nThe quay will hold, said Berta Kohl.\n')];
  expect(demarche(['read', ...sources, '--text-out', to]).err).toContain('make the folder first');
  mkdirSync(to);
  expect(demarche(['read', ...sources, '--text-out', to]).status).toBe(0);
  expect(readdirSync(to).sort()).toEqual(['analysis-2.txt', 'analysis.txt']);
});

test('a page of the web: this machine only where it is allowed, and where it was found', async () => {
  const server = createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html' }).end(page),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pier`;
  try {
    // Not by spawnSync, which would keep the server from answering.
    const run = (args: readonly string[]) =>
      new Promise<{ readonly status: number; readonly out: string; readonly err: string }>((done) =>
        execFile(
          process.execPath,
          ['packages/cli/bin/demarche.js', ...args],
          { cwd: root },
          (error, out, err) => done({ status: Number(error?.code ?? 0), out, err }),
        ),
      );
    const refused = await run(['read', url]);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toContain('--allow-local');
    const { status, out } = await run(['read', url, '--allow-local', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ file: url, source: { url, title: 'Pier shut' } });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
