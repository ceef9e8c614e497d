import { movesFrom } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { compileCase, membersOf, readCase, renameIds } from '../src/index.ts';

const graph = (orders: string, more = '') => `demarche: 1
title: A crisis
states: { calm: Calm, crisis: A crisis, war: War }
actors:
  town: { moves: { calm: [crisis], crisis: calm } }
  ferry: { moves: { crisis: [war] } }
terms: { trouble: crisis or war }
readings:
  town: { r: { ranking: [calm, trouble] } }
  ferry: { r: { ${orders} } }
${more}`;
const codesOf = (text: string) => readCase(text).diagnostics.map(({ code, range }) => [code, range.line]);

describe('graph form', () => {
  it('is read and kept, and compiled with its moves as they are', () => {
    const { case: found, diagnostics } = readCase(graph('payoffs: [3, 2, 1]', 'now: [calm]\n'));
    expect(diagnostics).toEqual([]);
    expect(found!.graph).toEqual({
      states: [
        { id: 'calm', name: 'Calm' },
        { id: 'crisis', name: 'A crisis' },
        { id: 'war', name: 'War' },
      ],
      moves: [{ 0: [1], 1: [0] }, { 1: [2] }],
    });
    const { structure, now, ranks } = compileCase(found!);
    expect([...structure.codes]).toEqual([0, 1, 2]);
    expect(now).toBe(0);
    // The town moves between calm and crisis, the ferry on to war: nothing is closed.
    const moves = [0, 1].map((actor) => [0, 1, 2].map((state) => [...movesFrom(structure, actor, state)]));
    expect(moves).toEqual([
      [[1], [0], []],
      [[], [2], []],
    ]);
    expect([...ranks(0, 'r')]).toEqual([2, 1, 1]);
    expect([...ranks(1, 'r')]).toEqual([3, 2, 1]);
  });

  it.each([
    ['payoffs: [1, 2]', '', 'payoffs-length', 10],
    ['ranking: [war, crisis]', '', 'unranked-states', 10],
    ['ranking: [war and calm, "true"]', '', 'impossible-rank', 10],
    ['prefers: [wat]', '', 'unknown-name', 10],
    ['prefers: [war]', 'now: [calm, war]\n', 'contradictory-setting', 11],
    ['prefers: [war]', 'irreversible: [town.build]\n', 'mixed-forms', 11],
    ['prefers: [war]', 'impossible: ["true"]\n', 'no-feasible-state', 11],
    ['prefers: [war]', 'impossible: [calm]\nnow: [calm]\n', 'now-infeasible', 12],
    [
      'prefers: [war]',
      'scenarios: { s: { start: { calm: true, war: true } } }\n',
      'contradictory-setting',
      11,
    ],
    ['prefers: [war]', 'scenarios: { s: { fix: { calm: true, war: true } } }\n', 'contradictory-setting', 11],
    [
      'prefers: [war]',
      'now: [calm]\nscenarios: { s: { fix: { calm: false } } }\n',
      'scenario-contradiction',
      12,
    ],
    [
      'prefers: [war]',
      'impossible: [war]\nscenarios: { s: { start: { war: true } } }\n',
      'scenario-contradiction',
      12,
    ],
    ['prefers: [war]', 'coalesce: [trouble]\n', 'coalesced-apart', 11],
    [
      'prefers: ["true"]',
      'coalesce: [trouble]\nquestions: { q: { ask: War?, holds-when: war } }\n',
      'coalesced-apart',
      11,
    ],
  ])('%s %s: %s', (orders, more, code, line) => {
    expect(codesOf(graph(orders, more))).toContainEqual([code, line]);
  });

  it('names a state that is not there', () => {
    const text = graph('prefers: [war]').replace('[war] }', '[wart] }');
    expect(readCase(text).diagnostics).toMatchObject([{ code: 'unknown-name', nearest: 'war' }]);
  });
});

it('renaming a state renames it wherever it stands', () => {
  const text = graph(
    'scores: { war: 2, crisis and not calm: 1 }',
    'now: [war]\nscenarios: { s: { start: { war: true } } }\n',
  );
  const after = readCase(renameIds(text, { names: { war: 'fight' } })).case!;
  const before = readCase(text).case!;
  expect(after.graph!.states.map(({ id, name }) => [id, name])).toEqual([
    ['calm', 'Calm'],
    ['crisis', 'A crisis'],
    ['fight', 'War'],
  ]);
  expect(after.graph!.moves).toEqual(before.graph!.moves);
  expect(after.now).toEqual(['fight']);
  expect([null, 's'].map((id) => compileCase(after, id).now)).toEqual([2, 2]);
  expect(compileCase(after).ranks(1, 'r')).toEqual(compileCase(before).ranks(1, 'r'));
});

describe('scenarios of a graph', () => {
  it('start in the state they name, and rule out or hold what they fix', () => {
    const more = `now: [calm]
scenarios:
  begun: { start: { war: true, calm: false } }
  barred: { fix: { war: false } }
  held: { fix: { crisis: true } }
`;
    const found = readCase(graph('prefers: [war]', more)).case!;
    const under = ['begun', 'barred', 'held'].map((id) => compileCase(found, id));
    expect(under.map(({ now }) => now)).toEqual([2, 0, 1]);
    expect(under.map(({ structure }) => [...structure.codes])).toEqual([[0, 1, 2], [0, 1], [1]]);
  });
});

describe('coalesced states', () => {
  const options = (readings: string, more = '') => `demarche: 1
title: A bridge
actors:
  town: { options: { build: Build a bridge, toll: Raise a toll } }
  ferry: { options: { strike: Stop sailing } }
coalesce: [ferry.strike]
readings: ${readings}
${more}`;
  const even =
    '{ town: { r: { prefers: [town.build and not ferry.strike] } }, ferry: { r: { prefers: [not ferry.strike] } } }';

  it('are one state, called by the least of theirs, that leads where any of them leads', () => {
    const found = readCase(options(even, 'now: [ferry.strike, town.toll]\n')).case!;
    const { structure, now, ranks } = compileCase(found);
    expect([...structure.codes]).toEqual([0, 1, 2, 3, 4]);
    expect(now).toBe(6);
    expect([...movesFrom(structure, 1, 4)]).toEqual([0, 1, 2, 3]);
    expect([...movesFrom(structure, 0, 4)]).toEqual([]);
    expect([...ranks(0, 'r')]).toEqual([1, 2, 1, 2, 1]);
    expect(membersOf(found, 6)).toEqual([4, 5, 6, 7]);
    expect(membersOf(found, 2)).toEqual([2]);
  });

  it('that an actor ranks differently are refused at their place, with their names', () => {
    const { diagnostics } = readCase(
      options('{ town: { r: { prefers: [town.build] } }, ferry: { s: { prefers: [town.toll] } } }'),
    );
    expect(diagnostics.map(({ code, range, message }) => [code, range.line, message])).toEqual([
      [
        'coalesced-apart',
        6,
        '“ferry.strike” makes one state of what “town” ranks differently (reading “r”): “town.build, ferry.strike” is better than “ferry.strike”',
      ],
      [
        'coalesced-apart',
        6,
        '“ferry.strike” makes one state of what “ferry” ranks differently (reading “s”): “town.toll, ferry.strike” is better than “ferry.strike”',
      ],
    ]);
  });

  it.each([
    [
      'questions: { q: { ask: Built?, holds-when: town.build } }\n',
      'the question “q” tells apart: “town.build” holds in “town.build, ferry.strike” and not in “ferry.strike”',
    ],
    [
      'unperceived: { town: [town.toll] }\n',
      '“town” perceives in part: “town.toll” holds in “town.toll, ferry.strike” and not in “ferry.strike”',
    ],
  ])('%s is told apart too', (more, message) => {
    const { diagnostics } = readCase(options(even, more));
    expect(diagnostics.map((one) => one.message)).toEqual([
      `“ferry.strike” makes one state of what ${message}`,
    ]);
  });

  it('are told apart by a scenario alone where only there a fact matters', () => {
    const more = `facts: { flood: High water }
scenarios: { wet: { start: { flood: true } } }
`;
    const readings =
      '{ town: { r: { prefers: [flood and town.toll] } }, ferry: { r: { prefers: ["true"] } } }';
    const { diagnostics } = readCase(options(readings, more));
    expect(diagnostics.map((one) => one.code)).toEqual(['coalesced-apart']);
    expect(diagnostics[0]!.message).toMatch(/in the scenario “wet”$/);
  });

  it('have a name where the case gives one', () => {
    const text = options(even).replace(
      'coalesce: [ferry.strike]',
      'coalesce: [{ when: ferry.strike, name: The ferry lies still }]',
    );
    expect(readCase(text).case!.coalesce).toMatchObject([{ name: 'The ferry lies still', because: [] }]);
  });
});

it('a graph of many states with a long ranking is read in a moment', () => {
  const ids = Array.from({ length: 8_000 }, (_, k) => `s${k}`);
  const text = `demarche: 1
title: Many states
states: { ${ids.map((id) => `${id}: ${id}`).join(', ')} }
actors: { one: { moves: { s0: [s1] } }, two: {} }
readings:
  one: { r: { ranking: [${ids.join(', ')}] } }
  two: { r: { ranking: ["true"] } }
`;
  const found = readCase(text).case!;
  expect(compileCase(found).ranks(0, 'r').slice(0, 2)).toEqual(Uint32Array.of(8_000, 7_999));
});
