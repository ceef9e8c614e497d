import { type Circuit, no, type Wire, yes } from './circuit.ts';
import type { Sat } from './sat.ts';

/** Puts wires of a circuit into a solver. */
export type Clauses = {
  /** From now on the wire holds. */
  readonly hold: (wire: Wire) => void;
  /** From now on one of the wires holds. */
  readonly holdOne: (wires: readonly Wire[]) => void;
  /** A literal that is true only where the wire is, and, with `exact`, exactly there. */
  readonly literal: (wire: Wire, exact?: boolean) => number;
};

const implied = 1;
const implying = 2;
const both = implied | implying;

/**
 * A variable for each gate (Tseitin 1968), with the clauses of only those directions that are needed (Plaisted & Greenbaum 1986):
 * a gate that has only to be true where it is used need not be true wherever it could be.
 */
export function clausesInto(sat: Sat, { gate }: Circuit): Clauses {
  const variables: number[] = [];
  const done: number[] = [];
  const waiting: (readonly [node: number, direction: number])[] = [];
  const variable = (node: number) => {
    variables[node] ??= sat.newVar();
    return variables[node]!;
  };
  const plain = (wire: Wire) => (wire & 1 ? -variable(wire >>> 1) : variable(wire >>> 1));
  const need = (wire: Wire, direction: number) => {
    const node = wire >>> 1;
    // What is implied by a wire is implied where its gate is not, and the other way round; both stay both.
    const way = wire & 1 ? ((direction & 1) << 1) | (direction >> 1) : direction;
    const left = way & ~(done[node] ?? 0);
    if (left === 0) return;
    done[node] = (done[node] ?? 0) | left;
    if (left & implied) waiting.push([node, implied]);
    if (left & implying) waiting.push([node, implying]);
  };
  const write = () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [node, direction] = next;
      const there = gate(2 * node);
      if (there.kind === 'input') continue;
      const own = variable(node);
      const literals = there.of.map(plain);
      for (const part of there.of) need(part, there.kind === 'xor' ? both : direction);
      for (const clause of clausesOf(there.kind, literals, direction))
        sat.add([direction === implied ? -own : own, ...clause]);
    }
  };
  const literal = (wire: Wire, exact = false): number => {
    if (wire === yes || wire === no) {
      // A variable of its own that is held: constants are rare.
      const never = variable(0);
      if (!done[0]) sat.add([-never]);
      done[0] = both;
      return wire === no ? never : -never;
    }
    need(wire, exact ? both : implied);
    write();
    return plain(wire);
  };
  return {
    hold: (wire) => {
      if (wire === yes) return;
      const node = gate(wire);
      if (!(wire & 1) && node.kind === 'and') for (const part of node.of) sat.add([literal(part)]);
      else if (wire & 1 && node.kind === 'and') sat.add(node.of.map((part) => literal(part ^ 1)));
      else sat.add([literal(wire)]);
    },
    holdOne: (wires) => {
      if (!wires.includes(yes)) sat.add(wires.filter((wire) => wire !== no).map((wire) => literal(wire)));
    },
    literal,
  };
}

/** What of a gate's parts holds where it is true (`implied`), or where it is not (`implying`): one of each clause. */
function clausesOf(
  kind: 'and' | 'xor' | 'majority',
  literals: readonly number[],
  direction: number,
): readonly (readonly number[])[] {
  const negated = literals.map((one) => -one);
  if (kind === 'and') return direction === implied ? literals.map((one) => [one]) : [negated];
  const [a, b, c] = (direction === implied ? literals : negated) as [number, number, number];
  if (kind === 'majority')
    return [
      [a, b],
      [a, c],
      [b, c],
    ];
  const [x, y] = literals as [number, number];
  return direction === implied
    ? [
        [x, y],
        [-x, -y],
      ]
    : [
        [-x, y],
        [x, -y],
      ];
}
