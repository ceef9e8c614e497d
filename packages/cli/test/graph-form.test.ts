import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { demarche, jsonOf, root } from './run.ts';

const graph = 'cases/harbour-graph';
const coalesced = 'packages/cli/test/files/coalesced.yaml';
const folder = mkdtempSync(join(tmpdir(), 'demarche-graph-'));
afterAll(() => rmSync(folder, { recursive: true }));

const changed = (file: string, name: string, ...pairs: readonly (readonly [string, string])[]) => {
  let text = readFileSync(join(root, file), 'utf8');
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test.each([
  [graph, ['check']],
  [graph, ['solve', '--full']],
  [graph, ['answer']],
  [graph, ['answer', '--blind']],
  [graph, ['hinge']],
  [graph, ['reach', '--full']],
  [graph, ['perceive', '--scenario', 'election']],
  [graph, ['weigh']],
  [graph, ['sweep', '--samples', '40', '--full']],
  [coalesced, ['sweep', '--samples', '40']],
  [graph, ['coalition']],
  [coalesced, ['coalition']],
  [coalesced, ['check']],
  [coalesced, ['solve', '--full']],
  [coalesced, ['answer']],
  [coalesced, ['hinge']],
  [coalesced, ['reach']],
  [coalesced, ['perceive']],
])('%s %j gives JSON that fits its schema', (file, [command, ...rest]) => {
  jsonOf([command!, file, ...rest]);
});

test.each([
  [graph, 'signed', 'union'],
  [coalesced, 'gone', 'plant'],
])('%s: why %s, uses %s, invert, crux', (file, question, actor) => {
  jsonOf(['why', file, question]);
  jsonOf(['uses', file, actor]);
  jsonOf(['invert', file, question]);
  jsonOf(['crux', file, file, question]);
});

describe('words of a graph', () => {
  it('moves lead from state to state, deals too', () => {
    const { out } = demarche([
      'answer',
      graph,
      '--scenario',
      'election',
      '--reading',
      'port=calm',
      '--reading',
      'union=wages',
    ]);
    const said = out.replace(/\s+/g, ' ');
    expect(said).toMatch(
      /The (union|port company) and The (union|port company) agree: together they move from “A strike” to “A contract”/,
    );
    expect(said).toContain('The ministry moves from “A strike” to “A decree of the ministry”');
  });

  it('states are listed by number, sanctions told by moves', () => {
    const { out } = demarche(['solve', graph, '--full']);
    expect(out).toContain('0. “Talks”');
    expect(out.replace(/\s+/g, ' ')).toContain('from “A strike” to “A strike and a lockout”');
  });

  it('invert says what cannot be changed', () => {
    const { status, out } = demarche(['invert', graph, 'signed']);
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'In graph form there are no options to give, commit to or gate',
    );
  });

  it('a report tells where each party can move', () => {
    const page = join(folder, 'page.html');
    expect(demarche(['answer', graph, '--report', page]).status).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain(
      'From “A strike” to “Talks” or “The union has signed a draft”.',
    );
  });

  it('blind, states have numbers only', () => {
    const { out } = demarche(['solve', graph, '--full', '--blind']);
    expect(out).toContain('“State 4”');
    expect(out).not.toMatch(/contract|strike|union|port/i);
  });

  it('--json names the states by the numbers it uses', () => {
    const { named, equilibria } = jsonOf(['solve', graph]);
    expect(equilibria.nash.map((code: number) => named[code])).toEqual(['contract', 'decree']);
  });
});

describe('crux and diff between graphs', () => {
  it('a move that only one has carries the other answer', () => {
    const other = changed(`${graph}/case.yaml`, 'no-decree.yaml', [
      '{ strike: [decree], lockout: [decree] }',
      '{}',
    ]);
    const crux = jsonOf(['crux', graph, other, 'signed', '--scenario', 'election']);
    expect([crux.one, crux.other]).toEqual(['depends', 'yes']);
    expect(crux.differences).toMatchObject([
      { id: 'moves.ministry.strike.decree', kind: 'move', one: 'strike to decree', other: '' },
      { id: 'moves.ministry.lockout.decree', kind: 'move', one: 'lockout to decree', other: '' },
    ]);
    expect(crux.sets).toEqual([[0, 1]]);
    const diff = jsonOf(['diff', graph, other]);
    expect(diff.differences).toMatchObject([
      { kind: 'move', change: 'removed' },
      { kind: 'move', change: 'removed' },
    ]);
  });

  it('graphs of other states are not compared', () => {
    const { status, err } = demarche(['crux', graph, coalesced, 'signed']);
    expect(status).not.toBe(0);
    expect(err).toMatch(/states differ|actors differ/);
  });

  it('what counts as one state is a difference', () => {
    const other = changed(coalesced, 'apart.yaml', [
      '  - { when: plant.leave, name: The plant has gone, note: "Nothing that the others do matters then." }\n',
      '  []\n',
    ]);
    const { differences } = jsonOf(['crux', coalesced, other, 'gone']);
    expect(differences).toMatchObject([{ id: 'coalesce.plant.leave', kind: 'one-state' }]);
  });
});

describe('words of coalesced states', () => {
  it('go by the name the case gives them, their letters say what makes no difference', () => {
    const { out } = demarche(['solve', coalesced]);
    expect(out).toMatch(/4 +-NY- .*“The plant has gone”/);
    const { coalesced: parts } = jsonOf(['solve', coalesced]);
    expect(parts).toEqual({ 4: [4, 5, 12, 13] });
  });

  it('without a name by what all parts have in common; who moves there does only what it must', () => {
    const nameless = changed(coalesced, 'nameless.yaml', ['name: The plant has gone, ', '']);
    const { out } = demarche(['reach', nameless]);
    const said = out.replace(/\s+/g, ' ');
    expect(said).toContain('The plant: “Move away” (the rest makes no difference)');
    expect(said).toContain('The plant takes up “Move away” (better for The plant)');
  });

  it('what is told apart is an error at its place, with both names', () => {
    const file = changed(coalesced, 'told-apart.yaml', [
      'plant.clean, town.press and not plant.leave]',
      'plant.clean, town.press]',
    ]);
    const { status, out, err } = demarche(['check', file]);
    expect(status).toBe(1);
    expect(`${out}${err}`).toMatch(
      /told-apart\.yaml:10:\d+: error: “plant\.leave” makes one state of what “town” ranks differently/,
    );
  });
});

test('what a party is unaware of is not computed where states are coalesced, and everything else is', () => {
  const file = changed(coalesced, 'unaware.yaml', [
    'questions:',
    'unaware: { town: [office.soften] }\nquestions:',
  ]);
  const checked = demarche(['check', file]);
  expect(checked.status).toBe(0);
  expect(checked.out + checked.err).toContain('(not-yet)');
  for (const command of ['answer', 'hinge', 'solve', 'reach'])
    expect(demarche([command, file]).status, command).toBe(0);
  const { status, err } = demarche(['perceive', file]);
  expect(status).toBe(3);
  expect(err).toContain('not-yet');
});

test('agreements of many actors in graph form are refused with the way out named', () => {
  const ids = Array.from({ length: 13 }, (_, k) => `a${k}`);
  const text = `demarche: 1
title: A crowd
states: { one: One, two: Two }
actors: { ${ids.map((id) => `${id}: { moves: { one: [two] } }`).join(', ')} }
now: [one]
readings: { ${ids.map((id) => `${id}: { r: { ranking: [one, two] } }`).join(', ')} }
questions: { q: { ask: Two?, holds-when: two } }
`;
  const file = join(folder, 'crowd.yaml');
  writeFileSync(file, text);
  const refused = demarche(['answer', file]);
  expect(refused.status).toBe(3);
  expect(refused.err).toContain('--agreements none');
  expect(demarche(['solve', file]).status).toBe(0);
});
