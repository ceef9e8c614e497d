import {
  type Case,
  compileCase,
  evaluateExpression,
  type Formula,
  type Order,
  readCase,
  type SeenMove,
  statesWithoutScenario,
} from '@demarche/case';
import { describe, expect, test } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { type Random, randomFrom } from '../../../case/test/random.ts';
import { conflictOf, isOn } from '../../../engine/test/reference/conflict.ts';
import { reach } from '../../../engine/test/reference/moves.ts';
import { deep } from '../../../engine/test/runs.ts';
import { menuOf } from '../../src/weigh/menu.ts';
import { logChoice } from '../../src/weigh/move.ts';

type State = { readonly code: number; readonly facts: readonly string[] };

const settingOf = (found: Case, { code, facts }: State) => [
  ...found.options.flatMap(({ id }, k) => (isOn(code, k) ? [{ id, value: true }] : [])),
  ...facts.map((id) => ({ id, value: true })),
];

/** What an order says of a state, by the words of the page: a share per priority, or one number. */
function seen(found: Case, order: Order, { code, facts }: State): readonly number[] | number | undefined {
  const holds = ({ expression }: Formula) => evaluateExpression({ ...found, now: facts }, expression, code);
  switch (order.kind) {
    case 'prefers':
      return order.priorities.map(({ that }) => that.filter(holds).length / that.length);
    case 'ranking': {
      const first = order.classes.findIndex((one) => one.some(holds));
      return first < 0 ? -order.classes.length : -first;
    }
    case 'scores':
      return Number(order.scores.reduce((sum, one) => sum + (holds(one) ? one.weight : 0), 0).toFixed(9));
    case 'payoffs': {
      const at = [...statesWithoutScenario(found)].indexOf(code);
      return at < 0 ? undefined : order.payoffs[at]!;
    }
  }
}

function score(order: Order, all: readonly (readonly number[] | number | undefined)[], at: number): number {
  if (all.some((one) => one === undefined)) return 0;
  const own = all[at]!;
  if (typeof own !== 'number') {
    const scale = own.reduce((sum, _, k) => sum + 1 / 2 ** (k + 1), 0);
    return own.reduce((sum, share, k) => sum + share / 2 ** (k + 1), 0) / scale;
  }
  expect(order.kind).not.toBe('prefers');
  const worse = new Set(all.filter((one) => (one as number) < own)).size;
  const distinct = new Set(all).size;
  return distinct < 2 ? 0 : worse / (distinct - 1);
}

/** The menu by the page: {from, to} and what R_a allows from there, what no priority of any reading tells apart once. */
function byDefinition(found: Case, actor: number, from: State, to: State) {
  const { model, ranks } = compileCase({ ...found, now: from.facts });
  const conflict = conflictOf(
    model,
    found.actors.map((_, i) => ranks(i, found.readings[i]![0]!.id)),
  );
  const reached = conflict.feasible(from.code) ? [...reach(conflict, actor, from.code)] : [];
  const states = new Map(
    [to, from, ...reached.map((code) => ({ code, facts: from.facts }))].map((one) => [
      JSON.stringify(one),
      one,
    ]),
  );
  const readings = found.readings[actor]!;
  const classes = new Map<string, State[]>();
  for (const state of states.values()) {
    const view = readings.map(({ order }) => seen(found, order, state));
    const key = JSON.stringify(view.map((one) => one ?? 'nothing'));
    classes.set(key, [...(classes.get(key) ?? []), state]);
  }
  const items = [...classes.values()];
  return readings.map(({ order }) => {
    const views = items.map((item) => seen(found, order, item[0]!));
    const scores = items.map((_, at) => score(order, views, at));
    return { sizes: items.map(({ length }) => length), scores };
  });
}

function drawn(random: Random, found: Case): { actor: number; from: State; to: State } {
  const actor = random.below(found.actors.length);
  const facts = () => found.facts.filter(() => random.chance(0.5)).map(({ id }) => id);
  const any = (): State => ({ code: random.below(2 ** found.options.length), facts: facts() });
  const from = any();
  const flip = random.below(found.options.length);
  const code = isOn(from.code, flip) ? from.code - 2 ** flip : from.code + 2 ** flip;
  return { actor, from, to: random.chance(0.5) ? { code, facts: from.facts } : any() };
}

describe('menus without a menu', () => {
  test('equal the definition on random cases of every kind of order', () => {
    const kinds = new Set<string>();
    let grown = 0;
    for (let seed = 0; seed < (deep ? 1500 : 150); seed++) {
      const { case: found } = readCase(randomCase(seed));
      const random = randomFrom(seed);
      for (let k = 0; k < 3; k++) {
        const { actor, from, to } = drawn(random, found!);
        const move: SeenMove = {
          id: 'm',
          actor,
          from: settingOf(found!, from),
          to: settingOf(found!, to),
          because: [],
        };
        const menu = menuOf(found!, move);
        const expected = byDefinition(found!, actor, from, to);
        if (menu.items.length > 2) grown++;
        expected.forEach(({ sizes, scores }, h) => {
          kinds.add(found!.readings[actor]![h]!.order.kind);
          const label = `seed ${seed} reading ${h}`;
          const judged = menu.judged[h]!;
          const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
          expect(sorted(menu.items.map(({ states }) => states)), label).toEqual(sorted(sizes));
          // The state chosen is in the first class of the definition.
          expect(menu.chosen, label).toBe(0);
          expect(judged.scores[0], label).toBeCloseTo(scores[0]!, 9);
          for (const lambda of [0.5, 4])
            expect(logChoice(judged.scores, 0, lambda), label).toBeCloseTo(logChoice(scores, 0, lambda), 9);
        });
      }
    }
    expect([...kinds].sort()).toEqual(['payoffs', 'prefers', 'ranking', 'scores']);
    expect(grown).toBeGreaterThan(50);
  });

  test('in graph form follow the moves of the graph', () => {
    const { case: found } = readCase(`
demarche: 1
title: A graph
states: { a: A, b: B, c: C }
actors:
  one: { name: One, moves: { a: [b, c] } }
  two: { name: Two, moves: { b: a } }
now: [a]
readings:
  one:
    up: { ranking: [c, b, a] }
    down: { payoffs: [3, 2, 1] }
  two: { base: { ranking: [a, [b, c]] } }
`);
    const move: SeenMove = {
      id: 'm',
      actor: 0,
      from: [{ id: 'a', value: true }],
      to: [{ id: 'b', value: true }],
      because: [],
    };
    const { items, judged } = menuOf(found!, move);
    expect(items.map(({ code }) => code)).toEqual([1, 0, 2]);
    expect(judged.map(({ scores }) => scores)).toEqual([
      [0.5, 0, 1],
      [0.5, 1, 0],
    ]);
  });
});
