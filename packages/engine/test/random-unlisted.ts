import fc from 'fast-check';
import type { Model, OptionSpec } from '../src/model.ts';
import type { Program } from '../src/program.ts';
import type { Unlisted } from '../src/unlisted/conflict.ts';
import type { Preference } from '../src/unlisted/preference.ts';
import { conflicts } from './random-conflict.ts';
import { expressions, programOf, type RandomExpression } from './random-expression.ts';

type RawPreference =
  | { readonly kind: 'priorities'; readonly lines: readonly (readonly RandomExpression[])[] }
  | { readonly kind: 'classes'; readonly lines: readonly (readonly RandomExpression[])[] }
  | {
      readonly kind: 'scores';
      readonly scores: readonly { readonly weight: number; readonly that: RandomExpression }[];
    };

/** Up to three equally important statements in a line. */
const lines = fc.array(fc.array(expressions, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
const weights = fc.constantFrom(-3, -1.5, -0.25, 0, 0.1, 0.2, 0.3, 1, 1, 2, 2.5, 4);
const rawPreference: fc.Arbitrary<RawPreference> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('priorities' as const), lines }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('classes' as const), lines }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('scores' as const),
      scores: fc.array(fc.record({ weight: weights, that: expressions }), { maxLength: 5 }),
    }),
  },
);

function preferenceOf(raw: RawPreference, options: number, strict: boolean): Preference {
  const program = (one: RandomExpression) => programOf(one, options);
  if (raw.kind === 'scores')
    return {
      kind: 'scores',
      scores: raw.scores.map(({ weight, that }) => ({ weight, that: program(that) })),
    };
  if (raw.kind === 'classes') return { kind: 'classes', classes: raw.lines.map((line) => line.map(program)) };
  const single = strict ? Array.from({ length: options }, (_, k) => ({ that: [Int32Array.of(k)] })) : [];
  return {
    kind: 'priorities',
    priorities: [...raw.lines.map((line) => ({ that: line.map(program) })), ...single],
  };
}

/** Conflicts of up to six options with everything that a model can have, and every kind of order, weak and strict. */
export const unlisted: fc.Arbitrary<Unlisted> = fc
  .record({
    conflict: conflicts(),
    raw: fc.array(rawPreference, { minLength: 4, maxLength: 4 }),
    strict: fc.boolean(),
  })
  .map(({ conflict: { model }, raw, strict }) => ({
    model,
    preferences: raw.slice(0, model.actors).map((one) => preferenceOf(one, model.options.length, strict)),
  }));

/** Conflicts of seven to ten options of one owner each, some one-way, some common, with a few forbidden patterns. */
export const wider: fc.Arbitrary<Unlisted> = fc
  .record({
    actors: fc.integer({ min: 2, max: 5 }),
    options: fc.array(
      fc.record({
        owner: fc.nat(4),
        other: fc.nat(4),
        mode: fc.constantFrom('single', 'single', 'single', 'single', 'any', 'all'),
        direction: fc.constantFrom('both', 'both', 'both', 'forward'),
      }),
      { minLength: 7, maxLength: 10 },
    ),
    impossible: fc.array(fc.array(fc.nat(19), { minLength: 2, maxLength: 3 }), { maxLength: 5 }),
    raw: fc.array(fc.array(fc.array(fc.nat(19), { minLength: 1, maxLength: 3 }), { maxLength: 8 }), {
      minLength: 5,
      maxLength: 5,
    }),
  })
  .map(({ actors, options, impossible, raw }) => {
    const pattern = (literals: readonly number[]) => conjunction(literals, options.length);
    const specs = options.map(({ owner, other, mode, direction }): OptionSpec => {
      const owners = [...new Set([owner % actors, other % actors])];
      return mode === 'single' || owners.length === 1
        ? { owners: [owner % actors], mode: 'single', direction }
        : { owners, mode: mode as 'any' | 'all', direction };
    });
    const model: Model = { actors, options: specs, impossible: impossible.map(pattern) };
    return {
      model,
      preferences: raw.slice(0, actors).map((own) => ({
        kind: 'priorities',
        priorities: own.map((line) => ({ that: [pattern(line)] })),
      })),
    };
  });

/** Literals 2k and 2k + 1: option k taken, or not. */
function conjunction(literals: readonly number[], options: number): Program {
  return Int32Array.from(
    literals.flatMap((literal, at) => [
      (literal >> 1) % options,
      ...(literal & 1 ? [-3] : []),
      ...(at > 0 ? [-4] : []),
    ]),
  );
}
