import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './run.ts';

const place = mkdtempSync(join(tmpdir(), 'demarche-interview-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const bin = join(root, 'packages/cli/bin/demarche.js');
const fixture = join(root, 'fixtures/own-article');
cpSync(join(fixture, 'article.txt'), join(place, 'article.txt'));
const replies = readFileSync(join(fixture, 'replies.txt'), 'utf8');
const lines = replies.trimEnd().split('\n');

function demarche(args: readonly string[], input = '') {
  const { COLUMNS: _, ...env } = process.env;
  const done = spawnSync(process.execPath, [bin, ...args], {
    cwd: place,
    encoding: 'utf8',
    input,
    env: { ...env, NO_COLOR: '1' },
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}
const file = (...path: readonly string[]) => readFileSync(join(place, ...path), 'utf8');
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

test('the page about one’s own article: every command runs and prints what the page shows', () => {
  const page = readFileSync(join(root, 'docs/own-article.md'), 'utf8');
  mkdirSync(join(place, 'fixtures'), { recursive: true });
  cpSync(fixture, join(place, 'fixtures/own-article'), { recursive: true });
  let shown = '';
  let seen = 0;
  for (const [, language, body] of page.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)) {
    if (language === 'sh') {
      const { COLUMNS: _, ...env } = process.env;
      const { status, stdout, stderr } = spawnSync(
        'sh',
        ['-e', '-c', `npx() { shift; "$NODE" "$BIN" "$@"; }\n${body}`],
        { cwd: place, encoding: 'utf8', env: { ...env, NODE: process.execPath, BIN: bin, NO_COLOR: '1' } },
      );
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
      shown = flat(stdout);
    } else {
      // Where the page leaves something out, it says so.
      for (const piece of body!.split(/^…$/m)) expect(shown).toContain(flat(piece));
      seen++;
    }
  }
  expect(seen).toBeGreaterThanOrEqual(4);
});

test('stopped anywhere, the case answers and tells what is assumed; gone on with, it is the same case', () => {
  const [first, rest] = [lines.slice(0, 12), lines.slice(12)];
  const stopped = demarche(['new', '--from', 'article.txt', '--out', 'stopped'], `${first.join('\n')}\nq\n`);
  expect(stopped.status).toBe(0);
  expect(flat(stopped.out)).toContain('Nobody was asked what matters to North Korea');
  expect(flat(stopped.out)).toContain('go on: demarche new --resume --out stopped');
  const answered = demarche(['answer', 'stopped', '--json', '--quiet']);
  expect(answered.status).toBe(0);
  expect(JSON.parse(answered.out).questions.length).toBeGreaterThan(0);

  const done = demarche(['new', '--resume', '--out', 'stopped'], `${rest.join('\n')}\n`);
  expect([done.status, done.err]).toEqual([0, '']);
  demarche(['new', '--from', 'article.txt', '--out', 'whole', '--quiet'], replies);
  expect(file('stopped', 'case.yaml')).toBe(file('whole', 'case.yaml'));
  expect(demarche(['check', 'whole', '--quiet']).out).toContain('2 verified, 0 unverified, 0 failed');
});

test('without leave the text is not kept: nothing in the folder holds its words', () => {
  const kept = lines.with(2, 'no');
  expect(demarche(['new', '--from', 'article.txt', '--out', 'bare'], `${kept.join('\n')}\n`).status).toBe(0);
  expect(existsSync(join(place, 'bare/sources'))).toBe(false);
  const text = file('article.txt');
  for (const name of ['case.yaml', 'interview.json']) {
    const words = file('bare', name);
    for (const sentence of text.split(/[.”"\n]+/).filter((one) => one.split(' ').length > 9))
      expect(words).not.toContain(sentence.trim());
  }
  const copied = kept.with(19, 'would respond, militarily, within 48 hours if the broadcasts do not stop');
  const refused = demarche(['new', '--from', 'article.txt', '--out', 'copied'], `${copied.join('\n')}\n`);
  expect(refused.status).toBe(2);
  expect(flat(refused.out)).toContain('six words in a row stand in the text');
  expect(flat(refused.out)).toContain('Stopped at a reply that does not fit');
  expect(demarche(['answer', 'copied', '--quiet']).status).toBe(0);
});

test('nothing is written over: a case that is there, a case that was changed since, another text', () => {
  expect(demarche(['new', '--from', 'article.txt', '--out', 'there'], 'A\nq\n').status).toBe(0);
  const again = demarche(['new', '--from', 'article.txt', '--out', 'there'], '');
  expect(again.status).toBe(2);
  expect(again.err).toContain('is there already');
  writeFileSync(join(place, 'other.txt'), 'Berta Kohl said the quay would hold.\n');
  expect(demarche(['new', '--resume', '--from', 'other.txt', '--out', 'there'], '').err).toContain(
    'another text',
  );
  writeFileSync(join(place, 'there/case.yaml'), `${file('there', 'case.yaml')}# mine\n`);
  const changed = demarche(['new', '--resume', '--out', 'there'], 'x\n');
  expect([changed.status, changed.out]).toEqual([2, '']);
  expect(changed.err).toContain('was changed since the interview');
  expect(file('there', 'case.yaml')).toContain('# mine');
  writeFileSync(join(place, 'there/interview.json'), '{"interview": 1, "replies": 3}');
  expect(demarche(['new', '--resume', '--out', 'there'], '')).toMatchObject({ status: 2, out: '' });
  expect(demarche(['new', '--resume', '--out', 'nowhere'], '').err).toContain('no interview to go on with');
});
