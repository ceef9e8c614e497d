import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { demarche, matches } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a report is verified, and one that somebody changed is not', () => {
  const file = join(folder, 'report.html');
  demarche(['answer', 'fixtures/oracle/doubt.yaml', '--report', file, '--quiet']);
  const { status, out } = demarche(['verify', file]);
  expect([status, out]).toEqual([0, expect.stringContaining('everything stands')]);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\["(?:yes|no)"/, '["unsettled"'));
  const changed = demarche(['verify', file]);
  expect([changed.status, changed.out.replace(/\s+/g, ' ')]).toEqual([
    1,
    expect.stringContaining('the report says unsettled'),
  ]);
  const { status: again, out: json } = demarche(['verify', file, '--json']);
  expect(again).toBe(1);
  matches('verify', JSON.parse(json));
});

it('what is no report is refused in words', () => {
  const file = join(folder, 'no-report.html');
  writeFileSync(file, '<!doctype html><p>Hello');
  for (const path of [file, join(folder, 'nowhere.html'), folder]) {
    const { status, out, err } = demarche(['verify', path]);
    expect([status, out]).toEqual([2, '']);
    expect(err).not.toMatch(/\n {4}at /);
  }
});
