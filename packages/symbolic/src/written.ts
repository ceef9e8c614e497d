import { op, type Program } from '@demarche/engine';
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
