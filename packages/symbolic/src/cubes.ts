import { bitOf, setBit, type Words, wordsFor } from '@demarche/engine';
import { not, type Wire } from './circuit.ts';
import { type Clauses, clausesInto } from './clauses.ts';
import type { Question } from './question.ts';
import type { Sat, SatMaker } from './sat.ts';

/**
 * States that agree in some options and are free in the others, option 0 first: `1` taken, `0` not, `-` either. `01-` stands for two
 * states.
 */
export type Cube = string;

export function statesIn(cube: Cube): bigint {
  let free = 0n;
  for (const mark of cube) if (mark === '-') free++;
  return 2n ** free;
}

export type CubeLimits = {
  /** Most cubes. */
  readonly cubes: number;
  /** Most conflicts of the solver altogether: how long it may think. */
  readonly conflicts: number;
};

/** How the search ended: with all of them, or at a limit. */
export type CubesEnd = 'all' | 'cubes' | 'conflicts';

/** After so many conflicts in one go the caller has its turn: some hundredths of a second. */
const turn = 1_000;

/**
 * All states that a question asks for, as cubes that have no state in common, so that the sum of their sizes is their number.
 *
 * One solver finds a state outside the cubes so far. A second one holds the opposite, "some fault, or in a cube so far", under the
 * state's literals: that cannot be satisfied, and the literals that it takes to see so are a cube without faults (a sufficient
 * reason). Literals are dropped as long as that stays so: the cube is as large as can be beside those before it. Then it is ruled
 * out in the first solver. Undefined is given now and then, so that others get their turn.
 */
export function* cubesOf(
  question: Question,
  sat: SatMaker,
  limits: CubeLimits,
): Generator<Cube | undefined, CubesEnd> {
  const options = question.state.length;
  const inputs = question.state.flatMap((wire, k) => (wire > 1 ? [k] : []));
  const seeker = sat();
  const seeking = clausesInto(seeker, question.made);
  const literals = new Map(inputs.map((k) => [k, seeking.literal(question.state[k]!, true)]));
  for (const fault of question.faults) seeking.hold(not(fault));
  let left = limits.conflicts;
  let widener: Widener | undefined;
  const earlier: (readonly number[])[] = [];
  try {
    for (let found = 0; ; found++) {
      let answer: boolean | undefined;
      while (answer === undefined) {
        if (left <= 0) return 'conflicts';
        answer = seeker.solve([], Math.min(turn, left));
        if (answer === undefined) {
          left -= turn;
          yield undefined;
        }
      }
      if (!answer) return 'all';
      if (found === limits.cubes) return 'cubes';
      const state = new Uint32Array(wordsFor(options));
      question.state.forEach((wire, k) => {
        setBit(state, k, wire > 1 ? seeker.value(literals.get(k)!) : wire === 1);
      });
      if (!question.holds(state))
        throw new Error(`the solver and the definition disagree about ${[...state]}`);
      const needed = inputs.filter((k) => question.needs(state, k));
      let kept: readonly number[] = inputs;
      if (needed.length < inputs.length) {
        widener ??= widenerFor(question, sat, inputs, earlier);
        kept = widener.widen(state, needed);
      }
      earlier.push(kept.map((k) => (bitOf(state, k) ? k + 1 : -k - 1)));
      widener?.ruleOut(earlier.at(-1)!);
      seeker.add(kept.map((k) => (bitOf(state, k) ? -literals.get(k)! : literals.get(k)!)));
      yield cubeOf(question.state, state, new Set(kept));
    }
  } finally {
    seeker.free();
    widener?.free();
  }
}

function cubeOf(wires: readonly Wire[], state: Words, kept: ReadonlySet<number>): Cube {
  return wires.map((wire, k) => (wire > 1 && !kept.has(k) ? '-' : bitOf(state, k))).join('');
}

type Widener = {
  /** The options whose values are enough for no fault, from a state without faults; `needed` are among them for certain. */
  readonly widen: (state: Words, needed: readonly number[]) => readonly number[];
  /** A cube, as options from 1, negative where not taken: from now on to be in it is a fault. */
  readonly ruleOut: (cube: readonly number[]) => void;
  readonly free: () => void;
};

function widenerFor(
  question: Question,
  sat: SatMaker,
  inputs: readonly number[],
  earlier: readonly (readonly number[])[],
): Widener {
  const solver = sat();
  const clauses = clausesInto(solver, question.made);
  const literals = new Map(inputs.map((k) => [k, clauses.literal(question.state[k]!, true)]));
  const faults = faultList(solver, clauses, question.faults);
  const ruleOut = (cube: readonly number[]) =>
    faults.add(cube.map((one) => (one > 0 ? literals.get(one - 1)! : -literals.get(-one - 1)!)));
  for (const cube of earlier) ruleOut(cube);
  return {
    ruleOut,
    free: () => solver.free(),
    widen: (state, needed) => {
      const optionOf = new Map([...literals].map(([k, literal]) => [Math.abs(literal), k]));
      const literal = (k: number) => (bitOf(state, k) ? literals.get(k)! : -literals.get(k)!);
      /** Which of these options it takes; undefined where they are not enough. */
      const enough = (options: readonly number[]): readonly number[] | undefined => {
        if (solver.solve([...options.map(literal), -faults.open()]) !== false) return undefined;
        return solver.failed().flatMap((one) => optionOf.get(Math.abs(one)) ?? []);
      };
      const first = enough(inputs);
      if (!first) throw new Error('a state without faults has one');
      let kept = first;
      const certain = new Set(needed);
      for (const k of [...first].sort((a, b) => a - b)) {
        if (certain.has(k) || !kept.includes(k)) continue;
        kept = enough(kept.filter((one) => one !== k)) ?? kept;
      }
      return [...kept].sort((a, b) => a - b);
    },
  };
}

/** "One of the faults", to which more can be added: `open()` stands for those that are still to come. */
function faultList(solver: Sat, clauses: Clauses, faults: readonly Wire[]) {
  let open = solver.newVar();
  solver.add([...faults.map((wire) => clauses.literal(wire)), open]);
  return {
    open: () => open,
    add: (all: readonly number[]) => {
      const [fault, next] = [solver.newVar(), solver.newVar()];
      solver.add([-open, fault, next]);
      for (const one of all) solver.add([-fault, one]);
      open = next;
    },
  };
}
