import fc from 'fast-check';
import { op, type Program } from '../src/program.ts';

/** An expression before the number of options is known: a bit counts round over the options there are. */
export type RandomExpression =
  | { readonly bit: number }
  | { readonly word: number; readonly of: readonly RandomExpression[] }
  | { readonly word: number; readonly of: readonly RandomExpression[]; readonly bound: number };

const { expression } = fc.letrec<{ expression: RandomExpression; leaf: RandomExpression }>((tie) => ({
  leaf: fc.oneof(
    { weight: 12, arbitrary: fc.record({ bit: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ word: fc.constantFrom(op.true, op.false), of: fc.constant([]) }) },
  ),
  expression: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 2, arbitrary: tie('leaf') },
    { weight: 2, arbitrary: fc.record({ word: fc.constant(op.not), of: fc.tuple(tie('expression')) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        word: fc.constantFrom(op.and, op.or, op.xor, op.implies, op.iff),
        of: fc.tuple(tie('expression'), tie('expression')),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        word: fc.constantFrom(op.exactly, op.atLeast, op.atMost),
        of: fc.array(tie('expression'), { minLength: 1, maxLength: 4 }),
        bound: fc.nat(4),
      }),
    },
  ),
}));

/** Random expressions with every operator of the language. */
export const expressions: fc.Arbitrary<RandomExpression> = expression;

/** In postfix, over the first `options` bits. */
export function programOf(expression: RandomExpression, options: number): Program {
  const words = (part: RandomExpression): number[] => {
    if ('bit' in part) return [part.bit % options];
    const operands = part.of.flatMap(words);
    return 'bound' in part ? [...operands, part.word, part.bound, part.of.length] : [...operands, part.word];
  };
  return Int32Array.from(words(expression));
}

/** Holds at one state only. */
export function programAt(code: number, options: number): Program {
  const literals = [...Array(options).keys()].map((k) => ((code >>> k) & 1 ? [k] : [k, op.not]));
  return Int32Array.from(literals.flatMap((literal, at) => (at === 0 ? literal : [...literal, op.and])));
}
