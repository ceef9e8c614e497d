import { describe, expect, it } from 'vitest';
import { exampleCase, lintCase, readCase } from '../src/index.ts';
import { repoCases } from './repo-cases.ts';

/** Code and first underlined line of each warning of the given kinds. */
function lints(example: string, ...kinds: string[]) {
  const text = exampleCase(example);
  const { case: found, diagnostics, positions } = readCase(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return lintCase(found!, positions!)
    .filter(({ code }) => kinds.includes(code))
    .map(({ range: { line, column, endColumn } }) =>
      text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1),
    );
}

describe('an impossible of two actors', () => {
  const joint = 'joint: { contract: { by: [town, ferry] } }\n';
  it.each([
    ['impossible: [town.build and ferry.strike]\n', 1],
    ['terms: { idle: ferry.strike }\nimpossible: [town.build and idle]\n', 1],
    ['impossible: [town.build and town.toll]\n', 0],
    [`${joint}impossible: [contract and ferry.strike]\n`, 0],
    [`${joint}impossible: [contract and town.build and ferry.strike]\n`, 0],
  ])('%j: %i', (example, count) => {
    expect(lints(example, 'two-actor-impossible')).toHaveLength(count);
  });
});

describe('a gate that does not last', () => {
  const joint = 'joint: { contract: { by: [town, ferry] } }\n';
  it.each([
    [`${joint}opens: { ferry.strike: not contract }\n`, 1],
    [`${joint}terms: { free: not contract }\nopens: { ferry.strike: free }\n`, 1],
    [`${joint}opens: { ferry.strike: contract }\n`, 0],
    [`${joint}opens: { ferry.strike: not not contract }\n`, 0],
    [`${joint}opens: { ferry.strike: contract implies town.build }\n`, 1],
    ['irreversible: [town.build]\nopens: { ferry.strike: not town.build }\n', 1],
    ['irreversible: [{ option: town.build, way: back }]\nopens: { ferry.strike: not town.build }\n', 0],
    ['opens: { ferry.strike: not town.build }\n', 0],
  ])('%j: %i', (example, count) => {
    expect(lints(example, 'gate-not-lasting')).toHaveLength(count);
  });
});

describe('where lints point', () => {
  it('to the signature in now', () => {
    const example = 'terms: { deal: town.build and ferry.strike }\nnow: [ferry.strike]\n';
    expect(lints(example, 'standing-signature')).toEqual(['ferry.strike']);
    expect(lints(example.replace('[ferry', '[town.build, ferry'), 'standing-signature')).toEqual([]);
  });

  it('to the priority, also in a tie group', () => {
    const example = `facts: { flood: High water }
readings:
  town: { growth: { prefers: [[town.build, town.toll implies town.toll], flood] } }
  ferry: { trade: { prefers: [not town.build, "false"] } }
`;
    expect(lints(example, 'always-true')).toEqual(['[town.build, town.toll implies town.toll]']);
    expect(lints(example, 'never-true')).toEqual(['flood', '"false"']);
    expect(lints(`${example}scenarios: { wet: { fix: { flood: true } } }\n`, 'never-true')).toEqual([
      '"false"',
    ]);
  });

  it('to options, actors and moves', () => {
    expect(lints('joint: { contract: { by: [town, ferry] } }\n', 'unmentioned-option')).toEqual(['contract']);
    expect(lints('', 'unquestioned-actor')).toEqual(['town', 'ferry']);
    const moves = `moves-seen:
  - { actor: ferry, menu: { sail: [], stop: [ferry.strike] }, chose: sail }
  - { actor: ferry, from: [], to: [town.build] }
`;
    expect(lints(moves, 'silent-move')).toHaveLength(1);
  });

  it.each(repoCases)('$file has no lint that throws', ({ text }) => {
    const { case: found, positions } = readCase(text);
    expect(() => lintCase(found!, positions!)).not.toThrow();
  });
});
