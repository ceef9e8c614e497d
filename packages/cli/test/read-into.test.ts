import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCase } from '@demarche/case';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { demarche, matches } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-into-'));
afterAll(() => rmSync(folder, { recursive: true }));

const own = join(folder, 'mine');
const file = join(own, 'case.yaml');
const pier = join(folder, 'pier.md');
const words =
  '# Pier shut\n\nBerta Kohl said that the quay would hold.\n\n“It is sound,” said Mayor Karl Brandt.\n';

beforeEach(() => {
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  writeFileSync(file, newCase({ title: 'Who shuts the pier?' }));
  writeFileSync(pier, words);
});

test('a source becomes statements of a case that is sound; a second time nothing happens', () => {
  const before = readFileSync(file, 'utf8');
  const { status, out } = demarche(['read', pier, '--into', own]);
  expect(status).toBe(0);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(out).toContain('2 statements added: s01, s02');
  const after = readFileSync(file, 'utf8');
  expect(after.startsWith(before)).toBe(true);
  expect(readdirSync(join(own, 'sources'))).toEqual(['pier-shut.txt']);
  const check = demarche(['check', own]);
  expect(check.status).toBe(0);
  expect(check.out).toContain('Anchors: 2 verified, 0 unverified, 0 failed');
  expect(check.out.replace(/\s+/g, ' ')).toContain('2 statements wait to be sorted');
  const again = demarche(['read', pier, '--into', own, '--json']);
  const line = JSON.parse(again.out);
  matches('read', line);
  expect(line.into).toMatchObject({ source: 'pier-shut', new: false, added: [], overlapping: [] });
  expect(line.into.already.map((one: { id: string }) => one.id)).toEqual(['s01', 's02']);
  expect(readFileSync(file, 'utf8')).toBe(after);
});

test('without its text, offsets and hashes are kept, and whoever has it can check them', () => {
  const text = join(folder, 'pier.txt');
  demarche(['read', pier, '--into', own, '--no-text', '--as', 'paper', '--text-out', text]);
  expect(existsSync(join(own, 'sources'))).toBe(false);
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('sha256:');
  expect(written).not.toContain('sound');
  expect(demarche(['check', own, '--source', `paper=${text}`]).out).toContain('2 verified');
});

test('a file that lies in the case is not kept twice', () => {
  const inside = join(own, 'notes.txt');
  writeFileSync(inside, 'Berta Kohl said that the quay would hold.\n');
  demarche(['read', inside, '--into', own]);
  expect(readFileSync(file, 'utf8')).toContain('text: notes.txt');
  expect(existsSync(join(own, 'sources'))).toBe(false);
});

test('the source with another text is refused, and told what to do', () => {
  demarche(['read', pier, '--into', own, '--as', 'paper']);
  const before = readFileSync(file, 'utf8');
  writeFileSync(pier, words.replace('quay', 'old quay'));
  const { status, err } = demarche(['read', pier, '--into', own, '--as', 'paper']);
  expect(status).toBe(2);
  expect(err).toContain('another one by now');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('a case with a mistake, or one that cannot be written, is left as it is, and no text stays behind', () => {
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, `${sound}nonsense: 1\n`);
  const { status, err } = demarche(['read', pier, '--into', own]);
  expect(status).toBe(1);
  expect(err).toContain('nothing was added');
  expect(readFileSync(file, 'utf8')).toBe(`${sound}nonsense: 1\n`);
  expect(existsSync(join(own, 'sources'))).toBe(false);
  if (process.getuid?.() === 0) return;
  writeFileSync(file, sound);
  chmodSync(own, 0o500);
  expect(demarche(['read', pier, '--into', own]).status).toBe(2);
  chmodSync(own, 0o700);
  expect(readdirSync(own)).toEqual(['case.yaml']);
});

test('what an analyst coded stays line by line, and what overlaps it is listed', () => {
  cpSync('cases/tutorial', join(folder, 'tutorial'), { recursive: true });
  const tunnel = join(folder, 'tutorial/case.yaml');
  const before = readFileSync(tunnel, 'utf8').split('\n');
  const source = 'cases/tutorial/sources/analysis.txt';
  const { out } = demarche(['read', source, '--into', tunnel]);
  expect(out).toContain('each overlaps');
  const after = readFileSync(tunnel, 'utf8').split('\n');
  let at = 0;
  for (const line of before) {
    while (at < after.length && after[at] !== line) at++;
    expect(at, line).toBeLessThan(after.length);
    at++;
  }
  expect(after.length - before.length).toBeLessThan(30);
});
