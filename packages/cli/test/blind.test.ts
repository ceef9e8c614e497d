import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Case, readCase } from '@demarche/case';
import { afterAll, describe, expect, it } from 'vitest';
import { randomCase } from '../../case/test/arbitrary-case.ts';
import { cases, demarche, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-blind-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every id, name and piece of prose of a case that could tell who is who. */
function secrets(found: Case): string[] {
  const all = [
    found.title,
    ...found.actors.flatMap(({ id, name }) => [id, name]),
    ...found.options.flatMap(({ id, name }) => [id, name]),
    ...found.facts.flatMap(({ id, name }) => [id, name]),
    ...found.terms.map(({ id }) => id),
    ...found.readings.flat().flatMap(({ id, label, heldBy }) => [id, label, ...heldBy]),
    ...found.scenarios.flatMap(({ id, label }) => [id, label]),
    ...found.questions.flatMap(({ id, ask }) => [id, ask]),
    ...found.sources.flatMap(({ id, title, url, author, publisher }) => [id, title, url, author, publisher]),
    ...found.statements.flatMap(({ id, by, holder, via, gist }) => [id, by, holder, via, gist]),
    ...found.lookFor.map(({ label }) => label),
    ...found.movesSeen.flatMap(({ menu }) => (menu ?? []).map(({ id }) => id)),
  ];
  // Words that the program says itself are no secret.
  const ours = new Set([
    'us',
    'split',
    'never',
    'lost',
    'base',
    'start',
    'held',
    'calm',
    'paper',
    'gains',
    'open',
    'rules',
    'lasts',
    'together',
    'peace',
    'now',
  ]);
  return [
    ...new Set(all.filter((one): one is string => one !== undefined && one.length > 1 && !ours.has(one))),
  ];
}

function leaks(text: string, found: Case): string[] {
  return secrets(found).filter((one) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}-])${one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}-])`,
      'u',
    ).test(text),
  );
}

const random = Array.from({ length: 4 }, (_, k) => {
  const path = join(folder, `x${k}.yaml`);
  writeFileSync(path, randomCase(1000 + k));
  return path;
});

describe.each([...cases.filter((path) => !path.includes('ukraine') && !path.includes('large')), ...random])(
  '%s',
  (path) => {
    const found = readCase(readFileSync(path.startsWith('/') ? path : join(root, path), 'utf8')).case!;
    const question = found.questions[0]!.id;
    const commands = [
      ['answer', path],
      ['solve', path, '--full'],
      ['reach', path, '--full'],
      ['hinge', path],
      ['why', path, question],
      ['uses', path, found.actors[0]!.id],
      ['check', path],
      ['answer', path, '--reading', `${found.actors[0]!.id}=${found.readings[0]!.at(-1)!.id}`],
    ];

    it('no name gets out, in words or as JSON', () => {
      for (const args of commands) {
        const said = demarche([...args, '--blind']);
        expect(said.status).toBe(0);
        expect(leaks(said.out + said.err, found), args.join(' ')).toEqual([]);
        const json = demarche([...args, '--blind', '--json']);
        const value = JSON.parse(json.out);
        matches(args[0]!, value);
        expect(
          leaks(JSON.stringify(Object.values(value)), found).filter((one) => !(one in value)),
          args.join(' '),
        ).toEqual([]);
      }
    });

    it('the numbers stay the same', () => {
      const open = JSON.parse(demarche(['solve', path, '--full', '--json']).out);
      const blind = JSON.parse(demarche(['solve', path, '--full', '--json', '--blind']).out);
      expect(blind.equilibria).toEqual(open.equilibria);
      expect(blind.feasible).toEqual(open.feasible);
      expect(Object.values(blind.stable.seq)).toEqual(Object.values(open.stable.seq));
      const answers = (text: string) =>
        JSON.parse(text).questions.map(
          (one: { answers: { answer: string; rests: unknown }[]; hinge: { seq?: { shares: object } } }) => [
            one.answers.map(({ answer, rests }) => [answer, rests]),
            Object.values(one.hinge.seq?.shares ?? {}),
          ],
        );
      expect(answers(demarche(['answer', path, '--json', '--blind']).out)).toEqual(
        answers(demarche(['answer', path, '--json']).out),
      );
    });
  },
);

it('a blind usage error offers no name', () => {
  const { status, err } = demarche(['answer', 'cases/tutorial', '--blind', '--reading', 'torvale=incom']);
  expect(status).toBe(2);
  expect(err).not.toContain('income');
});
