import type { Belief as CaseBelief, Compiled, Formula } from '@demarche/case';
import fc from 'fast-check';
import type { Program } from '../../../engine/src/program.ts';
import { expressions, programOf } from '../../../engine/test/random-expression.ts';
import { feasibleStates } from '../../../engine/test/reference/conflict.ts';
import { truth } from '../../../engine/test/reference/truth.ts';
import { asCase } from './as-case.ts';
import type { Hypergame } from './hypergame.ts';
import { cells, type RandomCell } from './random-cell.ts';

/** A random cell whose actors may want several things, misread each other, and do not see everything. */
export type RandomHypergame = {
  readonly cell: RandomCell;
  readonly game: Hypergame;
  /** Per actor, the program of what it does not reckon with. */
  readonly hidden: readonly (Program | undefined)[];
};

const often = <T>(arbitrary: fc.Arbitrary<T>, none: T) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, { weight: 1, arbitrary });

export const hypergames: fc.Arbitrary<RandomHypergame> = fc
  .record({
    cell: cells,
    others: fc.array(fc.array(fc.array(fc.nat(15), { minLength: 64, maxLength: 64 }), { maxLength: 2 }), {
      minLength: 4,
      maxLength: 4,
    }),
    beliefs: fc.array(
      fc.record({ holder: fc.nat(3), of: often(fc.nat(3), -1), about: fc.nat(3), reading: fc.nat(2) }),
      { maxLength: 8 },
    ),
    // Few options each, so that there are deals left to make.
    unaware: fc.array(
      often(
        fc.tuple(fc.nat(63), fc.nat(63)).map(([a, b]) => a & b),
        0,
      ),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
    unperceived: fc.array(often(fc.option(expressions), null), { minLength: 4, maxLength: 4 }),
  })
  .map(({ cell, others, beliefs, unaware, unperceived }) => {
    const { model, ranks } = cell;
    const states = feasibleStates(model);
    const readings = ranks.map((base, i) => [
      base,
      ...others[i]!.map((draws) => Uint32Array.from(states, (code) => draws[code]! + 1)),
    ]);
    const hidden = ranks.map((_, i) => {
      const expression = unperceived[i];
      return expression ? programOf(expression, model.options.length) : undefined;
    });
    return {
      cell,
      hidden,
      game: {
        model,
        readings,
        beliefs: beliefs.flatMap(({ holder, of, about, reading }) => {
          const [h, o, a] = [holder, of, about].map((i) => (i === -1 ? -1 : i % ranks.length)) as [
            number,
            number,
            number,
          ];
          const who = o === -1 ? h : o;
          if (who === a || o === h) return [];
          return [
            { holder: h, about: a, reading: reading % readings[a]!.length, ...(o === -1 ? {} : { of: o }) },
          ];
        }),
        unaware: ranks.map((_, i) => model.options.map((_, k) => k).filter((k) => (unaware[i]! >>> k) & 1)),
        unperceived: hidden.map((program) => (program ? truth(program) : () => false)),
      },
    };
  });

/** The same as a compiled case; reading k of an actor is called `r0`, `r1`, `r2`. */
export function asHypergameCase({ cell, game, hidden }: RandomHypergame): (now: number) => Compiled {
  const base = asCase(cell);
  const formulas = new Map<Formula, Program>();
  const unperceived = hidden.map((program, i) => {
    if (!program) return [];
    const formula = {
      text: `hidden ${i}`,
      expression: { kind: 'constant', value: true },
      because: [],
    } as const;
    formulas.set(formula, program);
    return [formula];
  });
  const beliefs: CaseBelief[] = game.beliefs.map((one) => ({
    ...one,
    reading: `r${one.reading}`,
    because: [],
  }));
  return (now) => {
    const compiled = base(now);
    return {
      ...compiled,
      case: {
        ...compiled.case,
        readings: game.readings.map((list) =>
          list.map((ranks, k) => ({
            id: `r${k}`,
            label: `Reading ${k}`,
            heldBy: [],
            because: [],
            order: { kind: 'payoffs' as const, payoffs: [...(ranks as Uint32Array)] },
          })),
        ),
        beliefs,
        unaware: game.unaware.map((options) => options.map((option) => ({ option, because: [] }))),
        unperceived,
      },
      program: (formula) => formulas.get(formula) ?? compiled.program(formula),
      ranks: (actor, reading) => game.readings[actor]![Number(reading.slice(1))] as Uint32Array,
    };
  };
}

export const profileIds = (readings: readonly number[]): Readonly<Record<string, string>> =>
  Object.fromEntries(readings.map((k, i) => [`actor-${i}`, `r${k}`]));
