import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, compileCase, type Order } from '@demarche/case';
import { drawsOf } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { drawArrangement } from '../../src/sweep/draw-order.ts';
import { movableOf } from '../../src/sweep/movable.ts';
import { soundCase } from './small-case.ts';

const deep = process.env.DEMARCHE_DEEP === '1';

const text = `
demarche: 1
title: Orders of every kind
actors:
  a: { options: { x: X, y: Y } }
  b: { options: { z: Z } }
impossible: [a.x and b.z]
now: []
readings:
  a:
    list: { prefers: [a.x, [a.y, b.z], not a.y] }
    classes: { ranking: [a.x and a.y, [a.x, b.z], a.y, 'true'] }
    sums: { scores: { a.x: 3, a.y: -5, b.z: 3, a.x or b.z: 1 } }
    numbers: { payoffs: [2, 7, 7, -1, 2, 0] }
  b: { one: { prefers: [b.z] } }
`;
const found = soundCase(text);
const compiled = compileCase(found);

function withOrder(order: Order): Case {
  return { ...found, readings: [[{ ...found.readings[0]![0]!, id: 'drawn', order }], found.readings[1]!] };
}

const orderOf = (id: string) => found.readings[0]!.find((one) => one.id === id)!.order;

describe.each(['list', 'classes', 'sums', 'numbers'])('%s', (id) => {
  const movable = movableOf(compiled, orderOf(id));

  it('as given where nothing moved', () => {
    const given = Array.from({ length: movable.items }, (_, k) => k);
    expect(movable.ranks(given)).toEqual(compiled.ranks(0, id));
  });
});

describe('what moves', () => {
  const ranksOf = (order: Order) => compileCase(withOrder(order)).ranks(0, 'drawn');

  it('lines of a list; a nested list moves as one', () => {
    const order = orderOf('list');
    if (order.kind !== 'prefers') throw new Error();
    const drawn = { ...order, priorities: [2, 0, 1].map((k) => order.priorities[k]!) };
    expect(movableOf(compiled, order).ranks([2, 0, 1])).toEqual(ranksOf(drawn));
  });

  it('classes of a ranking, with the states they had', () => {
    const ranks = movableOf(compiled, orderOf('classes')).ranks([3, 1, 0, 2]);
    const before = compiled.ranks(0, 'classes');
    // Ranks 4, 3, 2, 1 were the classes 0, 1, 2, 3.
    const now = [2, 3, 1, 4];
    expect([...ranks]).toEqual([...before].map((rank) => now[4 - rank]!));
  });

  it('formulas over sizes of weights, each with its sign', () => {
    const order = orderOf('sums');
    if (order.kind !== 'scores') throw new Error();
    const movable = movableOf(compiled, order);
    expect(movable.tied).toEqual([[1, 2]]);
    // Places by size: a.y (5), a.x (3), b.z (3), the disjunction (1).
    const drawn = { 'a.x': 5, 'a.y': -1, 'b.z': 3, 'a.x or b.z': 3 } as Readonly<Record<string, number>>;
    const scores = order.scores.map((one) => ({ ...one, weight: drawn[one.text]! }));
    expect(movable.ranks([1, 2, 3, 0])).toEqual(ranksOf({ kind: 'scores', scores }));
  });

  it('states of one payoff together', () => {
    const movable = movableOf(compiled, orderOf('numbers'));
    expect(movable.items).toBe(4);
    // 7 and 2 change places.
    const payoffs = [7, 2, 2, -1, 7, 0];
    expect(movable.ranks([1, 0, 2, 3])).toEqual(ranksOf({ kind: 'payoffs', payoffs }));
  });
});

it('what the given order leaves equal is as likely one way as the other', () => {
  const movable = movableOf(compiled, orderOf('sums'));
  const first = { 1: 0, 2: 0 };
  for (let k = 0; k < 4000; k++) {
    const order = drawArrangement(movable, 'mallows', 0.3, drawsOf(4, k));
    if (order.indexOf(1) < order.indexOf(2)) first[1]++;
    else first[2]++;
  }
  // 4.5 standard deviations of 4 000 fair coins.
  expect(Math.abs(first[1] - first[2])).toBeLessThan(2 * 4.5 * Math.sqrt(1000));
});

describe('as given where nothing moved, in every form of a case', () => {
  const root = join(import.meta.dirname, '../../../..');
  const files = globSync(
    '{cases/*/case.yaml,fixtures/oracle/*.yaml,packages/cli/test/files/coalesced.yaml}',
    {
      cwd: root,
    },
  ).filter((file) => !file.includes('large'));
  const texts = [
    ...files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
    ...Array.from({ length: deep ? 400 : 40 }, (_, k) => [`random ${k}`, randomCase(7000 + k)] as const),
  ];
  it.each(texts)('%s', (_, text) => {
    const found = soundCase(text);
    for (const scenario of [null, ...found.scenarios.map(({ id }) => id)]) {
      const compiled = compileCase(found, scenario);
      found.readings.forEach((readings, actor) => {
        for (const { id, order } of readings) {
          const movable = movableOf(compiled, order);
          const given = Array.from({ length: movable.items }, (__, k) => k);
          expect(movable.ranks(given), `${id} ${scenario}`).toEqual(compiled.ranks(actor, id));
        }
      });
    }
  });
});
