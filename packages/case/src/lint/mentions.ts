import type { Case } from '../case.ts';
import { namesOf } from '../expression/names.ts';
import type { Expression } from '../expression.ts';

/** Everything that expressions of a case name, with their terms opened: each term is opened once. */
export function mentions(found: Case, expressions: readonly Expression[]): Set<string> {
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const seen = new Set<string>();
  const left = [...expressions];
  while (left.length > 0) {
    for (const { name } of namesOf(left.pop()!)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const term = terms.get(name);
      if (term) left.push(term);
    }
  }
  return seen;
}

/** The names that stand under a negation, with terms opened; `a implies b` denies its `a`. */
export function denied(found: Case, expression: Expression): Set<string> {
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const seen = new Set<string>();
  const names = new Set<string>();
  const walk = (one: Expression, negative: boolean): void => {
    switch (one.kind) {
      case 'constant':
        return;
      case 'name': {
        const mark = `${negative} ${one.name}`;
        if (seen.has(mark)) return;
        seen.add(mark);
        const term = terms.get(one.name);
        if (term) walk(term, negative);
        else if (negative) names.add(one.name);
        return;
      }
      case 'not':
        walk(one.of, !negative);
        return;
      case 'count':
        for (const part of one.of) walk(part, one.bound === 'at most' ? !negative : negative);
        return;
      default:
        walk(one.left, one.kind === 'implies' ? !negative : negative);
        walk(one.right, negative);
    }
  };
  walk(expression, false);
  return names;
}
