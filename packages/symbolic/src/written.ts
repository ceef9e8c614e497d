import { op, optionsOf, type Program } from '@demarche/engine';
import { atLeast } from './arithmetic.ts';
import { type Circuit, no, not, type Wire, yes } from './circuit.ts';

/** A program as a wire, option k being the wire `inputs[k]`. */
export function written(made: Circuit, program: Program, inputs: readonly Wire[]): Wire {
  const stack: Wire[] = [];
  for (let at = 0; at < program.length; at++) {
    const word = program[at]!;
    if (word >= 0) stack.push(inputs[word]!);
    else if (word === op.true || word === op.false) stack.push(word === op.true ? yes : no);
    else if (word === op.not) stack.push(not(stack.pop()!));
    else if (word >= op.iff) {
      const right = stack.pop()!;
      stack.push(joined(made, word, stack.pop()!, right));
    } else {
      const bound = program[++at]!;
      const operands = program[++at]!;
      const of = operands === 0 ? [] : stack.splice(-operands);
      const enough = () => atLeast(made, of, bound);
      const notMore = () => not(atLeast(made, of, bound + 1));
      stack.push(
        word === op.atLeast ? enough() : word === op.atMost ? notMore() : made.and([enough(), notMore()]),
      );
    }
  }
  return stack[0]!;
}

function joined(made: Circuit, word: number, left: Wire, right: Wire): Wire {
  switch (word) {
    case op.and:
      return made.and([left, right]);
    case op.or:
      return made.or([left, right]);
    case op.implies:
      return made.or([not(left), right]);
    case op.xor:
      return made.xor(left, right);
    default:
      return not(made.xor(left, right));
  }
}

/** Writes programs at one state. */
export type Writing = (program: Program) => Wire;

export const writingAt =
  (made: Circuit, inputs: readonly Wire[]): Writing =>
  (program) =>
    written(made, program, inputs);

/**
 * Writes programs where some options are set to constants: setting 0, 1, … as bits, the first option the lowest. What a program does not
 * read makes no difference to it, so that each is written once for every setting of those that it reads.
 */
export function writingWith(
  made: Circuit,
  state: readonly Wire[],
  options: readonly number[],
): (setting: number) => Writing {
  type Known = { readonly places: readonly number[]; readonly wires: Map<number, Wire> };
  const known = new Map<Program, Known>();
  return (setting) => (program) => {
    let found = known.get(program);
    if (!found) {
      const read = optionsOf(program);
      found = { places: [...options.keys()].filter((at) => read.has(options[at]!)), wires: new Map() };
      known.set(program, found);
    }
    const part = found.places.reduce((bits, at) => bits | (setting & (1 << at)), 0);
    const before = found.wires.get(part);
    if (before !== undefined) return before;
    const inputs = [...state];
    for (const at of found.places) inputs[options[at]!] = (setting >>> at) & 1 ? yes : no;
    const wire = written(made, program, inputs);
    found.wires.set(part, wire);
    return wire;
  };
}
