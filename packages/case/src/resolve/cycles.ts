import type { Term } from '../case.ts';
import { namesOf } from '../expression/names.ts';
import type { Expression } from '../expression.ts';
import { limits } from '../limits.ts';
import type { Context } from './context.ts';

/**
 * Terms that hang on themselves are reported once a circle, at the first of its terms in the file; so is a term that goes
 * through so many others that following it would outgrow the stack.
 */
export function reportCycles(terms: readonly Term[], context: Context): void {
  const expressions = new Map(terms.map((term) => [term.id, term.expression]));
  const uses = new Map(terms.map((term) => [term.id, namesOf(term.expression).map((use) => use.name)]));
  const state = new Map<string, 'open' | 'done'>();
  const depths = new Map<string, number>();
  let tooDeep = false;
  // An explicit stack: a chain of terms may be longer than the machine's.
  for (const root of uses.keys()) {
    if (state.has(root)) continue;
    const way: { id: string; next: number }[] = [{ id: root, next: 0 }];
    state.set(root, 'open');
    while (way.length > 0) {
      const here = way.at(-1)!;
      const used = uses.get(here.id)![here.next++];
      if (used === undefined) {
        state.set(here.id, 'done');
        const depth = depthOf(expressions.get(here.id)!, depths);
        depths.set(here.id, depth);
        if (depth > limits.termDepth && !tooDeep) {
          tooDeep = true;
          const message = `terms may go ${limits.termDepth} operations deep, written out (limit termDepth)`;
          context.report.add('limit', ['terms', here.id], message);
        }
        way.pop();
      } else if (uses.has(used) && state.get(used) === undefined) {
        state.set(used, 'open');
        way.push({ id: used, next: 0 });
      } else if (state.get(used) === 'open') {
        const from = way.findIndex((step) => step.id === used);
        const circle = way.slice(from).map((step) => step.id);
        const message = `the term “${used}” hangs on itself: ${[...circle, used].join(' → ')}`;
        context.report.add('term-cycle', ['terms', used], message);
      }
    }
  }
}

/** How deep an expression is with the terms in it as deep as they are known to be. */
function depthOf(expression: Expression, depths: ReadonlyMap<string, number>): number {
  switch (expression.kind) {
    case 'constant':
      return 1;
    case 'name':
      return 1 + (depths.get(expression.name) ?? 0);
    case 'not':
      return 1 + depthOf(expression.of, depths);
    case 'count':
      return 1 + Math.max(...expression.of.map((one) => depthOf(one, depths)));
    default:
      return 1 + Math.max(depthOf(expression.left, depths), depthOf(expression.right, depths));
  }
}
