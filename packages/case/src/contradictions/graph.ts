import type { Case, Formula } from '../case.ts';
import { truthOf } from '../expression/evaluate.ts';
import type { Report } from '../report.ts';
import type { Path } from '../yaml/tree.ts';

/** In graph form: `now` is one state, and orders fit the states that are listed. */
export function reportGraph(found: Case, report: Report): void {
  const { graph, now } = found;
  if (!graph) return;
  if (now && now.length !== 1) {
    report.add('contradictory-setting', ['now'], 'in graph form `now` is one state', {
      hint: 'name the state things are in',
    });
  }
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const states = graph.states.map(({ id }) => id);
  const holds = ({ expression }: Formula, state: string) => {
    const named = (name: string): boolean => {
      const term = terms.get(name);
      return term ? truthOf(term, named) : name === state;
    };
    return truthOf(expression, named);
  };
  found.readings.forEach((own, actor) => {
    for (const { id, order } of own) {
      const path: Path = ['readings', found.actors[actor]!.id, id, order.kind];
      if (order.kind === 'payoffs' && order.payoffs.length !== states.length) {
        report.add('payoffs-length', path, `${order.payoffs.length} payoffs for ${states.length} states`, {
          key: true,
        });
      }
      if (order.kind !== 'ranking') continue;
      order.classes.forEach((one, k) => {
        for (const formula of one) {
          if (states.some((state) => holds(formula, state))) continue;
          report.add('impossible-rank', [...path, k], `“${formula.text}” holds in no state`);
        }
      });
      const over = states.filter(
        (state) => !order.classes.some((one) => one.some((formula) => holds(formula, state))),
      );
      if (over.length === 0) continue;
      report.add('unranked-states', path, `these states are in no class: ${over.join(', ')}`, { key: true });
    }
  });
}
