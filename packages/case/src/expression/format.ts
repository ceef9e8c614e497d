import type { Expression } from '../expression.ts';

/** How tightly an operator binds; an operand that binds less tightly needs parentheses. */
const strength = { iff: 1, implies: 2, or: 3, xor: 4, and: 5, not: 6 } as const;

/** The canonical text: single spaces, only the parentheses that are needed. Parsing it gives the same expression. */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'not':
      return `not ${enclosed(expression.of, strength.not)}`;
    case 'count':
      return `${expression.bound} ${expression.n} of (${expression.of.map(formatExpression).join(', ')})`;
    default: {
      const own = strength[expression.kind];
      const right = expression.kind === 'implies';
      const [left, after] = right ? [own + 1, own] : [own, own + 1];
      return `${enclosed(expression.left, left)} ${expression.kind} ${enclosed(expression.right, after)}`;
    }
  }
}

function enclosed(expression: Expression, least: number): string {
  const text = formatExpression(expression);
  const own = expression.kind in strength ? strength[expression.kind as keyof typeof strength] : 7;
  return own < least ? `(${text})` : text;
}
