import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonOf } from './run.ts';

const root = resolve(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/demarche.js');
const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]): string {
  return execFileSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8' });
}

describe('perceive', () => {
  test('gives every expectation of an oracle', () => {
    const oracle = JSON.parse(readFileSync(join(root, 'fixtures/oracle/doubt.json'), 'utf8')) as {
      readonly expects: readonly {
        readonly actor: string;
        readonly profile: Readonly<Record<string, string>>;
        readonly concept: string;
        readonly answers: unknown;
        readonly rests: unknown;
      }[];
    };
    for (const { actor, profile, concept, answers, rests } of oracle.expects.filter((_, k) => k % 5 === 0)) {
      const readings = Object.entries(profile).flatMap(([id, reading]) => ['--reading', `${id}=${reading}`]);
      const said = JSON.parse(
        run('perceive', 'fixtures/oracle/doubt.yaml', '--json', '--concepts', concept, ...readings),
      ) as {
        readonly expects: readonly {
          readonly actor: string;
          readonly answers: unknown;
          readonly rests: unknown;
        }[];
      };
      expect(said.expects.find((one) => one.actor === actor)).toMatchObject({ answers, rests });
    }
  });

  test('names the surprise of whoever is in for one', () => {
    const text = run(
      'perceive',
      'fixtures/oracle/small.yaml',
      '--concepts',
      'nash',
      '--reading',
      'russia=vassal',
    );
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /us expects things to come to rest with .* \(russia\).*; but there russia drops “truce”, and from there things come to rest/,
    );
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
  });
});

describe('perceive, where a party does not see everything', () => {
  const file = join(folder, 'unseen.yaml');
  writeFileSync(
    file,
    `demarche: 1
title: A gate and a fence
actors:
  north: { name: North, options: { gate: Close the gate, guard: Post a guard } }
  south: { name: South, options: { fence: Build a fence } }
now: []
readings:
  north:
    calm: { label: Calm, prefers: [south.fence, not north.gate, not north.guard] }
    wary: { label: Wary, prefers: [north.guard iff south.fence, south.fence] }
  south: { base: { prefers: [not north.guard, south.fence, not north.gate] } }
beliefs:
  south: { of: { north: { south: base } } }
unaware:
  south: [north.guard]
unperceived:
  south: [north.gate and south.fence]
questions:
  fenced: { ask: Is there a fence?, holds-when: south.fence and not north.guard }
`,
  );

  test('tells who does not see what, and the surprise in one sentence', () => {
    const text = run('perceive', file, '--reading', 'north=wary').replace(/\s+/g, ' ');
    expect(text).toContain('South does not see that “Post a guard” (North) can change.');
    expect(text).toContain('South does not reckon with “north.gate and south.fence”.');
    expect(text).toContain(
      'South expects things to come to rest with “Build a fence” (South); but there North takes up “Post a guard”, and from there things come to rest with “Post a guard” (North) and “Build a fence” (South).',
    );
    expect(text).toContain('South expects “yes” on “Is there a fence?”, and it comes out “no”.');
  });

  test('says so as data', () => {
    const said = jsonOf(['perceive', file, '--reading', 'north=wary']) as unknown as {
      readonly misread: boolean;
      readonly expects: readonly Record<string, unknown>[];
    };
    expect(said.misread).toBe(true);
    expect(said.expects[1]).toMatchObject({
      actor: 'south',
      takes: [],
      unaware: ['north.guard'],
      unperceived: ['north.gate and south.fence'],
      rests: [[4]],
    });
  });

  test('answer has one sentence for each party at most', () => {
    const text = run('answer', file);
    const [, surprises = ''] = text.split('Who is in for a surprise');
    for (const name of ['North', 'South'])
      expect(surprises.match(new RegExp(`${name} expects`, 'g'))).toHaveLength(1);
  });
});

describe('weigh', () => {
  test('gives the posterior of the oracle to six digits', () => {
    const { weigh } = JSON.parse(readFileSync(join(root, 'fixtures/oracle/small.json'), 'utf8')) as {
      readonly weigh: Readonly<Record<string, Readonly<Record<string, number>>>>;
    };
    const { actors } = JSON.parse(run('weigh', 'fixtures/oracle/small.yaml', '--json')) as {
      readonly actors: readonly {
        readonly actor: string;
        readonly posterior: Record<string, { readonly point: number }>;
      }[];
    };
    const russia = actors.find((one) => one.actor === 'russia')!;
    for (const [reading, share] of Object.entries(weigh['grid 0 .5 1 2 4 8 16']!))
      expect(russia.posterior[reading]!.point).toBeCloseTo(share, 5);
  });

  test('keeps to 80 columns', () => {
    const lines = run('weigh', 'cases/tutorial').split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('crux', () => {
  const original = readFileSync(join(root, 'fixtures/oracle/small.yaml'), 'utf8');

  test('finds the one judgement that is planted', () => {
    const file = join(folder, 'other.yaml');
    writeFileSync(
      file,
      original
        .replace('now: [ukraine.truce, us.aid, europe.arm]', 'now: [us.aid, europe.arm]')
        .replace(
          '        - ceasefire\n        - us.bar\n        - not russia.meddle',
          '        - not ceasefire\n        - us.bar\n        - not russia.meddle',
        ),
    );
    const said = JSON.parse(run('crux', 'fixtures/oracle/small.yaml', file, 'lasts', '--json')) as {
      readonly one: string;
      readonly other: string;
      readonly sets: readonly (readonly number[])[];
      readonly differences: readonly { readonly id: string }[];
    };
    expect([said.one, said.other]).toEqual(['yes', 'no']);
    expect(said.sets).toHaveLength(1);
    expect(said.sets[0]!.map((k) => said.differences[k]!.id)).toEqual(['russia.wants-peace.1']);
  });

  test('refuses what is not one conflict, with status 2 and what is wrong', () => {
    const done = spawnSync(
      process.execPath,
      [bin, 'crux', 'fixtures/oracle/small.yaml', 'fixtures/oracle/doubt.yaml', 'lasts'],
      { cwd: root, encoding: 'utf8' },
    );
    expect(done.status).toBe(2);
    expect(done.stderr).toContain('the actors differ');
  });
});

describe('crux with --otherwise', () => {
  const list =
    'readings.torvale.hold.prefers=[not marrin.road, authority.lease, not marrin.bar, not torvale.open, not danger]';

  test('names the judgement of the reader that the answer hangs on', () => {
    const said = jsonOf([
      ...['crux', 'cases/tutorial', 'nights', '--reading', 'torvale=hold'],
      ...['--otherwise', list, '--otherwise', 'opens.authority.lease='],
    ]);
    expect([said.one, said.other]).toEqual(['no', 'yes']);
    expect(said.differences.map(({ kind }: { kind: string }) => kind)).toEqual(['gate', 'priority']);
    expect(said.sets).toEqual([[1]]);
    expect(said.differences[1].becauseOne).not.toEqual([]);
  });

  test.each([
    [['nights', '--otherwise', 'now.7=marrin.bar'], 'there is no now.7 in the case'],
    [['nights', '--otherwise', 'now=[nonsense]'], 'there is no option or fact'],
    [['cases/tutorial', 'nights', '--otherwise', 'now=[]'], 'were both given'],
    [['nights'], 'needs a second case'],
    [['nights', '--blind', '--otherwise', 'now=[nonsense]'], 'check the values'],
  ])('refuses %s', (args, why) => {
    const done = spawnSync(process.execPath, [bin, 'crux', 'cases/tutorial', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(done.status).toBe(2);
    expect(done.stderr).toContain(why);
  });
});

describe('invert', () => {
  test('finds the swap of priorities that the tutorial makes by hand, and solves it again', () => {
    const said = JSON.parse(
      run('invert', 'cases/tutorial', 'nights', '--reading', 'torvale=hold', '--json'),
    ) as {
      readonly exhausted: boolean;
      readonly changes: readonly { readonly parts: readonly Record<string, unknown>[] }[];
    };
    expect(said.exhausted).toBe(true);
    expect(said.changes.flatMap(({ parts }) => parts)).toContainEqual(
      expect.objectContaining({
        kind: 'reorder',
        actor: 'torvale',
        reading: 'hold',
        that: 'not torvale.open',
        way: 'down',
        by: 1,
      }),
    );
  });
});

test.each([
  ['perceive', 'cases/tutorial', '--reading', 'torvale=hold'],
  ['perceive', 'cases/ukraine-talks-2025', '--reading', 'russia=vassal-state'],
  ['weigh', 'cases/tutorial'],
  ['weigh', 'cases/ukraine-talks-2025'],
  ['coalition', 'cases/tutorial', '--full'],
  ['coalition', 'cases/tutorial', '--structure', 'torvale+marrin', '--concepts', 'nash'],
  ['coalition', 'cases/ukraine-talks-2025', '--coalition', 'russia,us', '--outsiders', 'together'],
  ['crux', 'cases/tutorial', 'cases/tutorial', 'nights'],
  ['invert', 'cases/tutorial', 'nights'],
  ['invert', 'cases/tutorial', 'nights', '--beliefs', 'as-held', '--wanted', 'no'],
])('%s %s %s: its JSON fits its schema', (...args) => {
  expect(jsonOf(args.filter((one) => one !== undefined)).demarche).toMatch(/^\d/);
});
