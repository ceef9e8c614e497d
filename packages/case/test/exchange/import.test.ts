import { describe, expect, it } from 'vitest';
import { type Case, compileCase, importText, lintCase, readCase } from '../../src/index.ts';
import { samples } from './samples.ts';

const imported = (file: string, text = samples[file]!): Case => {
  const made = importText(text, { file });
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return made.case!;
};
const told = (file: string, text: string) =>
  importText(text, { file }).diagnostics.map(
    ({ code, range, message }) => `${range.line}:${range.column} ${code}: ${message}`,
  );
const ids = (found: Case) => found.options.map(({ id }) => id);
const texts = (formulas: readonly { readonly text: string }[]) => formulas.map(({ text }) => text);
const lines = (found: Case, actor: number) => {
  const { order } = found.readings[actor]![0]!;
  return order.kind === 'prefers' ? order.priorities.map(({ that }) => texts(that)[0]) : order;
};

describe('a .gmcr file', () => {
  it('comes out with its titles, its ways, its statements and its misperceptions', () => {
    const found = imported('bridge.gmcr');
    expect(found.title).toBe('bridge');
    expect(found.actors.map(({ name }) => name)).toEqual(['The town', 'The ferry', 'The bank']);
    expect(ids(found)).toEqual([
      'the-town.build-the-bridge',
      'the-town.raise-a-toll',
      'the-ferry.stop-sailing',
      'the-bank.give-a-loan',
    ]);
    expect(found.options.map(({ direction }) => direction)).toEqual(['forward', 'both', 'both', 'back']);
    expect(texts(found.impossible)).toEqual(['not the-town.build-the-bridge and the-town.raise-a-toll']);
    expect(lines(found, 0)).toEqual([
      'the-town.build-the-bridge',
      'not the-town.build-the-bridge implies not the-town.raise-a-toll',
      'not the-ferry.stop-sailing',
    ]);
    expect(lines(found, 1)).toEqual([
      'not the-town.build-the-bridge',
      'the-town.raise-a-toll iff the-ferry.stop-sailing',
    ]);
    expect(texts(found.unperceived[1]!)).toEqual(['the-town.build-the-bridge and not the-bank.give-a-loan']);
  });

  it('of the oldest generation: other keys, options reordered, texts for numbers, rankings with ties', () => {
    const found = imported('ranked-old.gmcr');
    // The first decision maker's options come first, wherever they stand in the file.
    expect(ids(found)).toEqual(['owners.pay-more', 'crew.strike']);
    expect(lines(found, 0)).toEqual({ kind: 'payoffs', payoffs: [3, 2, 2, 1] });
    expect(lines(found, 1)).toEqual({ kind: 'payoffs', payoffs: [2, 4, 1, 3] });
  });

  it('with equal names, names that are no ids, coalitions, statements beside a ranking', () => {
    const made = importText(samples['coalitions.gmcr']!, { file: 'coalitions.gmcr' });
    expect(ids(made.case!)).toEqual([
      'upper-house.sign',
      'lower-house.sign',
      'lower-house-2.option-2nd-reading',
    ]);
    expect(made.diagnostics.map(({ code, range }) => [code, range.line])).toEqual([
      ['import-left-out', 4],
      ['import-left-out', 7],
    ]);
    expect(made.text).toContain('note: "The file names these coalitions: Üpper House with Lower house."');
    const some = samples['coalitions.gmcr']!.replace('[[0, 2], 1]', '[[0, 2]]');
    expect(told('x.gmcr', some)[1]).toMatch(/7:35 import-left-out: .*everyone counts as alone/);
  });

  it('no statement, an empty one, and a long compound one', () => {
    const base = samples['ranked-old.gmcr']!.replace(
      '"useManualPreferenceVectors": true',
      '"useManualPreferenceVectors": false',
    );
    expect(lines(imported('x.gmcr', base), 0)).toEqual(['true']);
    expect(lines(imported('x.gmcr', base.replaceAll('"preferences": []', '"preferences": [[]]')), 0)).toEqual(
      ['true'],
    );
    const names = Array.from({ length: 12 }, (_, k) => `A course of action with the number ${k}`);
    const members = Array.from({ length: 150 }, (_, m) =>
      names.map((_, k) => [k, (m * 27) & (1 << k) ? 'Y' : 'N']),
    );
    const long = imported(
      'long.gmcr',
      JSON.stringify({
        options: names.map((name) => ({ name, permittedDirection: 'both' })),
        decisionMakers: [{ name: 'All', options: names.map((_, k) => k), preferences: [{ members }] }],
        infeasibles: [],
        useManualPreferenceRanking: false,
      }),
    );
    expect(long.terms.length).toBeGreaterThan(5);
    const codes = new Set(
      members.map((one) => one.reduce((sum, [, on], k) => sum + (on === 'Y' ? 2 ** k : 0), 0)),
    );
    const { structure, ranks } = compileCase(long);
    expect([...structure.codes].filter((_, state) => ranks(0, 'stated')[state] === 2)).toEqual(
      [...codes].sort((a, b) => a - b),
    );
  });

  it.each([
    [
      '[1, [2, 3], 4]',
      '[1, [2, 3]]',
      '3:79 import-states: this ranking leaves out 1 of 4 feasible states: 4',
    ],
    ['[1, [2, 3], 4]', '[1, [2, 3], 4, 2]', '3:94 import-states: state 2 stands in this ranking twice'],
    ['[1, [2, 3], 4]', '[1, [2, 3], 5]', '3:91 import-states: a state in a ranking is named by its number'],
    ['"options": [0]', '"options": []', '1:14 import-options: option 0 belongs to nobody'],
    ['"options": [0]', '"options": [0, 1]', '4:35 import-options: option 1 belongs to two'],
    ['"options": [0]', '"options": [2]', '4:32 import-value: an option is named by its place'],
    [
      '"infeasibles": []',
      '"infeasibles": [[[0, "Y"], [0, "N"]]]',
      '5:29 import-options: this condition names option 0 twice',
    ],
    ['"infeasibles": []', '"infeasibles": [{"members": []}]', '5:18 import-shape: a compound condition'],
    [
      '"infeasibles": []',
      '"infeasibles": [[[0, "y"]]]',
      '5:23 import-value: an option in a condition is taken or not',
    ],
    ['"infeasibles": []', '"infeasibles": [[]]', '5:17 no-feasible-state: no state is left'],
    [
      '"infeasibles": []',
      '"infeasibles": [[[0, "Y"]], [[0, "N"]]]',
      '5:17 no-feasible-state: no state is left',
    ],
    [
      ', "useManualPreferenceVectors": true',
      '',
      '1:1 import-shape: the file has no “useManualPreferenceRanking”',
    ],
    [
      '"preferenceVector": [2, 4, 1, [3]]',
      '"payoffs": []',
      '4:3 import-shape: a decision maker has no “preferenceRanking”',
    ],
    [
      '"permittedDirection": "both"',
      '"permittedDirection": "up"',
      '1:55 import-left-out: “up” is no direction',
    ],
    ['{"options"', '{"options": [], "options"', '1:17 import-shape: “options” stands twice'],
    ['true}', 'true', '6:1 import-syntax: the file ends where a comma or “}” is expected'],
    ['"Strike"', 'Strike', '1:23 import-syntax: “Strike” stands where a value is expected'],
  ])('%s → %s is told at its place', (before, after, expected) => {
    const text = samples['ranked-old.gmcr']!.replace(before, () => after);
    expect(told('x.gmcr', text).join('\n')).toContain(expected);
  });

  it('tells all mistakes at once', () => {
    const text = samples['bridge.gmcr']!.replaceAll('"Y"', '"y"');
    expect(told('x.gmcr', text)).toHaveLength(10);
  });
});

describe('a .nfg file', () => {
  it('in the payoff version: three strategies are three options, two are one', () => {
    const found = imported('market.nfg');
    expect(found.title).toBe('Two shops and a market');
    expect(ids(found)).toEqual([
      'corner-shop.low-price',
      'corner-shop.high-price',
      'corner-shop.close',
      'market-hall.open-early',
    ]);
    expect([...compileCase(found).structure.codes]).toEqual([1, 2, 4, 9, 10, 12]);
    expect(lines(found, 0)).toEqual({ kind: 'payoffs', payoffs: [2, 4, 0, 1.5, 3, 0.5] });
    expect(lines(found, 1)).toEqual({ kind: 'payoffs', payoffs: [2.5, 1, 3, 2, -1, 4] });
  });

  it('in the outcome version: three players, named outcomes, and none', () => {
    const found = imported('river.nfg');
    expect(lines(found, 2)).toEqual({ kind: 'payoffs', payoffs: [0, -1, -1, 1, -1, 1, 0, 3] });
    expect(found.terms.map(({ id, text }) => [id, text])).toContainEqual([
      'enough-for-all',
      'upper.share and middle.share and lower.share',
    ]);
  });

  it('numbers of strategies for names, and a player with one strategy', () => {
    const found = imported(
      'x.nfg',
      'NFG 1 D "" { "A" "B" "C" } { 2 1 3 } 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9',
    );
    expect(found.title).toBe('x');
    expect(found.actors.map((_, i) => found.options.filter(({ owners }) => owners[0] === i).length)).toEqual([
      1, 0, 3,
    ]);
    expect(found.options[0]!.name).toBe('Strategy 2 (otherwise Strategy 1)');
  });

  it.each([
    ['NFG 1 R', 'EFG 2 R', '1:1 import-syntax: a word stands where “NFG” is expected'],
    ['NFG 1 R', 'NFG 2 R', '1:5 import-syntax: a number stands where the version, 1, is expected'],
    [' 0.5 4', ' 0.5', '6:1 import-shape: 11 payoffs, 12 expected: 6 contingencies for 2 players'],
    [' 0.5 4', ' 0.5 4 9', '5:34 import-shape: 13 payoffs'],
    ['5/2', '5/0', '5:3 import-value: a payoff is a number'],
    ['"Corner shop" ', '"Corner shop', '3:18 import-syntax: “.” is no part'],
    ['"Market hall" }', '}', '2:1 import-shape: 2 lists of strategies for 1 players'],
    ['{ "Open late" "Open early" }', '{ }', '2:1 import-shape: a player has no strategy'],
    ['{ "Open late" "Open early" }', '0', '2:40 import-value: a player has a whole number of strategies'],
    ['3e0', '3e0;', '5:24 import-syntax: “;” is no part of a Gambit file'],
  ])('%s → %s is told at its place', (before, after, expected) => {
    const text = samples['market.nfg']!.replace(before, () => after);
    expect(text).not.toBe(samples['market.nfg']);
    expect(told('x.nfg', text).join('\n')).toContain(expected);
  });

  it('an outcome that is not there, and one with too few payoffs, are told together', () => {
    const text = samples['river.nfg']!.replace('3 4 3 0 2', '3 4 5 0 2').replace('4, 1, 1', '4, 1');
    expect(told('x.nfg', text)).toEqual([
      '12:1 import-shape: an outcome with 2 payoffs for 3 players',
      '15:11 import-value: an outcome is named by its place in the list, counted from 1',
    ]);
  });

  it('many strategies are numbers spelled by options, and terms', () => {
    const payoffs = Array.from({ length: 16 * 17 }, (_, k) => `${k} ${k % 7}`).join(' ');
    const found = imported('x.nfg', `NFG 1 R "" { "A" "B" } { 16 17 } ${payoffs}`);
    expect(ids(found)).toHaveLength(9);
    expect(found.terms[16]).toMatchObject({
      id: 'b-strategy-1',
      text: 'not b.bit-1 and not b.bit-2 and not b.bit-3 and not b.bit-4 and not b.bit-5',
    });
    const { structure } = compileCase(found);
    expect(structure.codes).toHaveLength(16 * 17);
    expect(lines(found, 0)).toEqual({
      kind: 'payoffs',
      payoffs: Array.from({ length: 16 * 17 }, (_, k) => k),
    });
    expect(told('x.nfg', `NFG 1 R "" { "A" } { 0 }`)[0]).toContain('from 1 to 1000');
    const players = Array.from({ length: 11 }, (_, k) => `"P${k}"`).join(' ');
    const many = `NFG 1 R "" { ${players} } { ${'2 '.repeat(11)}} `;
    expect(imported('x.nfg', many + '1 '.repeat(2 ** 11 * 11)).options).toHaveLength(11);
  });
});

describe('a table of states', () => {
  it('has a row a state; what has no row is impossible', () => {
    const found = imported('dispute.csv');
    expect(ids(found)).toEqual(['town.build', 'town.toll', 'ferry.strike']);
    expect(texts(found.impossible)).toEqual(['not town.build and town.toll']);
    expect([...compileCase(found).structure.codes]).toEqual([0, 1, 3, 4, 5, 7]);
    expect(lines(found, 1)).toEqual({ kind: 'payoffs', payoffs: [6, 3, 1, 5, 2, 4] });
  });

  it('with semicolons, quotation marks, a byte order mark, names, other words for Y and N', () => {
    const text =
      '\ufeffThe town: Build a bridge;"The ferry: ""Strike""";The ferry;The town\r\nyes;0;1;2\r\nno;1;3;4\r\n\r\n';
    const found = imported('x.csv', text);
    expect(found.actors.map(({ name }) => name)).toEqual(['The ferry', 'The town']);
    expect(found.options.map(({ name }) => name)).toEqual(['"Strike"', 'Build a bridge']);
    expect([...compileCase(found).structure.codes]).toEqual([1, 2]);
  });

  it.each([
    ['1,Y,N,N,5,3', '1,Y,N,N,5', '3:9 import-value: “” is no payoff of “ferry”'],
    ['1,Y,N,N,5,3', '1,Y,N,N,5,3,7', '3:13 import-shape: this row has 7 cells for 6 columns'],
    ['1,Y,N,N,5,3', '1,maybe,N,N,5,3', '3:3 import-value: “maybe” says neither'],
    ['1,Y,N,N,5,3', '1,N,N,N,5,3', '3:1 import-states: this state (0) has a row already'],
    ['1,Y,N,N,5,3', '1,Y,N,N,five,3', '3:9 import-value: “five” is no payoff of “town”'],
    ['town,ferry', 'town', '1:28 import-shape: there are no payoffs of “ferry”'],
    ['town,ferry', 'town,town', '1:46 import-shape: the column “town” stands twice'],
    ['1,Y,N,N,5,3', '1,"Y,N,N,5,3', '3:3 import-syntax'],
  ])('%s → %s is told at its place', (before, after, expected) => {
    expect(
      told(
        'x.csv',
        samples['dispute.csv']!.replace(before, () => after),
      ).join('\n'),
    ).toContain(expected);
  });
});

it.each(Object.entries(samples))('%s becomes a case that reads and lints without a mistake', (file, text) => {
  const made = importText(text, { file });
  const again = readCase(made.text!);
  expect(again.diagnostics).toEqual([]);
  expect(lintCase(again.case!, again.positions!).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(importText(text, { file: 'stream', format: made.format }).case!.options).toEqual(made.case!.options);
  expect(importText(text, { file: 'no ending' }).format).toBe(made.format);
});
