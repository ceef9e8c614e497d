import type { Case, Formula, Order, SeenMove, Setting } from '../case.ts';
import { truthOf } from '../expression/evaluate.ts';
import type { Report } from '../report.ts';

/** Observed moves that a reading cannot tell from what else was on the menu say nothing about it. */
export function lintMoves(found: Case, report: Report): void {
  found.movesSeen.forEach((move, k) => {
    const alternatives = settingsOf(move);
    if (alternatives.length < 2) return;
    const silent = found.readings[move.actor]!.filter(({ order }) => {
      if (order.kind === 'payoffs') return false;
      const seen = new Set(alternatives.map((setting) => merit(found, order, setting)));
      return seen.size === 1;
    });
    if (silent.length === 0) return;
    const who = silent.map(({ id }) => `“${id}”`).join(', ');
    report.add(
      'silent-move',
      ['moves-seen', k],
      `nothing in the reading ${who} tells what was chosen from the alternatives`,
    );
  });
}

function settingsOf({ menu, from, to }: SeenMove): Setting[] {
  if (menu) return menu.map(({ expects }) => expects);
  return from && to ? [from, to] : [];
}

/** What a reading sees in a state: which of its priorities hold, how many of a tie group. */
function merit(found: Case, order: Order, setting: Setting): string {
  const set = new Map<string, boolean>();
  for (const { id, value } of setting) set.set(id, value);
  const terms = new Map(found.terms.map((term) => [term.id, term.expression]));
  const known = new Map<string, boolean>();
  const named = (name: string): boolean => {
    const term = terms.get(name);
    if (!term) return set.get(name) ?? false;
    const value = known.get(name) ?? truthOf(term, named);
    known.set(name, value);
    return value;
  };
  const holds = ({ expression }: Formula) => truthOf(expression, named);
  switch (order.kind) {
    case 'prefers':
      return order.priorities.map(({ that }) => that.filter(holds).length).join();
    case 'ranking':
      return String(order.classes.findIndex((one) => one.some(holds)));
    case 'scores':
      return order.scores.reduce((sum, one) => sum + (holds(one) ? one.weight : 0), 0).toPrecision(12);
    case 'payoffs':
      return '';
  }
}
