import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { largeCase } from './large-case.ts';
import { demarche } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('solve says the same of two million combinations on one thread and on several, and by every back end', () => {
  const path = join(folder, 'case.yaml');
  writeFileSync(path, largeCase({ actors: 3, each: 7, seed: 4, patterns: 2 }));
  const told = (...args: string[]) => {
    const done = demarche(['solve', path, '--json', '--quiet', '--limit', '500', ...args]);
    expect([done.status, done.err]).toEqual([0, '']);
    const { settings, ...rest } = JSON.parse(done.out);
    return { engine: settings.engine as string, rest };
  };
  const one = told('--threads', '1');
  expect(one.engine).toBe('dense');
  expect(one.rest.count.seq).toBeGreaterThan(0);
  expect(told('--threads', '3')).toEqual(one);
  expect(told('--engine', 'compact').rest).toEqual(one.rest);
});

it('threads are a whole number', () => {
  const done = demarche(['solve', join(folder, 'case.yaml'), '--threads', 'many']);
  expect(done.status).toBe(2);
  expect(done.err).toMatch(/--threads/);
});
