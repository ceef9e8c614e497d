import fc from 'fast-check';
import type { Program } from '../../../engine/src/program.ts';
import { type Concept, concepts } from '../../../engine/src/solver.ts';
import { conflicts, type RandomConflict } from '../../../engine/test/random-conflict.ts';
import { expressions, programOf } from '../../../engine/test/random-expression.ts';
import { feasibleStates } from '../../../engine/test/reference/conflict.ts';
import { truth } from '../../../engine/test/reference/truth.ts';
import type { AgreementSetting } from './course.ts';

/** A conflict that starts somewhere, three questions about it, and a way of computing. */
export type RandomCell = RandomConflict & {
  readonly now: number;
  /** What is asked, as programs, and the states where each holds: `q0`, `q1`, `q2`. */
  readonly asked: readonly Program[];
  readonly questions: Readonly<Record<string, (code: number) => boolean>>;
  readonly concept: Concept;
  readonly setting: AgreementSetting;
};

export const settings: readonly AgreementSetting[] = ['any', 'at-rest', 'none'];

/** Most cells have agreements anywhere, because they are what is hardest to get right. */
const setting = fc.constantFrom(...settings, 'any' as const, 'any' as const);

export const cells: fc.Arbitrary<RandomCell> = fc
  .record({
    conflict: conflicts({ actors: { min: 1, max: 4 } }),
    start: fc.nat(63),
    asked: fc.tuple(expressions, expressions, expressions),
    concept: fc.constantFrom(...concepts),
    setting,
  })
  .filter(({ conflict: { model } }) => feasibleStates(model).length > 0)
  .map(({ conflict, start, asked, concept, setting }) => {
    const states = feasibleStates(conflict.model);
    const { length } = conflict.model.options;
    const programs = asked.map((expression) => programOf(expression, length));
    const questions = programs.map((program, at) => [`q${at}`, truth(program)]);
    return {
      ...conflict,
      now: states[start % states.length]!,
      asked: programs,
      questions: Object.fromEntries(questions),
      concept,
      setting,
    };
  });
