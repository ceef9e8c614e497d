import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../src/program.ts';
import { conflicts, type RandomConflict } from './random-conflict.ts';
import { expressions, programOf } from './random-expression.ts';
import { feasibleStates } from './reference/conflict.ts';
import { truth } from './reference/truth.ts';
import { runs } from './runs.ts';

const sample = fc.sample(conflicts(), { numRuns: 2_000, seed: 1 });
const share = (which: (conflict: RandomConflict) => boolean) => sample.filter(which).length / sample.length;
const some = (which: (option: RandomConflict['model']['options'][number]) => boolean) =>
  share(({ model }) => model.options.some(which));
const feasibleShare = ({ model }: RandomConflict) => feasibleStates(model).length / 2 ** model.options.length;

test('the random conflicts have everything in them, and often enough', () => {
  const shares = {
    'one actor': share(({ model }) => model.actors === 1),
    'four actors': share(({ model }) => model.actors === 4),
    'an actor without options': share(({ model }) =>
      [...Array(model.actors).keys()].some((i) => !model.options.some(({ owners }) => owners.includes(i))),
    ),
    'six options': share(({ model }) => model.options.length === 6),
    forward: some(({ direction }) => direction === 'forward'),
    back: some(({ direction }) => direction === 'back'),
    gate: some(({ gate }) => gate !== undefined),
    lock: some(({ lock }) => lock !== undefined),
    joint: some(({ mode }) => mode === 'all'),
    common: some(({ mode }) => mode === 'any'),
    fixed: share(({ model }) => (model.fixed ?? []).length > 0),
    'no state': share((conflict) => feasibleShare(conflict) === 0),
    'one state': share(({ model }) => feasibleStates(model).length === 1),
    'every state': share((conflict) => feasibleShare(conflict) === 1),
    'under half of the states': share((conflict) => feasibleShare(conflict) < 0.5),
    'all distinct': share(({ ranks }) =>
      ranks.some((rank) => rank.length > 8 && new Set(rank).size === rank.length),
    ),
    'all tied': share(({ ranks }) => ranks.some((rank) => rank.length > 8 && new Set(rank).size === 1)),
    'more than thirty states': share(({ model }) => feasibleStates(model).length > 30),
  };
  for (const [what, found] of Object.entries(shares)) expect(found, what).toBeGreaterThan(0.01);
  expect(shares['more than thirty states']).toBeGreaterThan(0.1);
});

test('the evaluator of the engine and the naive one agree', () => {
  fc.assert(
    fc.property(expressions, (expression) => {
      const program = programOf(expression, 6);
      const naive = truth(program);
      for (let code = 0; code < 64; code++) expect(holds(program, code)).toBe(naive(code));
    }),
    runs(2_000, 2),
  );
});
