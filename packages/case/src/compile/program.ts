import { op, type Program } from '@demarche/engine';
import type { Case, Formula } from '../case.ts';
import type { Expression } from '../expression.ts';
import { limits } from '../limits.ts';
import { LimitError } from './limit.ts';

/** A program under construction: a constant, or words. */
type Piece = boolean | readonly number[];

const binary = { and: op.and, or: op.or, xor: op.xor, implies: op.implies, iff: op.iff } as const;
const counting = { exactly: op.exactly, 'at least': op.atLeast, 'at most': op.atMost } as const;

/**
 * Turns formulas of a case into programs over option bits (in graph form over the bits of the state's number): terms written out (each worked out once), facts and fixed options
 * as the constants they are in the scenario.
 */
export function programmer(
  found: Case,
  constants: ReadonlyMap<string, boolean>,
): (formula: Formula) => Program {
  const bits = new Map(found.options.map((option, k) => [option.id, k]));
  const states = new Map(found.graph?.states.map(({ id }, code) => [id, code]));
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const written = new Map<string, Piece>();
  const programs = new WeakMap<Expression, Program>();

  const nameOf = (name: string): Piece => {
    const constant = constants.get(name);
    if (constant !== undefined) return constant;
    const bit = bits.get(name);
    if (bit !== undefined) return [bit];
    const state = states.get(name);
    if (state !== undefined) return isState(state, states.size);
    const term = terms.get(name);
    if (!term) throw new Error(`nothing is called ${name}`);
    const known = written.get(name);
    if (known !== undefined) return known;
    const piece = write(term);
    written.set(name, piece);
    return piece;
  };

  const write = (expression: Expression): Piece => {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'name':
        return nameOf(expression.name);
      case 'not':
        return negated(write(expression.of));
      case 'count':
        return bounded(counted(expression.bound, expression.n, expression.of.map(write)));
      default:
        return bounded(joined(expression.kind, write(expression.left), write(expression.right)));
    }
  };

  return ({ expression }) => {
    const known = programs.get(expression);
    if (known) return known;
    const piece = write(expression);
    const program = Int32Array.from(typeof piece === 'boolean' ? [piece ? op.true : op.false] : piece);
    programs.set(expression, program);
    return program;
  };
}

/** Holds at one state of a graph only: its number, bit by bit. */
function isState(code: number, states: number): Piece {
  const words: number[] = [];
  for (let bit = 0; bit === 0 || 2 ** bit < states; bit++) {
    words.push(bit);
    if (((code >>> bit) & 1) === 0) words.push(op.not);
    if (bit > 0) words.push(op.and);
  }
  return words;
}

function bounded(piece: Piece): Piece {
  if (typeof piece === 'boolean' || piece.length <= limits.programSize) return piece;
  throw new LimitError(
    'limit',
    `an expression may have ${limits.programSize} words with its terms written out (limit programSize)`,
  );
}

function negated(piece: Piece): Piece {
  if (typeof piece === 'boolean') return !piece;
  return [...piece, op.not];
}

function joined(kind: keyof typeof binary, left: Piece, right: Piece): Piece {
  if (typeof left !== 'boolean' && typeof right !== 'boolean') {
    if (left.length + right.length > limits.programSize)
      return bounded({ length: limits.programSize + 1 } as number[]);
    return [...left, ...right, binary[kind]];
  }
  if (typeof left === 'boolean') return folded(kind, left, right);
  // What is left is symmetric but for `implies`: x implies true is true, x implies false is not x.
  if (kind === 'implies') return right ? true : negated(left);
  return folded(kind, right as boolean, left);
}

/** `constant kind other`. */
function folded(kind: keyof typeof binary, constant: boolean, other: Piece): Piece {
  switch (kind) {
    case 'and':
      return constant ? other : false;
    case 'or':
      return constant ? true : other;
    case 'xor':
      return constant ? negated(other) : other;
    case 'iff':
      return constant ? other : negated(other);
    case 'implies':
      return constant ? other : true;
  }
}

function counted(bound: keyof typeof counting, n: number, pieces: readonly Piece[]): Piece {
  const open = pieces.filter((piece) => typeof piece !== 'boolean');
  const left = n - pieces.filter((piece) => piece === true).length;
  const certain =
    bound === 'exactly'
      ? left < 0 || left > open.length
        ? false
        : open.length === 0
          ? left === 0
          : undefined
      : bound === 'at least'
        ? left <= 0
          ? true
          : left > open.length
            ? false
            : undefined
        : left < 0
          ? false
          : left >= open.length
            ? true
            : undefined;
  if (certain !== undefined) return certain;
  let length = 3;
  for (const piece of open) length += piece.length;
  if (length > limits.programSize) return bounded({ length } as number[]);
  return [...open.flat(), counting[bound], left, open.length];
}
