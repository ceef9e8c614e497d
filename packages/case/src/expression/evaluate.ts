import type { Case } from '../case.ts';
import { scenarioOf, situationOf } from '../compile/setting.ts';
import type { Expression } from '../expression.ts';

/**
 * Whether an expression holds at a state of a case, facts taken from the scenario. For one state at a time; loops over states
 * use compiled programs.
 */
export function evaluateExpression(
  found: Case,
  expression: Expression,
  code: number,
  scenario: string | null = null,
): boolean {
  const { constants } = situationOf(found, scenarioOf(found, scenario));
  const facts = new Set(found.facts.map(({ id }) => id));
  const bits = new Map(found.options.map(({ id }, k) => [id, k]));
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const positions = new Map(found.graph?.states.map(({ id }, k) => [id, k]));
  const known = new Map<string, boolean>();
  const named = (name: string): boolean => {
    // Fixed options are read off the state, which keeps their bits.
    if (facts.has(name)) return constants.get(name) === true;
    const bit = bits.get(name);
    if (bit !== undefined) return Math.floor(code / 2 ** bit) % 2 === 1;
    const position = positions.get(name);
    if (position !== undefined) return position === code;
    const before = known.get(name);
    if (before !== undefined) return before;
    const term = terms.get(name);
    if (!term) throw new Error(`nothing is called ${name}`);
    const value = truthOf(term, named);
    known.set(name, value);
    return value;
  };
  return truthOf(expression, named);
}

/** The truth of an expression, given that of its names. */
export function truthOf(expression: Expression, named: (name: string) => boolean): boolean {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      return named(expression.name);
    case 'not':
      return !truthOf(expression.of, named);
    case 'count': {
      const count = expression.of.filter((one) => truthOf(one, named)).length;
      const { bound, n } = expression;
      return bound === 'exactly' ? count === n : bound === 'at least' ? count >= n : count <= n;
    }
    default: {
      const left = truthOf(expression.left, named);
      const right = truthOf(expression.right, named);
      switch (expression.kind) {
        case 'and':
          return left && right;
        case 'or':
          return left || right;
        case 'xor':
          return left !== right;
        case 'iff':
          return left === right;
        case 'implies':
          return !left || right;
      }
    }
  }
}
