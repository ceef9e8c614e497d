import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCase } from '@demarche/case';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { demarche, matches } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-reanchor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const own = join(folder, 'tunnel');
const file = join(own, 'case.yaml');
const text = join(own, 'sources/analysis.txt');
const today = join(folder, 'today.txt');
const original = readFileSync('cases/tutorial/sources/analysis.txt', 'utf8');

beforeEach(() => {
  rmSync(own, { recursive: true, force: true });
  cpSync('cases/tutorial', own, { recursive: true });
});

const shifted = `A line that was not there.\n\n${original}`;
const outcomes = (line: { sources: { statements: { outcome: string }[] }[] }) =>
  line.sources[0]!.statements.map(({ outcome }) => outcome);

test('a text that moved is followed by hashes alone, written when told, and then the case is sound', () => {
  writeFileSync(text, shifted);
  const before = readFileSync(file, 'utf8');
  const dry = demarche(['reanchor', own]);
  expect(dry.status).toBe(0);
  expect(dry.out).toContain('word for word');
  for (const line of dry.out.split('\n').filter((one) => !one.includes(folder)))
    expect(line.length).toBeLessThanOrEqual(80);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(demarche(['reanchor', own, '--write']).out).toContain(`wrote ${file}`);
  expect(demarche(['check', own])).toMatchObject({ status: 0 });
  const statements = (path: string, words: string) =>
    readCase(readFileSync(path, 'utf8'), { textOf: () => words }).case!.statements;
  const now = statements(file, shifted);
  statements('cases/tutorial/case.yaml', original).forEach(({ at, hash }, k) => {
    expect(now[k]).toMatchObject({ hash, anchor: 'verified' });
    expect(now[k]!.at!.start).toBe(at!.start + 28);
  });
  // Nothing but places and the sha256 of the text differ.
  const lines = readFileSync(file, 'utf8').split('\n');
  before.split('\n').forEach((line, k) => {
    if (!/^ {4}(?:at|sha256):/.test(line)) expect(lines[k]).toBe(line);
  });
});

test('check says where passages are that moved, and which wait to be confirmed', () => {
  writeFileSync(today, shifted.replace('drops stones', 'drops a stone'));
  const { status, out } = demarche(['check', own, '--source', `analysis=${today}`]);
  expect(status).toBe(1);
  expect(out).toContain('(anchor-moved)');
  expect(out).toContain('(anchor-changed)');
  expect(out).toContain('--accept s02 --write');
});

test('what changed is written only when it is confirmed, and then the kept text is the new one', () => {
  const edited = shifted.replace('drops stones', 'drops a stone');
  writeFileSync(today, edited);
  const args = ['reanchor', own, '--source', `analysis=${today}`];
  const before = readFileSync(file, 'utf8');
  const open = demarche([...args, '--write']);
  expect(open.status).toBe(1);
  expect(open.out).toContain('please confirm');
  expect(open.out.replace(/\s+/g, ' ')).toContain('drops a stone');
  expect(open.err).toContain('nothing was written');
  expect([readFileSync(file, 'utf8'), readFileSync(text, 'utf8')]).toEqual([before, original]);
  const { status, out } = demarche([...args, '--accept', 's02', '--write', '--json']);
  expect(status).toBe(0);
  const line = JSON.parse(out);
  matches('reanchor', line);
  expect(line.wrote).toEqual([text, file]);
  expect(line.sources[0].hadOldText).toBe(true);
  expect(readFileSync(text, 'utf8')).toBe(edited);
  expect(demarche(['check', own]).out).toContain('Anchors: 35 verified, 0 unverified, 0 failed');
});

test('a passage that is gone stays open: left to check, or placed by hand', () => {
  const sentence = original.slice(622, 701);
  writeFileSync(text, shifted.replace(sentence, 'Nothing of the kind was ever said here.'));
  expect(demarche(['reanchor', own, '--write', '--leave']).status).toBe(1);
  const check = demarche(['check', own]);
  expect(check.status).toBe(1);
  expect(check.out).toContain('“s03”');
  expect(check.out).not.toContain('“s04”');
  expect(demarche(['reanchor', own, '--place', 's03=650..660', '--write']).status).toBe(0);
  expect(demarche(['check', own]).status).toBe(0);
  expect(demarche(['reanchor', own, '--place', 's99=1..2']).status).toBe(2);
});

test('the old text of a source whose text may not be kept helps to find what was edited', () => {
  const secret = join(folder, 'coded.txt');
  writeFileSync(secret, original);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {4}text: .*\n/m, ''));
  writeFileSync(today, shifted.replace('drops stones', 'drops a stone'));
  const args = ['reanchor', own, '--source', `analysis=${today}`];
  const bare = demarche(args);
  expect(bare.status).toBe(1);
  expect(bare.out).toContain('s02 stands nowhere');
  const known = JSON.parse(demarche([...args, '--was', `analysis=${secret}`, '--json']).out);
  expect(outcomes(known)).not.toContain('orphan');
  expect(outcomes(known).filter((one) => one === 'changed')).toHaveLength(1);
});
