import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const bytes = file('bytes.txt', new Uint8Array([0xff, 0xfe, 0x80, 0x00]));
  const { status, out, err } = demarche(['read', good, bytes, join(folder, 'nowhere.txt')]);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('bytes.txt: it is no text in UTF-8');
  expect(err).toContain('nowhere.txt: there is no such file');
});
