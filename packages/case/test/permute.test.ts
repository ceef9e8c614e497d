import { describe, expect, it } from 'vitest';
import { type Case, type Compiled, compileCase, readCase, renameIds } from '../src/index.ts';
import { randomCase } from './arbitrary-case.ts';
import { permuteCase, renameCase } from './permute-case.ts';
import { repoCases } from './repo-cases.ts';

const runs = process.env.DEMARCHE_DEEP ? 1_000 : 60;

/** The codes of `other` in the bits of `one`, given what each option is called there. */
function translated(one: Case, other: Case, name: (id: string) => string, code: number): number {
  const bits = new Map(other.options.map(({ id }, k) => [id, k]));
  let out = 0;
  one.options.forEach(({ id }, k) => {
    if ((code >>> k) & 1) out += 2 ** bits.get(name(id))!;
  });
  return out;
}

/** The order a reading gives, as the list of its states from worst to best with ties, in the codes of another case. */
function orderOf(compiled: Compiled, actor: number, reading: string, code: (code: number) => number): string {
  const ranks = compiled.ranks(actor, reading);
  return [...compiled.structure.codes]
    .map((one, k) => [code(one), ranks[k]!] as const)
    .sort((a, b) => a[0] - b[0])
    .join(' ');
}

function compare(
  text: string,
  other: string,
  name: (id: string) => string,
  actorName: (id: string) => string,
  readingName: (actor: string, id: string) => string,
  scenarioName: (id: string) => string,
) {
  const [one, two] = [readCase(text).case!, readCase(other).case!];
  for (const scenario of [null, ...one.scenarios.map(({ id }) => id)]) {
    const first = compileCase(one, scenario);
    const second = compileCase(two, scenario === null ? null : scenarioName(scenario));
    const code = (state: number) => translated(one, two, name, state);
    expect(code(first.now!)).toBe(second.now);
    one.actors.forEach(({ id: actor }, a) => {
      const b = two.actors.findIndex(({ id }) => id === actorName(actor));
      for (const { id } of one.readings[a]!) {
        expect(orderOf(first, a, id, code)).toBe(
          orderOf(second, b, readingName(actor, id), (state) => state),
        );
      }
    });
  }
}

describe('order and names mean nothing', () => {
  it('reordering actors, options, readings and the rest changes no order of states', () => {
    for (let seed = 0; seed < runs; seed++) {
      const text = randomCase(seed);
      const same = (id: string) => id;
      compare(text, permuteCase(text, seed), same, same, (_, id) => id, same);
    }
  });

  it('renaming everything changes no order of states', () => {
    for (let seed = 0; seed < runs; seed++) {
      const text = randomCase(seed);
      const { text: renamed, mapping } = renameCase(text, seed);
      const name = (id: string) => {
        const [actor, option] = id.split('.');
        return option === undefined ? mapping.names[id]! : `${mapping.actors[actor!]}.${mapping.options[id]}`;
      };
      compare(
        text,
        renamed,
        name,
        (id) => mapping.actors[id]!,
        (actor, id) => mapping.readings[`${actor}.${id}`]!,
        (id) => mapping.scenarios[id]!,
      );
    }
  });
});

describe('renaming', () => {
  it.each(repoCases)('$file there and back is the same text', ({ text }) => {
    const { text: renamed, mapping } = renameCase(text, 1);
    expect(readCase(renamed).case).toBeDefined();
    const turned = (
      table: Readonly<Record<string, string>>,
      key: (id: string) => string = (id) => id,
      value = (id: string) => id,
    ) => Object.fromEntries(Object.entries(table).map(([from, to]) => [key(`${from}\n${to}`), value(from)]));
    const plain = (table: Readonly<Record<string, string>>) => turned(table, (both) => both.split('\n')[1]!);
    const owned = (table: Readonly<Record<string, string>>) =>
      turned(
        table,
        (both) => `${mapping.actors[both.split('.')[0]!]}.${both.split('\n')[1]}`,
        (from) => from.slice(from.indexOf('.') + 1),
      );
    const back = renameIds(renamed, {
      actors: plain(mapping.actors),
      statements: plain(mapping.statements),
      sources: plain(mapping.sources),
      names: plain(mapping.names),
      scenarios: plain(mapping.scenarios),
      questions: plain(mapping.questions),
      options: owned(mapping.options),
      readings: owned(mapping.readings),
    });
    expect(back).toBe(text);
  });

  it('leaves no old id in what is renamed', () => {
    const { text } = renameCase(randomCase(3), 3);
    expect(text).not.toMatch(/\b(?:north|south|east|west)\.|calm:|sealed:|drought:/);
  });
});
