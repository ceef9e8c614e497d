import type { Program } from '@demarche/engine';
import { evaluate } from '@demarche/engine';
import type { Case, Formula, Reading } from '../case.ts';
import type { Report } from '../report.ts';
import type { Path } from '../yaml/tree.ts';

/** Orders that do not fit the feasible states: classes that none is in, states that no class takes, payoffs for other states. */
export function reportOrders(
  found: Case,
  codes: Uint32Array,
  program: (formula: Formula) => Program,
  report: Report,
): void {
  found.readings.forEach((own, actor) => {
    for (const reading of own) {
      const path: Path = ['readings', found.actors[actor]!.id, reading.id];
      reportOrder(found, reading, codes, program, path, report);
    }
  });
}

function reportOrder(
  found: Case,
  { order }: Reading,
  codes: Uint32Array,
  program: (formula: Formula) => Program,
  path: Path,
  report: Report,
): void {
  if (order.kind === 'payoffs' && order.payoffs.length !== codes.length) {
    const message = `${order.payoffs.length} payoffs for ${codes.length} feasible states`;
    report.add('payoffs-length', [...path, 'payoffs'], message, { key: true });
  }
  if (order.kind !== 'ranking') return;
  const where: Path = [...path, 'ranking'];
  const classes = order.classes.map((one) => one.map(program));
  const stack = new Uint8Array(2 + Math.max(0, ...classes.flat().map((one) => one.length)));
  const met = classes.map((one) => one.map(() => false));
  let over = 0;
  let first = -1;
  for (const code of codes) {
    let taken = false;
    classes.forEach((one, k) => {
      one.forEach((formula, j) => {
        if (!evaluate(formula, code, stack)) return;
        met[k]![j] = true;
        taken = true;
      });
    });
    if (taken) continue;
    if (over++ === 0) first = code;
  }
  met.forEach((one, k) => {
    one.forEach((holds, j) => {
      if (holds) return;
      const text = order.classes[k]![j]!.text;
      report.add('impossible-rank', [...where, k], `“${text}” holds in no feasible state`);
    });
  });
  if (over === 0) return;
  const message = `${over} of ${codes.length} feasible states are in no class, among them: ${stateInWords(found, first)}`;
  report.add('unranked-states', where, message, { key: true });
}

/** The options taken at a state, by id. */
export function stateInWords(found: Case, code: number): string {
  const taken = found.options.filter((_, k) => Math.floor(code / 2 ** k) % 2 === 1).map(({ id }) => id);
  return taken.length === 0 ? 'nothing taken' : taken.join(', ');
}
