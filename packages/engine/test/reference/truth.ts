import { op, type Program } from '../../src/program.ts';

/** A program read back into a tree, so that its truth can be told the way one would on paper. */
type Tree =
  | { readonly word: number; readonly of: readonly Tree[] }
  | { readonly word: number; readonly of: readonly Tree[]; readonly bound: number };

/** How many operands an operator takes; counting operators say so themselves. */
const operands = new Map<number, number>([
  [op.true, 0],
  [op.false, 0],
  [op.not, 1],
  [op.and, 2],
  [op.or, 2],
  [op.xor, 2],
  [op.implies, 2],
  [op.iff, 2],
]);

function treeOf(program: Program): Tree {
  const words = [...program];
  const waiting: Tree[] = [];
  while (words.length > 0) {
    const word = words.shift()!;
    if (word >= 0) {
      waiting.push({ word, of: [] });
      continue;
    }
    const plain = operands.get(word);
    if (plain !== undefined) {
      waiting.push({ word, of: waiting.splice(waiting.length - plain, plain) });
      continue;
    }
    const bound = words.shift()!;
    const many = words.shift()!;
    waiting.push({ word, bound, of: waiting.splice(waiting.length - many, many) });
  }
  if (waiting.length !== 1) throw new Error(`not one expression: ${[...program].join(' ')}`);
  return waiting[0]!;
}

function truthOf(tree: Tree, code: number): boolean {
  if (tree.word >= 0) return Math.floor(code / 2 ** tree.word) % 2 === 1;
  const values = tree.of.map((part) => truthOf(part, code));
  const [left, right] = values as [boolean, boolean];
  const count = values.filter((value) => value).length;
  const bound = 'bound' in tree ? tree.bound : 0;
  switch (tree.word) {
    case op.true:
      return true;
    case op.false:
      return false;
    case op.not:
      return !left;
    case op.and:
      return left && right;
    case op.or:
      return left || right;
    case op.xor:
      return left !== right;
    case op.implies:
      return !left || right;
    case op.iff:
      return left === right;
    case op.exactly:
      return count === bound;
    case op.atLeast:
      return count >= bound;
    case op.atMost:
      return count <= bound;
    default:
      throw new Error(`no such operator: ${tree.word}`);
  }
}

/** The states at which a program holds, told naively: the tests' own evaluator. */
export function truth(program: Program): (code: number) => boolean {
  const tree = treeOf(program);
  return (code) => truthOf(tree, code);
}
