import { evaluate } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import {
  type Case,
  codes,
  compileCase,
  evaluateExpression,
  exampleCase,
  type Formula,
  LimitError,
  readCase,
} from '../src/index.ts';
import { randomCase } from './arbitrary-case.ts';

const runs = process.env.DEMARCHE_DEEP ? 3_000 : 100;

/** Feasibility straight from the words of the design: nothing impossible holds, what a scenario fixes is as it says. */
function feasible(found: Case, code: number, scenario: string | null): boolean {
  const fix = found.scenarios.find(({ id }) => id === scenario)?.fix ?? {};
  return (
    !found.impossible.some(({ expression }) => evaluateExpression(found, expression, code, scenario)) &&
    found.options.every(({ id }, k) => !(id in fix) || ((code >>> k) & 1) === Number(fix[id]))
  );
}

/** The order of two states straight from the definition of each kind: positive where the first is better. */
function better(
  found: Case,
  actor: number,
  reading: string,
  scenario: string | null,
  states: number[],
): (a: number, b: number) => number {
  const { order } = found.readings[actor]!.find(({ id }) => id === reading)!;
  const holds = (formula: Formula, code: number) =>
    evaluateExpression(found, formula.expression, code, scenario);
  switch (order.kind) {
    case 'prefers':
      return (a, b) => {
        for (const { that } of order.priorities) {
          const difference =
            that.filter((one) => holds(one, a)).length - that.filter((one) => holds(one, b)).length;
          if (difference !== 0) return difference;
        }
        return 0;
      };
    case 'ranking': {
      const place = (code: number) =>
        order.classes.findIndex((one) => one.some((formula) => holds(formula, code)));
      return (a, b) => place(b) - place(a);
    }
    case 'scores': {
      const sum = (code: number) =>
        order.scores.reduce((all, one) => all + (holds(one, code) ? one.weight : 0), 0);
      return (a, b) => sum(a) - sum(b);
    }
    case 'payoffs':
      return (a, b) => order.payoffs[states.indexOf(a)]! - order.payoffs[states.indexOf(b)]!;
  }
}

describe('compiling', () => {
  it('gives the states, gates, locks and orders that the definitions give', () => {
    for (let seed = 1000; seed < 1000 + runs; seed++) {
      const found = readCase(randomCase(seed, { options: 5 })).case!;
      const cube = Array.from({ length: 2 ** found.options.length }, (_, code) => code);
      const without = cube.filter((code) => feasible(found, code, null));
      for (const scenario of [null, ...found.scenarios.map(({ id }) => id)]) {
        const compiled = compileCase(found, scenario);
        const states = cube.filter((code) => feasible(found, code, scenario));
        expect([...compiled.structure.codes], `seed ${seed}`).toEqual(states);
        expect(states).toContain(compiled.now);
        found.options.forEach(({ gate, lock }, k) => {
          const option = compiled.model.options[k]!;
          for (const [formula, program] of [
            [gate, option.gate],
            [lock, option.lock],
          ] as const) {
            expect(program === undefined).toBe(formula === undefined);
            if (!formula || !program) continue;
            const stack = new Uint8Array(program.length + 1);
            for (const code of states)
              expect(evaluate(program, code, stack)).toBe(
                evaluateExpression(found, formula.expression, code, scenario),
              );
          }
        });
        found.readings.forEach((own, actor) => {
          for (const { id } of own) {
            const ranks = compiled.ranks(actor, id);
            const order = better(found, actor, id, scenario, without);
            const differing: number[][] = [];
            for (let a = 0; a < states.length; a++) {
              for (let b = 0; b < a; b++) {
                const said = Math.sign(ranks[a]! - ranks[b]!);
                if (said !== Math.sign(order(states[a]!, states[b]!)))
                  differing.push([states[a]!, states[b]!]);
              }
            }
            expect(differing, `seed ${seed} ${id}`).toEqual([]);
            expect(compiled.ranks(actor, id)).toBe(ranks);
          }
        });
      }
    }
  });

  it('refuses what is too large by a typed error', () => {
    const found = readCase(exampleCase(codes['too-large'].example!)).case!;
    expect(() => compileCase(found)).toThrow(LimitError);
  });

  it('starts a scenario where `start` and `fix` say', () => {
    const found = readCase(
      exampleCase(`facts: { flood: High water }
now: [town.build]
scenarios:
  a: { start: { town.build: false, town.toll: true } }
  b: { fix: { town.toll: true, flood: true } }
`),
    ).case!;
    expect([null, 'a', 'b'].map((id) => compileCase(found, id).now)).toEqual([1, 2, 3]);
    expect(compileCase(found, 'b').model.fixed).toEqual([{ option: 1, on: true }]);
    expect([...compileCase(found, 'b').structure.codes]).toEqual([2, 3, 6, 7]);
    const flood: Formula = { text: 'flood', expression: { kind: 'name', name: 'flood', start: 0, end: 5 } };
    expect([null, 'b'].map((id) => [...compileCase(found, id).program(flood)])).toEqual([[-2], [-1]]);
  });
});
