import type { Term } from '../case.ts';
import { namesOf } from '../expression/names.ts';
import type { Context } from './context.ts';

/** Terms that hang on themselves are reported once a circle, at the first of its terms in the file. */
export function reportCycles(terms: readonly Term[], context: Context): void {
  const uses = new Map(terms.map((term) => [term.id, namesOf(term.expression).map((use) => use.name)]));
  const state = new Map<string, 'open' | 'done'>();
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
