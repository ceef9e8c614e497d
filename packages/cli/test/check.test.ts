import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demarche, jsonOf, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file with ten mistakes', () => {
  const path = 'packages/cli/test/files/ten-mistakes.yaml';
  const places: readonly (readonly [string, number, number])[] = [
    ['unknown-source', 6, 13],
    ['unknown-key', 14, 5],
    ['unknown-name', 16, 13],
    ['term-cycle', 17, 10],
    ['expression-syntax', 20, 19],
    ['unknown-option', 22, 5],
    ['unknown-statement', 26, 48],
    ['negative-weight', 27, 50],
    ['empty-order', 29, 14],
    ['unknown-reading', 31, 18],
  ];

  it('check gives ten diagnostics, each at its place, and status 1', () => {
    const before = readdirSync(join(root, 'packages/cli/test/files'));
    const { status, out, err } = demarche(['check', path, '--json']);
    expect(status).toBe(1);
    expect(err).toBe('');
    const result = JSON.parse(out);
    matches('check', result);
    const met = result.diagnostics
      .filter(({ severity }: { severity: string }) => severity === 'error')
      .map((one: { code: string; range: { line: number; column: number } }) => [
        one.code,
        one.range.line,
        one.range.column,
      ]);
    expect(met).toEqual(places);
    expect(readdirSync(join(root, 'packages/cli/test/files'))).toEqual(before);
  });

  it('every other command says the same on stderr, prints nothing and stops with 1', () => {
    for (const command of ['answer', 'solve', 'reach', 'hinge']) {
      const { status, out, err } = demarche([command, path]);
      expect(status).toBe(1);
      expect(out).toBe('');
      for (const [, line, column] of places) expect(err).toContain(`${path}:${line}:${column}: error:`);
      expect(err.match(/: error:/g)).toHaveLength(10);
    }
  });

  it('underlines, and offers the nearest name', () => {
    const { out } = demarche(['check', path]);
    expect(out).toContain('town.bild');
    expect(out).toContain('town.build');
    expect(out).toContain('^^^^');
  });
});

describe('check of a sound case', () => {
  it('counts anchors and says how much of the source is used', () => {
    const { status, out, err } = demarche(['check', 'cases/tutorial']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/Anchors: 35 verified, 0 unverified, 0 failed\./);
    expect(out.replace(/\s+/g, ' ')).toMatch(/\d+% of the text of “.*” \(analysis\) lies inside statements/);
  });

  it('lists the passages that lie in no statement, with their first words', () => {
    const { out } = demarche(['check', 'cases/tutorial', '--full']);
    expect(out).toMatch(/^ {2}\d+\.\.\d+ \S/m);
    const { coverage } = jsonOf(['check', 'cases/tutorial']);
    expect(coverage[0].uncovered.length).toBe(out.match(/^ {2}\d+\.\.\d+ /gm)!.length);
    expect(JSON.stringify(coverage)).not.toContain('tunnel');
  });

  it('an anchor that fails is an error', () => {
    const text = readFileSync(join(root, 'cases/tutorial/sources/analysis.txt'), 'utf8');
    const other = join(folder, 'other.txt');
    writeFileSync(other, text.replace('February', 'Febrtary'));
    const { status, out } = demarche(['check', 'cases/tutorial', '--source', `analysis=${other}`, '--json']);
    expect(status).toBe(1);
    const { diagnostics, anchors } = JSON.parse(out);
    expect(anchors.failed).toBeGreaterThan(0);
    expect(diagnostics.map(({ code }: { code: string }) => code)).toContain('anchor-hash');
  });
});

const base = `demarche: 1
title: A lock that is missing
actors:
  north: { options: { give: Give, take: Take } }
  south: { options: { pay: Pay } }
joint:
  deal: { name: A deal, by: [north, south] }
now: []
opens: { north.give: deal }
`;

describe('lints that need the answers', () => {
  it('a question with one answer everywhere', () => {
    const file = join(folder, 'same.yaml');
    writeFileSync(
      file,
      `${base}readings:
  north: { a: { prefers: [not north.give] }, b: { prefers: [not north.give, not north.take] } }
  south: { a: { prefers: [not south.pay] }, b: { prefers: [not south.pay, north.take] } }
questions: { given: { ask: "Given?", holds-when: north.give } }
`,
    );
    const { out, status } = demarche(['check', file]);
    expect(status).toBe(0);
    expect(out).toContain('(same-answer)');
  });

  it('a deal that fails because a part of it would be taken back', () => {
    const file = join(folder, 'lock.yaml');
    const rest = `readings:
  north: { a: { prefers: [south.pay, not north.give] } }
  south: { a: { prefers: [north.give, not south.pay] } }
questions: { given: { ask: "Given?", holds-when: north.give and south.pay } }
`;
    const locked = 'binds: { north.give: south.pay }\n';
    const model = base.replace('opens: { north.give: deal }', 'irreversible: [south.pay]');
    writeFileSync(file, `${model}${rest}`);
    expect(demarche(['check', file]).out).toContain('(unlocked-deal)');
    writeFileSync(file, `${model}${locked}${rest}`);
    expect(demarche(['check', file]).out).not.toContain('(unlocked-deal)');
  });
});
