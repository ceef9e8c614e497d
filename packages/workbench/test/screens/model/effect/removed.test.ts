import { evaluateExpression, readCase } from '@demarche/case';
import { expect, test } from 'vitest';
import { randomCase } from '../../../../../case/test/arbitrary-case.ts';
import { repoCases } from '../../../../../case/test/repo-cases.ts';
import { countWords, removedOf } from '../../../../src/screens/model/effect/removed.ts';

test('counts are those of looking at every state', () => {
  for (let seed = 0; seed < 60; seed++) {
    const found = readCase(randomCase(seed, { orders: ['prefers'] })).case!;
    const states = 2 ** found.options.length;
    const hits = Array.from({ length: states }, (_, code) =>
      found.impossible.map(({ expression }) => evaluateExpression(found, expression, code)),
    );
    const count = (held: (hit: readonly boolean[]) => boolean) => hits.filter(held).length;
    const removed = removedOf(found);
    expect(removed.feasible, `seed ${seed}`).toBe(count((hit) => !hit.includes(true)));
    expect(removed.lines, `seed ${seed}`).toEqual(
      found.impossible.map((_, line) => ({
        alone: count((hit) => hit[line]!),
        only: count((hit) => hit.every((one, k) => one === (k === line))),
      })),
    );
  }
});

test('lines that share nothing are counted apart, so that many options are no obstacle', () => {
  const options = Array.from({ length: 30 }, (_, k) => `      o${k}: Option ${k}`).join('\n');
  const found = readCase(
    `demarche: 1\ntitle: Many\nactors:\n  a:\n    options:\n${options}\nreadings: { a: { r: { prefers: [a.o0] } } }
impossible: [a.o0 and a.o1, a.o2 and a.o3, "exactly 2 of (a.o4, a.o5, a.o6)"]\n`,
  ).case!;
  expect(removedOf(found)).toEqual({
    states: 2 ** 30,
    feasible: 2 ** 23 * 3 * 3 * 5,
    lines: [
      { alone: 2 ** 28, only: 2 ** 23 * 3 * 5 },
      { alone: 2 ** 28, only: 2 ** 23 * 3 * 5 },
      { alone: 2 ** 27 * 3, only: 2 ** 23 * 3 * 3 * 3 },
    ],
  });
});

test('a line over too many options at once is not counted', () => {
  const all = Array.from({ length: 20 }, (_, k) => `town.o${k}`);
  const text = `demarche: 1
title: Together
actors: { town: { options: { ${all.map((id) => `${id.slice(5)}: x`).join(', ')} } } }
readings: { town: { r: { prefers: [town.o0] } } }
impossible: ["${all.join(' and ')}"]
`;
  const removed = removedOf(readCase(text).case!);
  expect(removed.feasible).toBeUndefined();
  expect(removed.lines).toEqual([{ alone: undefined, only: undefined }]);
});

test('in graph form the listed states are counted', () => {
  const { text } = repoCases.find(({ file }) => file.includes('harbour-graph'))!;
  const found = readCase(text).case!;
  const removed = removedOf(found);
  expect(removed.states).toBe(found.graph!.states.length);
  expect(removed.feasible).toBe(removed.states);
});

test('counts are written to be read', () => {
  expect(countWords(1_234_567)).toBe('1\u202f234\u202f567');
  expect(countWords(2 ** 40)).toBe('about 1.1 × 10^12');
});
