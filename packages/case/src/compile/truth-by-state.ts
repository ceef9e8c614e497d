import type { Case, Formula } from '../case.ts';
import { truthOf } from '../expression/evaluate.ts';
import { mentions } from '../lint/mentions.ts';

/** Where a formula holds in a graph: in which of the states that it mentions, and whether in all that it does not. */
export type Where = { readonly mentioned: ReadonlyMap<number, boolean>; readonly elsewhere: boolean };

/** Truth of formulas over the states of a graph, at the cost of what they mention and not of all states. */
export function truthByState(found: Case): (formula: Formula) => Where {
  const positions = new Map(found.graph?.states.map(({ id }, code) => [id, code]));
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  return ({ expression }) => {
    const at = (state: string | undefined): boolean => {
      const known = new Map<string, boolean>();
      const named = (name: string): boolean => {
        const term = terms.get(name);
        if (!term) return name === state;
        const value = known.get(name) ?? truthOf(term, named);
        known.set(name, value);
        return value;
      };
      return truthOf(expression, named);
    };
    const mentioned = new Map<number, boolean>();
    for (const name of mentions(found, [expression])) {
      const code = positions.get(name);
      if (code !== undefined) mentioned.set(code, at(name));
    }
    return { mentioned, elsewhere: at(undefined) };
  };
}

export function holdsAt({ mentioned, elsewhere }: Where, code: number): boolean {
  return mentioned.get(code) ?? elsewhere;
}

/** Per class, the states of `codes` that are in it and in none before; and those that are in none. */
export function byFirstClass(
  classes: readonly (readonly Where[])[],
  codes: Iterable<number>,
): { readonly classes: readonly (readonly number[])[]; readonly over: readonly number[] } {
  let left = new Set(codes);
  const taken = classes.map((one) =>
    one.flatMap((where) => {
      const out: number[] = [];
      if (where.elsewhere) {
        const stay = new Set<number>();
        for (const code of left) if (holdsAt(where, code)) out.push(code);
        for (const [code, holds] of where.mentioned) if (!holds && left.has(code)) stay.add(code);
        left = stay;
        return out;
      }
      for (const [code, holds] of where.mentioned) if (holds && left.delete(code)) out.push(code);
      return out;
    }),
  );
  return { classes: taken, over: [...left] };
}
