/**
 * A wire of a circuit: twice the number of what drives it, plus 1 where that is negated. Equal wires are equal functions; the other
 * way round only what the rules here see.
 */
export type Wire = number;

export const no: Wire = 0;
export const yes: Wire = 1;

export const not = (wire: Wire): Wire => wire ^ 1;

export type Gate =
  | { readonly kind: 'input' }
  /** All of them. */
  | { readonly kind: 'and'; readonly of: readonly Wire[] }
  | { readonly kind: 'xor'; readonly of: readonly [Wire, Wire] }
  /** At least two of three. */
  | { readonly kind: 'majority'; readonly of: readonly [Wire, Wire, Wire] };

/** Boolean functions of inputs, each written once. */
export type Circuit = {
  readonly input: () => Wire;
  readonly and: (wires: readonly Wire[]) => Wire;
  readonly or: (wires: readonly Wire[]) => Wire;
  readonly xor: (a: Wire, b: Wire) => Wire;
  readonly majority: (a: Wire, b: Wire, c: Wire) => Wire;
  /** What drives a wire; gates of a gate have smaller numbers. */
  readonly gate: (wire: Wire) => Gate;
  readonly size: () => number;
};

export function circuit(): Circuit {
  // The first drives the constants and is asked for by nobody.
  const gates: Gate[] = [{ kind: 'input' }];
  const known = new Map<string | number, Wire>();
  const drive = (gate: Exclude<Gate, { kind: 'input' }>): Wire => {
    const [a, b] = gate.of as readonly [Wire, Wire];
    // Fewer than 2^25 wires: two and the kind fit a number exactly, which is found sooner than a text.
    const key =
      gate.of.length > 2
        ? `${gate.kind} ${gate.of.join()}`
        : (a * 2 ** 25 + b) * 2 + (gate.kind === 'xor' ? 1 : 0);
    const found = known.get(key);
    if (found !== undefined) return found;
    const wire = 2 * gates.length;
    gates.push(gate);
    known.set(key, wire);
    return wire;
  };
  const both = (a: Wire, b: Wire): Wire => {
    if (a === b || b === yes) return a;
    if (a === yes) return b;
    if (a === no || b === no || a === not(b)) return no;
    return drive({ kind: 'and', of: a < b ? [a, b] : [b, a] });
  };
  const and = (wires: readonly Wire[]): Wire => {
    if (wires.length === 2) return both(wires[0]!, wires[1]!);
    const of = [...new Set(wires)].filter((wire) => wire !== yes).sort((a, b) => a - b);
    if (of.length === 0) return yes;
    if (of.length === 1) return of[0]!;
    // Sorted, a wire and its negation are neighbours.
    if (of[0] === no || of.some((wire, k) => k > 0 && of[k - 1] === not(wire))) return no;
    return drive({ kind: 'and', of });
  };
  const or = (wires: readonly Wire[]) => not(and(wires.map(not)));
  const xor = (a: Wire, b: Wire): Wire => {
    const negated = (a ^ b) & 1;
    const [low, high] = [Math.min(a & ~1, b & ~1), Math.max(a & ~1, b & ~1)];
    if (low === high) return negated;
    if (low === no) return high ^ negated;
    return drive({ kind: 'xor', of: [low, high] }) ^ negated;
  };
  const majority = (a: Wire, b: Wire, c: Wire): Wire => {
    const [x, y, z] = [a, b, c].sort((one, other) => one - other) as [Wire, Wire, Wire];
    if (x === y || y === not(z)) return x;
    if (y === z || x === not(y)) return z;
    if (x === no) return and([y, z]);
    if (x === yes) return or([y, z]);
    return drive({ kind: 'majority', of: [x, y, z] });
  };
  return {
    input: () => {
      gates.push({ kind: 'input' });
      return 2 * (gates.length - 1);
    },
    and,
    or,
    xor,
    majority,
    gate: (wire) => gates[wire >>> 1]!,
    size: () => gates.length,
  };
}
