import fc from 'fast-check';
import type { Direction, Model, OptionSpec } from '../src/model.ts';
import { expressions, programAt, programOf, type RandomExpression } from './random-expression.ts';
import { feasibleStates } from './reference/conflict.ts';
import { truth } from './reference/truth.ts';

/** A model with one rank array per actor, over its feasible states in ascending code. */
export type RandomConflict = { readonly model: Model; readonly ranks: readonly Uint32Array[] };

/** What may occur; everything may unless said otherwise. */
export type Shape = {
  readonly actors?: { readonly min: number; readonly max: number };
  readonly options?: { readonly max: number };
  /** No infeasible states, no one-way options, gates, locks, nothing fixed, every option one owner's. */
  readonly plain?: boolean;
  /** No two states tie for anybody. */
  readonly strict?: boolean;
};

const mostOptions = 6;
const mostStates = 2 ** mostOptions;
const eachState = (values: fc.Arbitrary<number>) =>
  fc.array(values, { minLength: mostStates, maxLength: mostStates });

/** Raw draws, interpreted below whatever the other draws are, so that each shrinks by itself. */
type RawOption = {
  readonly owner: number;
  readonly mode: OptionSpec['mode'];
  readonly among: number;
  readonly direction: Direction;
  readonly gate: RandomExpression | undefined;
  readonly lock: RandomExpression | undefined;
  readonly fixed: boolean | undefined;
};

const seldom = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary });

const rawOption: fc.Arbitrary<RawOption> = fc.record({
  owner: fc.nat(3),
  mode: fc.constantFrom('single', 'single', 'single', 'all', 'any'),
  among: fc.nat(15),
  direction: fc.constantFrom('both', 'both', 'forward', 'back'),
  gate: seldom(expressions),
  lock: seldom(expressions),
  fixed: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, false, true),
});

/** Which of the rarer things this conflict has at all, so that plain ones are common too. */
const features = fc.record({
  oneWay: fc.boolean(),
  gates: fc.boolean(),
  locks: fc.boolean(),
  shared: fc.boolean(),
  fixed: fc.constantFrom(false, false, true),
});
type Features = { readonly [feature in 'oneWay' | 'gates' | 'locks' | 'shared' | 'fixed']: boolean };

/** Infeasible: a share of the states, what some expressions say, all but one, or all. */
type RawImpossible =
  | { readonly percent: number; readonly draws: readonly number[] }
  | { readonly say: readonly RandomExpression[] }
  | { readonly but: number | undefined };

const rawImpossible: fc.Arbitrary<RawImpossible> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ percent: fc.nat(80), draws: eachState(fc.nat(99)) }) },
  { weight: 8, arbitrary: fc.record({ say: fc.array(expressions, { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ but: seldom(fc.nat(mostStates - 1)) }) },
);

/** An order: from all tied to all distinct, or by priorities as cases write them, the most important first. */
type RawOrder = { readonly draws: readonly number[] } | { readonly prefers: readonly RandomExpression[] };

const distinct: fc.Arbitrary<RawOrder> = fc.record({
  draws: fc.shuffledSubarray([...Array(mostStates).keys()], { minLength: mostStates }),
});
const rawOrder: fc.Arbitrary<RawOrder> = fc.oneof(
  fc.constantFrom(0, 1, 2, 4, 8, 16).chain((levels) => fc.record({ draws: eachState(fc.nat(levels)) })),
  distinct,
  fc.record({ prefers: fc.array(expressions, { minLength: 1, maxLength: 6 }) }),
);

function optionOf(raw: RawOption, has: Features, actors: number, options: number): OptionSpec {
  const among = [...Array(actors).keys()].filter((i) => (raw.among >>> i) & 1);
  const shared = has.shared && raw.mode !== 'single' && among.length > 1;
  return {
    owners: shared ? among : [raw.owner % actors],
    mode: shared ? raw.mode : 'single',
    direction: has.oneWay ? raw.direction : 'both',
    ...(has.gates && raw.gate ? { gate: programOf(raw.gate, options) } : {}),
    ...(has.locks && raw.lock ? { lock: programOf(raw.lock, options) } : {}),
  };
}

function impossibleOf(raw: RawImpossible, options: number): Model['impossible'] {
  if ('say' in raw) return raw.say.map((part) => programOf(part, options));
  const left =
    'but' in raw
      ? (code: number) => raw.but !== undefined && raw.but % 2 ** options === code
      : (code: number) => raw.draws[code]! < 100 - raw.percent;
  const codes = [...Array(2 ** options).keys()].filter((code) => !left(code));
  return codes.map((code) => programAt(code, options));
}

function ranksOf(raw: RawOrder, model: Model): Uint32Array {
  const states = feasibleStates(model);
  if ('draws' in raw) return Uint32Array.from(states, (code) => raw.draws[code]! + 1);
  const priorities = raw.prefers.map((part) => truth(programOf(part, model.options.length)));
  // A priority that holds outweighs everything after it.
  return Uint32Array.from(
    states,
    (code) => priorities.reduce((sum, holds) => 2 * sum + Number(holds(code)), 0) + 1,
  );
}

/** Random small conflicts: 1 to 4 actors, some without options, 1 to 6 options, everything a model can have. */
export function conflicts(shape: Shape = {}): fc.Arbitrary<RandomConflict> {
  const { min, max } = shape.actors ?? { min: 1, max: 4 };
  const most = shape.options?.max ?? mostOptions;
  return fc
    .record({
      actors: fc.integer({ min, max }),
      options: fc.oneof(
        fc.array(rawOption, { minLength: 1, maxLength: most }),
        fc.array(rawOption, { minLength: most, maxLength: most }),
      ),
      has: features,
      impossible: rawImpossible,
      orders: fc.array(shape.strict ? distinct : rawOrder, { minLength: max, maxLength: max }),
    })
    .map(({ actors, options: raw, has, impossible, orders }) => {
      const plain = { oneWay: false, gates: false, locks: false, shared: false, fixed: false };
      const may = shape.plain ? plain : has;
      const options = raw.map((option) => optionOf(option, may, actors, raw.length));
      const fixed = raw.flatMap(({ fixed: on }, option) => (on === undefined ? [] : [{ option, on }]));
      const model: Model = {
        actors,
        options,
        impossible: shape.plain ? [] : impossibleOf(impossible, raw.length),
        ...(may.fixed ? { fixed } : {}),
      };
      return { model, ranks: orders.slice(0, actors).map((order) => ranksOf(order, model)) };
    });
}
