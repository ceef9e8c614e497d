import { type Circuit, no, not, type Wire, yes } from './circuit.ts';

/** Up to so many wires are counted one by one; more are added up. */
const mostCounted = 12;

/**
 * How many of the wires hold, as digits of which the first that differs decides: unary where they are few (at least one, at least
 * two, …: best for the solver), else binary.
 */
export function countDigits(made: Circuit, wires: readonly Wire[]): readonly Wire[] {
  if (wires.length === 1) return wires;
  if (wires.length <= mostCounted) return atLeastEach(made, wires, wires.length);
  return sumDigits(made, [wires]);
}

/** Whether at least so many of the wires hold. */
export function atLeast(made: Circuit, wires: readonly Wire[], bound: number): Wire {
  if (bound <= 0) return yes;
  if (bound > wires.length) return no;
  if (bound === wires.length) return made.and(wires);
  if (bound === 1) return made.or(wires);
  if (wires.length <= mostCounted) return atLeastEach(made, wires, bound)[bound - 1]!;
  const digits = sumDigits(made, [wires]);
  // count ≥ bound: from the lowest digit, carried where the digit is more, or the same and the rest suffices.
  return digits.reduceRight((rest, digit, at) => {
    const of = digits.length - 1 - at;
    return made.majority(digit, (bound >>> of) & 1 ? no : yes, rest);
  }, yes);
}

/** At least one, at least two, … at least `most` of the wires. */
function atLeastEach(made: Circuit, wires: readonly Wire[], most: number): readonly Wire[] {
  let least: Wire[] = [];
  for (const wire of wires) {
    const before = [yes, ...least, no];
    least = before
      .slice(1, Math.min(most, least.length + 1) + 1)
      .map((same, k) => made.or([same, made.and([before[k]!, wire])]));
  }
  return least;
}

/**
 * The sum of 2^k for every wire that holds in `columns[k]`, in binary, the highest digit first; as many digits as the greatest
 * sum has, so that sums over the same columns can be compared.
 */
export function sumDigits(made: Circuit, columns: readonly (readonly Wire[])[]): readonly Wire[] {
  const digits: Wire[] = [];
  let carried: Wire[] = [];
  const greatest = columns.reduce((sum, column, k) => sum + (BigInt(column.length) << BigInt(k)), 0n);
  for (let at = 0; at < greatest.toString(2).length; at++) {
    const column = [...carried, ...(columns[at] ?? [])];
    carried = [];
    while (column.length > 1) {
      const [a, b] = [column.shift()!, column.shift()!];
      const c = column.shift() ?? no;
      column.push(made.xor(made.xor(a, b), c));
      carried.push(made.majority(a, b, c));
    }
    digits.unshift(column[0] ?? no);
  }
  return digits;
}

/** Whether the first of two lists of digits is more than the second, the first that differs decides. */
export function isMore(made: Circuit, one: readonly Wire[], other: readonly Wire[]): Wire {
  // More is carried up from the last digit: 1 over 0, or the same and more further down (majority of a, not b and the rest).
  return one.reduceRight(
    (rest, digit, at) => (digit === other[at] ? rest : made.majority(digit, not(other[at]!), rest)),
    no,
  );
}
