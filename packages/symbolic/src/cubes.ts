import { bitOf, type Cube, type CubeLimits, type CubesEnd, type Words } from '@demarche/engine';
import { not, type Wire } from './circuit.ts';
import { type Clauses, clausesInto } from './clauses.ts';
import { literalsOf, type Question, stateIn } from './question.ts';
import type { Sat, SatMaker } from './sat.ts';

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
  const inputs = question.state.flatMap((wire, k) => (wire > 1 ? [k] : []));
  const seeker = sat();
  const seeking = clausesInto(seeker, question.made);
  const literals = literalsOf(question.state, seeking);
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
      const state = stateIn(seeker, question.state, literals);
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
  const literals = literalsOf(question.state, clauses);
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
