import { type Case, readCase } from '@demarche/case';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { publishedCases, repoCases } from '../../../case/test/repo-cases.ts';
import { answerCase, caseDifferences, diffCases } from '../../src/index.ts';

const deep = process.env.DEMARCHE_DEEP === '1';
const seeds = Array.from({ length: deep ? 500 : 25 }, (_, k) => k + 41_000);

const loaded = (text: string) => {
  const { case: found, positions, diagnostics } = readCase(text);
  return { found, positions, errors: diagnostics.filter(({ severity }) => severity === 'error') };
};
const caseOf = (text: string): Case => {
  const { found, errors } = loaded(text);
  expect(errors).toEqual([]);
  return found!;
};

const ferry = `demarche: 1
title: The ferry and the bridge
sources:
  paper: { title: A paper }
  secret: { title: Papers, withhold: true }
statements:
  s1: { in: paper, by: A clerk, about: town, gist: Says that the town builds. }
  s2: { in: secret, by: A guard, about: ferry, gist: Says what nobody may read. }
actors:
  town: { name: The town, options: { build: Build a bridge, toll: Raise a toll } }
  ferry: { name: The ferry, options: { strike: Stop sailing } }
facts: { flood: The river is high }
terms: { quiet: not ferry.strike }
opens: { town.toll: town.build }
impossible: [town.build and ferry.strike and flood]
irreversible: [town.build]
now: [ferry.strike]
readings:
  town:
    growth: { label: Wants growth, prefers: [town.build, { that: quiet, because: s1 }] }
    thrift: { prefers: [not town.build] }
  ferry:
    trade: { prefers: [not town.build, quiet] }
beliefs: { ferry: { town: thrift } }
evidence:
  - { statement: s1, actor: town, likelihood: { growth: 0.8, thrift: 0.2 } }
scenarios: { wet: { fix: { flood: true } } }
questions:
  lasts: { ask: Does the strike end?, holds-when: quiet }
  who: { ask: Who gains?, kind: gains }
`;

describe('in what two cases differ', () => {
  it.each([
    ['title: The ferry and the bridge', 'title: A ferry', '~ title.case 2:1 2:1'],
    ['by: A clerk', 'by: A cleric', '~ statement.s1 7:3 7:3'],
    [
      '  s1: { in: paper, by: A clerk, about: town, gist: Says that the town builds. }\n',
      '  s1: { in: paper, by: A clerk, about: town, gist: Says that the town builds. }\n  s3: { in: paper }\n',
      '+ statement.s3 - 8:3',
    ],
    ['toll: Raise a toll', 'toll: Raise a fee', '~ option.town.toll 10:61 10:61'],
    ['{ strike: Stop sailing }', '{ strike: Stop sailing, fish: Fish }', '+ option.ferry.fish - 11:62'],
    [
      'facts: { flood: The river is high }',
      'facts: { flood: The river is high, ice: The river is frozen }',
      '+ fact.ice - 12:36',
    ],
    ['quiet: not ferry.strike }', 'quiet: not ferry.strike or flood }', '~ terms.quiet 13:10 13:10'],
    ['opens: { town.toll: town.build }', 'opens: { town.toll: not flood }', '~ opens.town.toll 14:10 14:10'],
    ['opens: { town.toll: town.build }\n', '', '- opens.town.toll 14:10 -'],
    [
      'impossible: [town.build and ferry.strike and flood]',
      'impossible: [town.toll and flood]',
      '- impossible.town.build and ferry.strike and flood 15:14 -\n+ impossible.town.toll and flood - 15:14',
    ],
    [
      'irreversible: [town.build]',
      'irreversible: [{ option: town.build, because: s1 }]',
      '~ irreversible.town.build (grounds) 16:1 16:1',
    ],
    ['now: [ferry.strike]', 'now: []', '~ now.ferry.strike 17:1 17:1'],
    ['label: Wants growth', 'label: Wants to grow', '~ reading.town.growth 20:5 20:5'],
    ['{ that: quiet, because: s1 }', 'quiet', '~ town.growth.2 (grounds) 20:58 20:58'],
    ['[not town.build, quiet]', '[quiet, not town.build]', '~ ferry.trade.1 23:24 23:31'],
    [
      'thrift: { prefers: [not town.build] }',
      'thrift: { ranking: [not town.build, "true"] }',
      '~ town.thrift 21:15 21:15',
    ],
    ['ferry: { town: thrift }', 'ferry: { town: growth }', '~ beliefs.ferry.town 24:21 24:21'],
    ['growth: 0.8', 'growth: 0.9', '~ evidence.s1 on town 26:5 26:5'],
    ['fix: { flood: true }', 'start: { flood: true }', '~ scenarios.wet 27:14 27:14'],
    ['holds-when: quiet', 'holds-when: not quiet', '~ questions.lasts 29:3 29:3'],
    ['ask: Who gains?', 'ask: Who wins?', '~ question.who 30:3 30:3'],
  ])('%s → %s', (before, after, expected) => {
    const [one, other] = [loaded(ferry), loaded(ferry.replace(before, after))];
    expect(other.errors).toEqual([]);
    const place = (at: typeof one, path: readonly (string | number)[] | undefined) => {
      if (!path) return '-';
      const { line, column } = at.positions!.key(path);
      return `${line}:${column}`;
    };
    const mark = { added: '+', removed: '-', changed: '~' } as const;
    const said = caseDifferences(one.found!, other.found!).map(
      ({ id, change, at }) => `${mark[change]} ${id} ${place(one, at.one)} ${place(other, at.other)}`,
    );
    expect(said.join('\n')).toBe(expected);
  });

  it('an actor that only one has brings its options and readings, said whole', () => {
    const more = ferry
      .replace('facts:', '  bank: { name: The bank, options: { lend: Lend } }\nfacts:')
      .replace('beliefs:', '  bank: { safe: { prefers: [not bank.lend, quiet] } }\nbeliefs:');
    const differences = caseDifferences(caseOf(ferry), caseOf(more));
    expect(differences.map(({ id, change, other }) => [id, change, other])).toEqual([
      ['actor.bank', 'added', 'name: The bank'],
      ['option.bank.lend', 'added', 'name: Lend'],
      ['reading.bank.safe', 'added', 'label: safe; prefers: not bank.lend; quiet'],
    ]);
  });

  it('what is withheld is not said', () => {
    const other = ferry.replace('nobody may read', 'nobody may see');
    const [difference, ...rest] = caseDifferences(caseOf(ferry), caseOf(other));
    expect(rest).toEqual([]);
    expect(difference).toMatchObject({ id: 'statement.s2', change: 'changed', one: '', other: '' });
  });

  it.each([...repoCases, ...publishedCases])('$file differs in nothing from itself', ({ text }) => {
    expect(caseDifferences(caseOf(text), caseOf(text))).toEqual([]);
  });

  it('what one way is added is removed the other way', () => {
    for (const seed of seeds) {
      const [one, other] = [caseOf(randomCase(seed)), caseOf(randomCase(seed + 1))];
      const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
      const there = caseDifferences(one, other).filter(({ kind }) => kind !== 'priority');
      const back = caseDifferences(other, one).filter(({ kind }) => kind !== 'priority');
      expect(back.map(({ id, change }) => `${id} ${change}`).sort()).toEqual(
        there.map(({ id, change }) => `${id} ${turned[change]}`).sort(),
      );
      expect(there.length).toBeGreaterThan(0);
    }
  });

  it('whatever is taken out of a file is a difference', () => {
    let tried = 0;
    for (const seed of seeds) {
      const text = randomCase(seed);
      const one = caseOf(text);
      for (const key of ['impossible', 'beliefs', 'evidence', 'questions', 'irreversible', 'now'] as const) {
        const data = parse(text);
        const value = data[key];
        if (value === undefined || Object.keys(value).length === 0) continue;
        delete data[key];
        const other = loaded(stringify(data)).found;
        if (!other) continue;
        tried++;
        const without = caseDifferences(one, other);
        if (without.length === 0)
          expect([seed, key, JSON.stringify(one[key === 'irreversible' ? 'options' : key])]).toEqual([
            seed,
            key,
            JSON.stringify(other[key === 'irreversible' ? 'options' : key]),
          ]);
      }
    }
    expect(tried).toBeGreaterThan(seeds.length);
  });
});

describe('what becomes of the answers', () => {
  const saidBy = (found: Case) => {
    const cells = new Map<string, string>();
    for (const { profile, scenario, concept, answers } of answerCase(found, { robustness: false }).cells)
      for (const one of answers)
        if (one.answer !== 'gains')
          cells.set(
            JSON.stringify([one.question, Object.entries(profile).sort(), scenario, concept]),
            one.answer,
          );
    return cells;
  };

  it('is told cell by cell, as answer has them', () => {
    let changed = 0;
    for (const seed of seeds) {
      const text = randomCase(seed);
      const data = parse(text);
      const actor = Object.keys(data.readings)[0]!;
      const reading = Object.keys(data.readings[actor])[0]!;
      data.readings[actor][reading] = { prefers: ['calm', 'not sealed'] };
      const [one, other] = [caseOf(text), caseOf(stringify(data))];
      const [here, there] = [saidBy(one), saidBy(other)];
      const expected = [...here].flatMap(([key, from]) => {
        const to = there.get(key);
        return to === undefined || to === from ? [] : [`${key} ${from} ${to}`];
      });
      const { answers } = diffCases(one, other, { beliefs: ['correct'] });
      const told = answers!.flatMap(({ question, cells }) =>
        cells.flatMap(({ profile, scenario, concept, from, to }) =>
          question === 'gains'
            ? []
            : [
                `${JSON.stringify([question, Object.entries(profile).sort(), scenario, concept])} ${from} ${to}`,
              ],
        ),
      );
      expect(told.sort()).toEqual(expected.sort());
      for (const { shared, changed: count, cells } of answers!) {
        expect(count).toBe(cells.length);
        expect(shared).toBeGreaterThanOrEqual(count);
      }
      changed += expected.length;
    }
    expect(changed).toBeGreaterThan(0);
  });

  it('a reading that only one has gives combinations that only one has', () => {
    const more = ferry
      .replace('    thrift:', '    calm: { prefers: [quiet] }\n    thrift:')
      .replace('growth: 0.8,', 'growth: 0.8, calm: NA,');
    const [lasts] = diffCases(caseOf(ferry), caseOf(more), { beliefs: ['correct'] }).answers!;
    expect(lasts!.shared).toBe(8);
    expect(lasts!.cells.filter(({ from }) => from === null)).toHaveLength(4);
    expect(lasts!.cells.every(({ from, profile }) => from !== null || profile.town === 'calm')).toBe(true);
  });

  it('a belief that differs changes what follows as each sees it, and nothing if nobody misreads anyone', () => {
    const other = ferry.replace('ferry: { town: thrift }', 'town: { ferry: trade }');
    const changed = (beliefs: readonly ('correct' | 'as-held')[]) =>
      diffCases(caseOf(ferry), caseOf(other), { beliefs }).answers!.flatMap(({ cells }) => cells);
    expect(changed(['correct'])).toEqual([]);
    const held = changed(['as-held']);
    const said = (text: string) =>
      answerCase(caseOf(text), { beliefs: ['as-held'], robustness: false }).cells.map(({ answers }) =>
        JSON.stringify(answers.map((one) => (one.answer === 'gains' ? one.gains : one.answer))),
      );
    const there = said(other);
    expect(held.length > 0).toBe(said(ferry).some((one, k) => one !== there[k]));
    const both = diffCases(caseOf(ferry), caseOf(other)).answers!;
    expect(both[0]!.shared).toBe(16);
  });

  it('without `now` nothing is answered; too many combinations are drawn from those that both have', () => {
    const bare = ferry.replace('now: [ferry.strike]\n', '');
    expect(diffCases(caseOf(ferry), caseOf(bare)).answers).toBeUndefined();
    const { sampled, answers } = diffCases(caseOf(ferry), caseOf(ferry), { most: 1, beliefs: ['correct'] });
    expect(sampled).toEqual({ profiles: 1, of: 2 });
    expect(answers![0]!.shared).toBe(4);
  });
});
