import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type LargeShape, largeCase } from './large-case.ts';
import { demarche, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, shape: LargeShape): string {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, largeCase(shape));
  return path;
}

const strict = file('strict', { actors: 10, each: 4, seed: 2 });
const weak = file('weak', { actors: 20, each: 4, seed: 3, strict: false });

function json(args: readonly string[], status = 0) {
  const done = demarche([...args, '--json', '--quiet']);
  expect([done.status, done.err]).toEqual([status, '']);
  return JSON.parse(done.out);
}

describe('solve of a case with 40 options', () => {
  it('finds all Nash equilibria; each holds when asked for by itself, and one beside it does not', () => {
    const told = json(['solve', strict]);
    matches('solve', told);
    expect(told.states).toBe(null);
    expect(told.settings.engine).toBe('symbolic');
    expect(told.concepts).toEqual(['nash']);
    expect(Object.keys(told.refused)).toEqual(['gmr', 'smr', 'seq', 'sseq']);
    expect(told.truncated).toEqual([]);
    expect(told.count.nash).toBeGreaterThan(1);
    expect(told.cubes.nash).toHaveLength(told.count.nash);
    const codes = told.cubes.nash.map((cube: string) => Number.parseInt([...cube].reverse().join(''), 2));
    expect(codes.toSorted((a: number, b: number) => a - b)).toEqual(told.equilibria.nash);
    const state: string = told.cubes.nash[0];
    const one = json(['solve', strict, '--state', state, '--concepts', 'nash,seq,sseq']);
    matches('solve-state', one);
    expect(one).toMatchObject({
      state,
      code: codes[0],
      equilibrium: { nash: 'yes', seq: 'yes', sseq: 'yes' },
    });
    expect(json(['solve', strict, '--state', String(codes[0]), '--concepts', 'nash'])).toMatchObject({
      state,
    });
    const first = state[0] === '1' ? `0${state.slice(1)}` : `1${state.slice(1)}`;
    const beside = demarche(['solve', strict, '--state', first, '--concepts', 'nash']);
    expect(beside.out + beside.err).toMatch(/it is none; not stable for Party 1|not feasible/);
  });

  it('a limit cuts the list, which is told, and ends with 3', () => {
    const told = json(['solve', weak, '--concepts', 'nash', '--limit', '20'], 3);
    matches('solve', told);
    expect(told.cubes.nash).toHaveLength(20);
    expect(told.atLeast).toEqual({ nash: 'cubes' });
    expect(told.truncated).toEqual(['nash']);
    const size = (cube: string) => 2 ** [...cube].filter((mark) => mark === '-').length;
    expect(told.count.nash).toBe(told.cubes.nash.reduce((sum: number, cube: string) => sum + size(cube), 0));
  });

  it('counts and codes from 2^53 up are strings', () => {
    const path = join(folder, 'free.yaml');
    const options = Array.from({ length: 60 }, (_, k) => `o${k}: Option ${k}`).join(', ');
    writeFileSync(
      path,
      `demarche: 1\ntitle: Free\nactors: { a: { options: { ${options} } }, b: { options: { go: Go } } }\nreadings: { a: { r: { prefers: [a.o1] } }, b: { r: { prefers: [b.go] } } }\n`,
    );
    const told = json(['solve', path]);
    matches('solve', told);
    expect(told.count).toEqual(
      Object.fromEntries(['nash', 'gmr', 'smr'].map((one) => [one, String(2n ** 59n)])),
    );
    expect(told.cubes.nash).toEqual([`-1${'-'.repeat(58)}1`]);
    expect(told.equilibria.nash).toEqual([]);
    const one = json(['solve', path, '--state', `01${'0'.repeat(58)}1`, '--concepts', 'nash']);
    expect(one.code).toBe(String(2n ** 60n + 2n));
    expect(one.equilibrium).toEqual({ nash: 'yes' });
  });

  it('few feasible states are listed, and every concept is told', () => {
    const path = join(folder, 'sparse.yaml');
    const ids = Array.from({ length: 36 }, (_, k) => `a${1 + Math.floor(k / 6)}.o${1 + (k % 6)}`);
    writeFileSync(
      path,
      `${largeCase({ actors: 6, each: 6, seed: 5, patterns: 0 })}  - "at least 3 of (${ids.join(', ')})"\n`,
    );
    const told = json(['solve', path]);
    matches('solve', told);
    expect(told.states).toBe(1 + 36 + (36 * 35) / 2);
    expect(told.settings.engine).toBe('compact');
    expect(told.concepts).toEqual(['nash', 'gmr', 'smr', 'seq', 'sseq']);
    expect(told.count.nash).toBeGreaterThan(0);
    for (const concept of ['seq', 'sseq'])
      expect(told.cubes[concept]).toEqual(expect.arrayContaining(told.cubes.nash));
    const forced = json(['solve', path, '--engine', 'symbolic', '--concepts', 'nash']);
    expect(forced.equilibria.nash).toEqual(told.equilibria.nash);
  });

  it('--engine symbolic says of a small case what listing says', () => {
    const small = 'fixtures/oracle/small.yaml';
    const listed = json(['solve', small, '--concepts', 'nash']);
    const symbolic = json(['solve', small, '--concepts', 'nash', '--engine', 'symbolic']);
    expect(symbolic.equilibria).toEqual(listed.equilibria);
    expect(symbolic.count.nash).toBe(listed.equilibria.nash.length);
  });

  it('what needs a list of all states is refused beforehand, with how many there may be and the way out', () => {
    const path = join(folder, 'now.yaml');
    writeFileSync(path, largeCase({ actors: 10, each: 4, seed: 2, patterns: 1, more: 'now: [a1.o1]\n' }));
    for (const command of ['answer', 'coalition']) {
      const { status, out, err } = demarche([command, path, '--quiet']);
      expect([command, status, out]).toEqual([command, 3, '']);
      expect(err).toMatch(/40 options make up to 1\.1e\+12 states.*too-large[\s\S]*→ .*demarche solve/);
    }
    expect(demarche(['check', path]).status).toBe(0);
    const table = demarche(['solve', path, '--table']);
    expect([table.status, table.out]).toEqual([3, '']);
  });

  it('check still sees what cannot be', () => {
    const path = join(folder, 'wrong.yaml');
    const more = '  - "a1.o1 and not a2.o2"\nnow: [a1.o1]\n';
    writeFileSync(path, largeCase({ actors: 10, each: 4, seed: 2, patterns: 1, more }));
    const { status, out } = demarche(['check', path]);
    expect(status).toBe(1);
    expect(out).toContain('now-infeasible');
  });

  it('Ctrl-C prints what was found, and ends with 130', async () => {
    for (let time = 500; ; time *= 2) {
      const args = ['solve', weak, '--concepts', 'nash', '--limit', '10000000', '--quiet'];
      const child = spawn(process.execPath, ['packages/cli/bin/demarche.js', ...args], { cwd: root });
      let [out, err] = ['', ''];
      child.stdout.on('data', (data) => {
        out += data;
      });
      child.stderr.on('data', (data) => {
        err += data;
      });
      const ended = once(child, 'close');
      await wait(time);
      child.kill('SIGINT');
      const [status] = await ended;
      // Before it hears signals it ends by them; then once more, later.
      if (status !== 130 && time < 20_000) continue;
      expect(status).toBe(130);
      expect(out).toMatch(/nash: at least [\d ]+ states; the search was interrupted/);
      expect(err).toContain('stopped');
      return;
    }
  });
});
