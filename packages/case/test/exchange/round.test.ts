import { describe, expect, it } from 'vitest';
import {
  type Case,
  compileCase,
  type ExportFormat,
  exportCase,
  importText,
  type Loss,
  readCase,
} from '../../src/index.ts';
import { randomCase } from '../arbitrary-case.ts';
import { publishedCases, repoCases } from '../repo-cases.ts';
import { type Held, heldIn, heldOf } from './held.ts';
import { samples } from './samples.ts';

const deep = process.env.DEMARCHE_DEEP === '1';
const random = deep ? 600 : 30;

const chosen = { readings: [], scenario: false };

type Profile = Readonly<Record<string, string>>;
const profilesOf = (found: Case): readonly Profile[] =>
  [0, -1].map((at) =>
    Object.fromEntries(found.actors.map(({ id }, i) => [id, found.readings[i]!.at(at)!.id])),
  );

/** Exported and imported again; undefined where the format cannot hold the conflict at all. */
function through(found: Case, format: ExportFormat, profile: Profile, scenario: string | null) {
  const { losses, text } = exportCase(found, { format, profile, scenario, chosen });
  if (losses.some(({ weight }) => weight === 'never')) return { losses };
  const written = text();
  const { case: again, diagnostics } = importText(written, { file: `x.${format}` });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { losses, again: again!, written };
}

/** Names of outcomes and of many strategies have become terms, which no format has. */
const besideTerms = (losses: readonly Loss[]) => losses.filter(({ what }) => !what.startsWith('the terms'));

function compare(
  found: Case,
  format: ExportFormat,
  profile: Profile,
  scenario: string | null,
): 'held' | 'refused' {
  const { again, written } = through(found, format, profile, scenario);
  if (!again) return 'refused';
  const expected = heldOf(found, profile, scenario, format === 'gmcr');
  const got = heldIn(compileCase(again));
  const told = (held: Held) => (format === 'nfg' ? normal(held) : JSON.stringify(held));
  expect(told(got) === told(expected)).toBe(true);
  // What was written once is written again the same.
  const { readings } = again;
  const same = Object.fromEntries(again.actors.map(({ id }, i) => [id, readings[i]![0]!.id]));
  const second = through(again, format, same, null);
  expect(besideTerms(second.losses)).toEqual([]);
  if (format === 'csv') expect(second.written).toBe(written);
  return 'held';
}

/** A game in normal form: contingencies by the strategies in them, whatever the options are that these are made of. */
function normal({ states, own, moves, order }: Held) {
  const strategies = own.map((mask) => {
    const settings = [...new Set(states.map((code) => (code & mask) >>> 0))].sort((a, b) => a - b);
    return states.map((code) => settings.indexOf((code & mask) >>> 0));
  });
  const names = states.map((_, k) => strategies.map((one) => one[k]).join(' '));
  const nameOf = new Map(states.map((code, k) => [code, names[k]!]));
  const parts = names.map((name, k) => [
    name,
    order.map((one) => one[k]),
    moves.map((one) => one[k]!.map((code) => nameOf.get(code)).sort()),
  ]);
  return JSON.stringify(parts.sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

describe.each(['gmcr', 'nfg', 'csv'] as const)(
  'import of what export wrote is the same model: %s',
  (format) => {
    it.each([...repoCases, ...publishedCases])('$file', ({ text }) => {
      const found = readCase(text).case!;
      if (found.graph || found.coalesce.length > 0) {
        const { losses } = exportCase(found, {
          format,
          profile: profilesOf(found)[0]!,
          scenario: null,
          chosen,
        });
        expect(losses[0]!.weight).toBe('never');
        return;
      }
      for (const profile of profilesOf(found))
        for (const scenario of [null, ...found.scenarios.map(({ id }) => id)])
          compare(found, format, profile, scenario);
    });

    it(`${random} random cases`, () => {
      let held = 0;
      for (let seed = 1; seed <= random; seed++) {
        const found = readCase(randomCase(seed + 31_000)).case!;
        for (const scenario of [null, ...found.scenarios.map(({ id }) => id)])
          if (compare(found, format, profilesOf(found)[seed % 2]!, scenario) === 'held') held++;
      }
      expect(held).toBeGreaterThan(format === 'nfg' ? random / 4 : random);
    });
  },
);

describe('our own files', () => {
  it.each(Object.entries(samples))('%s comes back through its own format with nothing lost', (file, text) => {
    const made = importText(text, { file });
    const found = made.case!;
    const profile = profilesOf(found)[0]!;
    const { losses, again } = through(found, made.format, profile, null);
    expect(besideTerms(losses)).toEqual([]);
    expect(again!.actors.map(({ name }) => name)).toEqual(found.actors.map(({ name }) => name));
    expect(again!.unperceived.map((own) => own.length)).toEqual(found.unperceived.map((own) => own.length));
    if (made.format !== 'nfg')
      expect(again!.options.map(({ id }) => id)).toEqual(found.options.map(({ id }) => id));
  });
});

describe('what a format cannot hold is named', () => {
  const found = readCase(`demarche: 1
title: "Everything, and \\"more\\""
sources: { paper: { title: A paper } }
statements: { s1: { in: paper, by: A clerk, about: town } }
actors:
  town: { name: The town, options: { build: Build, vote: Vote } }
  ferry: { name: The ferry, options: { strike: Strike } }
facts: { flood: A flood }
joint: { contract: { by: [town, ferry] } }
terms: { open: town.build }
opens: { town.vote: town.build, ferry.strike: not flood }
binds: { town.build: town.vote }
irreversible: [town.vote]
impossible: [town.build and ferry.strike]
now: []
readings:
  town: { one: { prefers: [town.build, [town.vote, not ferry.strike]] }, two: { prefers: [open] } }
  ferry: { r: { scores: { ferry.strike: 2 } } }
beliefs: { ferry: { town: two } }
unperceived: { ferry: [town.vote] }
scenarios: { wet: { fix: { flood: true } } }
evidence: [{ statement: s1, actor: town, likelihood: { one: 0.5, two: 0.5 } }]
questions: { q: { ask: Is it open?, holds-when: open } }
`).case!;
  const profile = { town: 'one', ferry: 'r' };
  const losses = (format: ExportFormat, more: object = {}) =>
    exportCase(found, { format, profile, scenario: null, chosen, ...more }).losses;
  const what = (list: readonly Loss[], weight: Loss['weight']) =>
    list.filter((one) => one.weight === weight).map((one) => one.what);

  it('rules of the conflict', () => {
    expect(what(losses('gmcr'), 'conflict').sort()).toEqual([
      'the gate of “town.vote”',
      'the joint option “contract”',
      'the lock of “town.build”',
    ]);
    expect(what(losses('csv'), 'conflict').sort()).toEqual([
      'that “town.vote” goes one way only',
      'the gate of “town.vote”',
      'the joint option “contract”',
      'the lock of “town.build”',
      'what “ferry” does not perceive',
    ]);
    expect(what(losses('nfg'), 'never')).toEqual([
      'what is impossible between actors (2 of 8 combinations of what each can do)',
    ]);
  });

  it('what is around it, unless a part was asked for', () => {
    expect(what(losses('gmcr'), 'around')).toEqual([
      'the other readings of “town”: “two”',
      'the scenarios “wet”',
      'where things stand',
      'the facts “flood”',
      'the terms “open”',
      'the beliefs of “ferry”',
      'the questions “q”',
      'the sources “paper”',
      'the statements “s1”',
      'the evidence “s1”',
    ]);
    const asked = what(losses('gmcr', { chosen: { readings: ['town'], scenario: true } }), 'around');
    expect(asked).not.toContain('the other readings of “town”: “two”');
    expect(asked).not.toContain('the scenarios “wet”');
  });

  it('with places', () => {
    for (const { path, why } of losses('csv')) {
      expect(path.length).toBeGreaterThan(0);
      expect(why).not.toBe('');
    }
  });
});

describe('what is written', () => {
  const caseOf = (lines: string) =>
    readCase(`demarche: 1
title: Small
actors: { a: { options: { x: X, y: Y } }, b: { options: { z: "=Z \\"and\\" <more>" } } }
${lines}`).case!;
  const first = (found: Case) => profilesOf(found)[0]!;
  const written = (found: Case, format: ExportFormat) =>
    exportCase(found, { format, profile: first(found), scenario: null, chosen }).text();

  it('statements stay statements, a list that counts alike becomes several', () => {
    const found = caseOf(
      'readings: { a: { r: { prefers: [a.x implies b.z, [a.x, a.y, b.z]] } }, b: { r: { prefers: [not b.z] } } }',
    );
    const file = JSON.parse(written(found, 'gmcr'));
    expect(file.useManualPreferenceRanking).toBe(false);
    expect(file.decisionMakers[0].preferences).toHaveLength(4);
    expect(file.decisionMakers[1].preferences).toEqual([[[2, 'N']]]);
    expect(file.decisionMakers[0].preferences[1]).toEqual([
      [0, 'Y'],
      [1, 'Y'],
      [2, 'Y'],
    ]);
  });

  it('other orders become rankings by hand, for everyone', () => {
    const found = caseOf(
      'readings: { a: { r: { scores: { a.x: 1, a.y: 1 } } }, b: { r: { prefers: [not b.z] } } }',
    );
    const file = JSON.parse(written(found, 'gmcr'));
    expect(file.useManualPreferenceRanking).toBe(true);
    expect(file.decisionMakers.map((one: { preferenceRanking: unknown }) => one.preferenceRanking)).toEqual([
      [
        [4, 8],
        [2, 3, 6, 7],
        [1, 5],
      ],
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
    ]);
  });

  it('a game with the numbers of the case, strategies named by the options taken', () => {
    const found = caseOf(
      'readings: { a: { r: { payoffs: [1, 2.5, -3, 4, 5, 6, 7, 8] } }, b: { r: { prefers: [not b.z] } } }',
    );
    expect(written(found, 'nfg')).toBe(`NFG 1 R "Small" { "a" "b" }

{ { "None of it" "X" "Y" "X + Y" }
{ "None of it" "=Z \\"and\\" <more>" }
}
"Payoffs say what is preferred to what; larger is better."

1 2
2.5 2
-3 2
4 2
5 1
6 1
7 1
8 1
`);
  });

  it('a table', () => {
    const found = caseOf(
      'impossible: [a.x, a.y]\nreadings: { a: { r: { prefers: [b.z] } }, b: { r: { prefers: [not b.z] } } }',
    );
    expect(written(found, 'csv')).toBe('state,a.x,a.y,b.z,a,b\r\n0,N,N,N,1,2\r\n4,N,N,Y,2,1\r\n');
  });
});
