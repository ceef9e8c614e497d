import { type Case, type Expression, namesOf } from '@demarche/case';

/** Every name that an expression uses, terms opened. */
export function mentionedIn(found: Case, expression: Expression): ReadonlySet<string> {
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const seen = new Set<string>();
  const left = [expression];
  for (let next = left.pop(); next; next = left.pop()) {
    for (const { name } of namesOf(next)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const term = terms.get(name);
      if (term) left.push(term);
    }
  }
  return seen;
}
