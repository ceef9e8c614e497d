import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editCase } from '@demarche/case';
import { afterAll, expect, test } from 'vitest';
import { demarche, jsonOf, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-decide-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tutorial(name: string): string {
  const place = join(folder, name);
  cpSync(join(root, 'cases/tutorial'), place, { recursive: true });
  const file = join(place, 'case.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    editCase(text, [
      {
        kind: 'extend',
        path: ['statements'],
        value: {
          p1: { in: 'analysis', at: '10..40', by: 'Pelle Quist', kind: 'aim', gist: 'g', proposed: 'm' },
        },
      },
    ]),
  );
  return place;
}

/** What a command prints, without the hash of the file, its name and places in it. */
const numbers = (command: string, path: string) =>
  JSON.stringify(jsonOf([command, path]), (key, value) =>
    ['sha256', 'file', 'line'].includes(key) ? undefined : value,
  );

test('a proposal changes no answer, weight or hinge; accepted, it is a statement', () => {
  const place = tutorial('one');
  for (const command of ['answer', 'weigh', 'hinge'])
    expect(numbers(command, place)).toBe(numbers(command, 'cases/tutorial'));
  const exported = (path: string) => demarche(['export', path, '--to', 'annotations']).out;
  expect(exported(place)).not.toContain('Pelle Quist');
  expect(demarche(['check', place]).out.replace(/\s+/g, ' ')).toContain('1 proposal of a model waits');
  expect(jsonOf(['check', place]).proposals).toBe(1);
  expect(demarche(['uses', place, 'p1']).status).toBe(2);
  const accepted = demarche(['accept', place, 'p1', '--json']);
  expect(accepted).toMatchObject({ status: 0, err: '' });
  matches('accept', JSON.parse(accepted.out));
  expect(jsonOf(['check', place]).proposals).toBe(0);
  expect(exported(place)).toContain('Pelle Quist');
  expect(readFileSync(join(place, 'case.yaml'), 'utf8')).toMatch(
    /decided:\n {2}- statement: p1\n {4}model: m/,
  );
});

test('rejected, it is gone and the decision stays; an unknown id changes nothing', () => {
  const place = tutorial('two');
  const before = readFileSync(join(place, 'case.yaml'), 'utf8');
  expect(demarche(['reject', place, 'p2'])).toMatchObject({ status: 2 });
  expect(readFileSync(join(place, 'case.yaml'), 'utf8')).toBe(before);
  expect(demarche(['reject', place]).out).toContain('p1: Pelle Quist, aim');
  expect(jsonOf(['reject', place, 'p1'])).toMatchObject({
    decision: 'rejected',
    decided: ['p1'],
    waiting: [],
  });
  const after = readFileSync(join(place, 'case.yaml'), 'utf8');
  expect(after).not.toContain('  p1:');
  expect(after).toContain('decision: rejected');
});
