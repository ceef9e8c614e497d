import { op, type Program } from '../program.ts';
import { blockWords, type Plane } from './columns.ts';

/**
 * Evaluates programs 32 states a word. A plane that is given back is a column, or stays as it is only until the same depth is
 * used again: `depth` says from which place of the stack on the evaluation may write.
 */
export type PlaneEvaluator = (program: Program, columns: readonly Plane[], depth?: number) => Plane;

/** `words`: how long the columns are. */
export function planeEvaluator(words: number = blockWords): PlaneEvaluator {
  const own: Plane[] = [];
  const at = (depth: number): Plane => {
    while (own.length <= depth) own.push(new Int32Array(words));
    return own[depth]!;
  };
  const stack: Plane[] = [];
  return (program, columns, depth = 0) => {
    let top = depth - 1;
    for (let place = 0; place < program.length; place++) {
      const word = program[place]!;
      if (word >= 0) stack[++top] = columns[word]!;
      else if (word === op.true || word === op.false) {
        stack[++top] = at(top).fill(word === op.true ? -1 : 0);
      } else if (word === op.not) {
        const [of, into] = [stack[top]!, at(top)];
        for (let w = 0; w < words; w++) into[w] = ~of[w]!;
        stack[top] = into;
      } else if (word >= op.iff) {
        top--;
        join(word, stack[top]!, stack[top + 1]!, at(top));
        stack[top] = at(top);
      } else {
        const bound = program[++place]!;
        const operands = program[++place]!;
        top -= operands - 1;
        const counted = countPlanes(stack.slice(top, top + operands));
        compare(word, bound, counted, at(top));
        stack[top] = at(top);
      }
    }
    return stack[depth]!;
  };
}

function join(word: number, left: Plane, right: Plane, into: Plane): void {
  const words = into.length;
  switch (word) {
    case op.and:
      for (let w = 0; w < words; w++) into[w] = left[w]! & right[w]!;
      return;
    case op.or:
      for (let w = 0; w < words; w++) into[w] = left[w]! | right[w]!;
      return;
    case op.xor:
      for (let w = 0; w < words; w++) into[w] = left[w]! ^ right[w]!;
      return;
    case op.implies:
      for (let w = 0; w < words; w++) into[w] = ~left[w]! | right[w]!;
      return;
    default:
      for (let w = 0; w < words; w++) into[w] = ~(left[w]! ^ right[w]!);
  }
}

/** How many of the planes are set, in binary: the lowest digit first. */
export function countPlanes(planes: readonly Plane[]): readonly Plane[] {
  const words = planes[0]?.length ?? blockWords;
  const digits = Array.from({ length: digitsFor(planes.length) }, () => new Int32Array(words));
  for (const plane of planes)
    for (let w = 0; w < words; w++) {
      let carry = plane[w]!;
      for (let d = 0; carry !== 0; d++) {
        const digit = digits[d]!;
        const before = digit[w]!;
        digit[w] = before ^ carry;
        carry &= before;
      }
    }
  return digits;
}

/** Binary digits of the numbers 0 … most. */
export function digitsFor(most: number): number {
  return 32 - Math.clz32(most);
}

function compare(word: number, bound: number, digits: readonly Plane[], into: Plane): void {
  const words = into.length;
  const inside = bound >= 0 && bound < 2 ** digits.length;
  for (let w = 0; w < words; w++) {
    let equal = inside ? -1 : 0;
    let more = bound < 0 ? -1 : 0;
    if (inside)
      for (let d = digits.length - 1; d >= 0; d--) {
        const digit = digits[d]![w]!;
        if ((bound >>> d) & 1) equal &= digit;
        else {
          more |= equal & digit;
          equal &= ~digit;
        }
      }
    into[w] = word === op.exactly ? equal : word === op.atLeast ? more | equal : ~more;
  }
}
