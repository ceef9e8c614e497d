import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partOf, share, whole } from '../src/numbers.ts';
import { demarche, jsonOf, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tutorial = 'cases/tutorial';
const at = (name: string) => join(folder, name);
const bytes = (name: string) => readFileSync(at(name), 'utf8');
/** Long enough that a run can be met on its way. */
const long = ['--samples', '2000', '--threads', '1'];

function swept(args: readonly string[]) {
  const done = demarche(['sweep', tutorial, '--quiet', ...args]);
  expect(done.err).toBe('');
  expect(done.status).toBe(0);
  return done.out;
}

type Ended = {
  readonly status: number | null;
  readonly by: string | null;
  readonly out: string;
  readonly err: string;
};

/** Starts a run and sends it a signal when the time has come. */
async function signalled(
  args: readonly string[],
  signal: NodeJS.Signals,
  due: (running: () => boolean) => Promise<void>,
): Promise<Ended> {
  const child = spawn(process.execPath, ['packages/cli/bin/demarche.js', 'sweep', tutorial, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = once(child, 'close');
  await due(() => child.exitCode === null);
  child.kill(signal);
  const [status, by] = await ended;
  return { status, by, out, err };
}

/** Cuts a run as soon as it has saved something. On a busy machine it may be done before the signal comes: then once more. */
async function cut(args: readonly string[], file: string, signal: NodeJS.Signals): Promise<Ended> {
  for (let tries = 1; ; tries++) {
    const ended = await signalled([...args, '--out', at(file)], signal, async (running) => {
      while (!existsSync(at(`${file}.part`)) && running()) await wait(3);
    });
    const met = signal === 'SIGKILL' ? ended.by === signal : ended.status === 130;
    if ((met && !existsSync(at(file))) || tries === 20) return ended;
    rmSync(at(file), { force: true });
    rmSync(at(`${file}.part`), { force: true });
  }
}

let told = '';
beforeAll(() => {
  told = swept([...long, '--out', at('whole.ndjson')]);
});

describe('the same bytes', () => {
  it('on two threads', () => {
    expect(swept(['--samples', '2000', '--threads', '2', '--out', at('two.ndjson')])).toBe(told);
    expect(bytes('two.ndjson')).toBe(bytes('whole.ndjson'));
  });

  it.each([1, 2, 7])('from %i shards, the first of them killed and resumed', async (of) => {
    const name = (index: number) => `shard-${index}-of-${of}.ndjson`;
    const args = (index: number) => [...long, '--shard', `${index}/${of}`];
    expect((await cut(args(1), name(1), 'SIGKILL')).by).toBe('SIGKILL');
    expect(existsSync(at(name(1)))).toBe(false);
    if (of === 2) {
      const refused = demarche(['sweep', tutorial, ...args(1), '--out', at(name(1))]);
      expect(refused.status).toBe(2);
      expect(refused.err).toContain('--resume');
      const unfinished = demarche(['merge', tutorial, at(`${name(1)}.part`)]);
      expect(unfinished.status).toBe(2);
      expect(unfinished.err).toContain('run it again with --resume');
    }
    for (let index = 1; index <= of; index++)
      expect(swept([...args(index), '--out', at(name(index)), '--resume'])).toBe('');
    expect(existsSync(at(`${name(1)}.part`))).toBe(false);
    const files = Array.from({ length: of }, (_, k) => at(name(k + 1))).reverse();
    const merged = demarche(['merge', tutorial, ...files, '--out', at('merged.ndjson'), '--quiet']);
    expect([merged.status, merged.err]).toEqual([0, '']);
    expect(bytes('merged.ndjson')).toBe(bytes('whole.ndjson'));
    expect(merged.out).toBe(told);
  });
});

describe('an interrupt', () => {
  it.each([
    ['1', 'SIGINT'],
    ['2', 'SIGTERM'],
  ] as const)('keeps what was counted, and says how to go on (%s threads, %s)', async (threads, signal) => {
    const args = ['--samples', '2000', '--threads', threads];
    const name = `cut-${threads}.ndjson`;
    const { status, out, err } = await cut(args, name, signal);
    expect(status).toBe(130);
    expect(out).toBe('');
    expect(err).toMatch(/^stopped after \d+ of 2000 samples, kept in .*--resume goes on\n$/);
    const { counted } = JSON.parse(bytes(`${name}.part`).split('\n')[0]!);
    expect(counted).toBeLessThan(2000);
    const resumed = demarche(['sweep', tutorial, ...args, '--out', at(name), '--resume']);
    expect(resumed.err).toContain(`going on after ${counted} samples`);
    expect(bytes(name)).toBe(bytes('whole.ndjson'));
    if (threads === '2') return;
    // Nothing is left to do: the counts are read.
    expect(swept([...args, '--out', at(name), '--resume'])).toBe(told);
  });

  it('without a file prints what was counted', async () => {
    let ended: Ended;
    let time = 1000;
    // Until it was met after its first part.
    do {
      time *= 2;
      ended = await signalled(['--samples', '1000000', '--threads', '1'], 'SIGINT', () => wait(time));
    } while (ended.out === '' && time < 30_000);
    expect(ended.status).toBe(130);
    expect(ended.err).toMatch(/stopped after \d+ of 1000000 samples; with --out/);
    expect(ended.out.replace(/\s+/g, ' ')).toMatch(/It was interrupted after \d+ of 1000000 samples\./);
  });
});

describe('the result', () => {
  it('as JSON fits its schema, of a sweep and of a merge', () => {
    const args = [
      '--samples',
      '120',
      '--dispersion',
      '.4',
      '--model',
      'plackett-luce',
      '--reading',
      'torvale=hold',
    ];
    const one = jsonOf(['sweep', tutorial, ...args, '--out', at('json.ndjson')]);
    expect(one.samples).toBe(120);
    expect(one.settings).toMatchObject({
      dispersion: 0.4,
      model: 'plackett-luce',
      reading: { torvale: 'hold' },
    });
    expect(one.interval.kind).toBe('clopper-pearson');
    const [first] = one.questions;
    const counts = Object.values(first.answers as Record<string, { count: number }>).map(
      ({ count }) => count,
    );
    expect(counts.reduce((sum, count) => sum + count, 0) + one.none.count).toBe(120);
    const { status, out } = demarche(['merge', tutorial, at('json.ndjson'), '--json', '--quiet']);
    expect(status).toBe(0);
    matches('merge', JSON.parse(out));
    expect(JSON.parse(out)).toEqual(one);
  });

  it.each(['answers', 'equilibria'])(
    'as JSON fits its schema where only %s are counted, also put together',
    (only) => {
      const file = at(`${only}.ndjson`);
      const one = jsonOf(['sweep', tutorial, '--samples', '40', '--only', only, '--out', file]);
      expect(one.settings.only).toBe(only);
      expect(one.questions.length > 0).toBe(only === 'answers');
      expect(one.states !== undefined).toBe(only === 'equilibria');
      const { out } = demarche(['merge', tutorial, file, '--json', '--quiet']);
      expect(JSON.parse(out)).toEqual(one);
    },
  );

  it('stops early where the answers are known closely enough', () => {
    const found = jsonOf(['sweep', tutorial, '--samples', '50000', '--until-width', '0.3', '--full']);
    expect(found.stopped).toBe('narrow-enough');
    expect(found.samples).toBeLessThan(1000);
    expect(found.interval.kind).toBe('confidence-sequence');
    for (const { answers } of found.questions)
      for (const { low, high } of Object.values(answers as Record<string, { low: number; high: number }>))
        expect(high - low).toBeLessThanOrEqual(0.3);
  });

  it('a blind one names nobody, in the terminal, as JSON, in its files and on its page', () => {
    const args = [
      '--samples',
      '100',
      '--threads',
      '1',
      '--blind',
      '--reading',
      'torvale=hold',
      '--without',
      's16',
    ];
    const text = swept([...args, '--out', at('blind.ndjson'), '--report', at('blind.html')]);
    const data = swept([...args, '--json']);
    for (const one of [text, data, bytes('blind.ndjson'), bytes('blind.html')]) {
      expect(one).not.toMatch(/torvale|marrin|okoro|tunnel|s16/i);
      expect(one.length).toBeGreaterThan(500);
    }
    const merged = demarche(['merge', tutorial, at('blind.ndjson'), '--blind', '--quiet']);
    expect(merged.status).toBe(0);
    expect(merged.out.split('All ')[0]).toBe(text.split('All ')[0]);
  });
});

describe('wrong usage ends with 2', () => {
  it.each([
    [['--shard', '1/2'], '--out'],
    [['--shard', '1/2', '--out', 'x', '--until-width', '.1'], 'shard'],
    [['--out', 'x', '--checkpoint', './x'], 'one file'],
    [['--concepts', 'nash,seq'], 'one concept'],
  ])('%j', (args, said) => {
    const { status, out, err } = demarche(['sweep', tutorial, ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('numbers are read strictly', () => {
    expect(whole('12', '--n', 1)).toBe(12);
    expect(share('.25', '--x')).toBe(0.25);
    expect(partOf('3/16', '--shard')).toEqual({ index: 3, of: 16 });
    for (const text of ['', '-1', '1e3', '1.5', '0x1', '65'])
      expect(() => whole(text, '--n', 0, 64), text).toThrow('--n');
    for (const text of ['', '-0.1', '1.2', '1e-2', '.'])
      expect(() => share(text, '--x'), text).toThrow('--x');
    for (const text of ['', '3', '0/2', '3/2', '1/2/3'])
      expect(() => partOf(text, '--shard'), text).toThrow('a part');
  });

  it('merge: what is not one sweep, all at once', () => {
    swept([...long, '--shard', '2/2', '--seed', '2', '--out', at('other')]);
    writeFileSync(at('hello'), 'hello');
    const { status, out, err } = demarche(['merge', tutorial, at('whole.ndjson'), at('other'), at('hello')]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`${at('other')} has seed 2, not 1`);
    expect(err).toContain(`${at('hello')} is no file of counts`);
    expect(err).toContain('overlap: both are for samples 1000 to 1999');
  });

  it('resume: what is of another sweep', () => {
    const args = [...long, '--seed', '5', '--out', at('whole.ndjson'), '--resume'];
    const { status, err } = demarche(['sweep', tutorial, ...args]);
    expect(status).toBe(2);
    expect(err).toContain('seed 1, not 5');
  });
});
