import type { Expression } from '../expression.ts';

export type NameUse = { readonly name: string; readonly start: number; readonly end: number };

/** Every name in an expression, in order of appearance. */
export function namesOf(expression: Expression): NameUse[] {
  const found: NameUse[] = [];
  const walk = (one: Expression): void => {
    switch (one.kind) {
      case 'constant':
        return;
      case 'name':
        found.push(one);
        return;
      case 'not':
        walk(one.of);
        return;
      case 'count':
        one.of.forEach(walk);
        return;
      default:
        walk(one.left);
        walk(one.right);
    }
  };
  walk(expression);
  return found;
}
