/**
 * A boolean expression over option bits in postfix form, plain integers so that it crosses to workers and to other evaluators.
 * A word `k >= 0` pushes bit k of the state; negative words are operators. The counting operators are followed by two
 * immediates: the bound and the number of operands.
 */
export type Program = Int32Array;

export const op = {
  true: -1,
  false: -2,
  not: -3,
  and: -4,
  or: -5,
  xor: -6,
  implies: -7,
  iff: -8,
  exactly: -9,
  atLeast: -10,
  atMost: -11,
} as const;

const deepest = 64;

/** Whether the program holds at the state with this code. */
export function holds(program: Program, code: number): boolean {
  return evaluate(program, code, new Uint8Array(deepest + program.length));
}

const oneWord = new Uint32Array(1);

/** `holds` with a caller's stack of at least `program.length` bytes, for loops over states. */
export function evaluate(program: Program, code: number, stack: Uint8Array): boolean {
  oneWord[0] = code;
  return evaluateWords(program, oneWord, stack);
}

/** The same at a state of any number of options: option k is bit k % 32 of word k >> 5. */
export function evaluateWords(program: Program, words: Uint32Array, stack: Uint8Array): boolean {
  let top = -1;
  for (let at = 0; at < program.length; at++) {
    const word = program[at]!;
    if (word >= 0) {
      stack[++top] = (words[word >>> 5]! >>> (word & 31)) & 1;
      continue;
    }
    switch (word) {
      case op.true:
        stack[++top] = 1;
        break;
      case op.false:
        stack[++top] = 0;
        break;
      case op.not:
        stack[top]! ^= 1;
        break;
      case op.and:
        top--;
        stack[top]! &= stack[top + 1]!;
        break;
      case op.or:
        top--;
        stack[top]! |= stack[top + 1]!;
        break;
      case op.xor:
        top--;
        stack[top]! ^= stack[top + 1]!;
        break;
      case op.implies:
        top--;
        stack[top] = (stack[top]! ^ 1) | stack[top + 1]!;
        break;
      case op.iff:
        top--;
        stack[top] = stack[top]! ^ stack[top + 1]! ^ 1;
        break;
      default: {
        const bound = program[++at]!;
        const operands = program[++at]!;
        let count = 0;
        for (let k = 0; k < operands; k++) count += stack[top - k]!;
        top -= operands - 1;
        const truth =
          word === op.exactly ? count === bound : word === op.atLeast ? count >= bound : count <= bound;
        stack[top] = truth ? 1 : 0;
      }
    }
  }
  return stack[0] === 1;
}

/** The options that a program reads. */
export function optionsOf(program: Program): ReadonlySet<number> {
  const read = new Set<number>();
  for (let at = 0; at < program.length; at++) {
    const word = program[at]!;
    if (word >= 0) read.add(word);
    // Counting operators are followed by a bound and a number of operands.
    else if (word <= op.exactly) at += 2;
  }
  return read;
}
