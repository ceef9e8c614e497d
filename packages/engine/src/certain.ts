import { op, type Program } from './program.ts';

/** Three-valued truth where only the options from `known` on are given: 0 false, 1 true, 2 not yet certain. */
export function certain(program: Program, words: Uint32Array, known: number, stack: Uint8Array): 0 | 1 | 2 {
  let top = -1;
  for (let at = 0; at < program.length; at++) {
    const word = program[at]!;
    if (word >= 0) {
      stack[++top] = word >= known ? (words[word >>> 5]! >>> (word & 31)) & 1 : 2;
      continue;
    }
    if (word === op.true || word === op.false) {
      stack[++top] = word === op.true ? 1 : 0;
      continue;
    }
    if (word === op.not) {
      if (stack[top] !== 2) stack[top]! ^= 1;
      continue;
    }
    if (word >= op.iff) {
      top--;
      stack[top] = binary(word, stack[top]!, stack[top + 1]!);
      continue;
    }
    const bound = program[++at]!;
    const operands = program[++at]!;
    let least = 0;
    let most = 0;
    for (let k = 0; k < operands; k++) {
      if (stack[top - k] === 1) least++;
      if (stack[top - k] !== 0) most++;
    }
    top -= operands - 1;
    stack[top] = counted(word, bound, least, most);
  }
  return stack[0] as 0 | 1 | 2;
}

function binary(word: number, left: number, right: number): number {
  switch (word) {
    case op.and:
      return left === 0 || right === 0 ? 0 : left === 1 && right === 1 ? 1 : 2;
    case op.or:
      return left === 1 || right === 1 ? 1 : left === 0 && right === 0 ? 0 : 2;
    case op.implies:
      return left === 0 || right === 1 ? 1 : left === 1 && right === 0 ? 0 : 2;
    default:
      if (left === 2 || right === 2) return 2;
      return word === op.xor ? left ^ right : left ^ right ^ 1;
  }
}

function counted(word: number, bound: number, least: number, most: number): number {
  const enough = least >= bound ? 1 : most < bound ? 0 : 2;
  const notMore = most <= bound ? 1 : least > bound ? 0 : 2;
  if (word === op.atLeast) return enough;
  if (word === op.atMost) return notMore;
  return enough === 0 || notMore === 0 ? 0 : enough === 1 && notMore === 1 ? 1 : 2;
}
