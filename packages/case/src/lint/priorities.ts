import { evaluate, feasibleCodes, type Program, TooLarge } from '@demarche/engine';
import type { Case, Formula, Reading } from '../case.ts';
import { LimitError } from '../compile/limit.ts';
import { modelOf } from '../compile/model.ts';
import { programmer } from '../compile/program.ts';
import { situationOf } from '../compile/setting.ts';
import type { Report } from '../report.ts';
import type { Path } from '../yaml/tree.ts';
import { mentions } from './mentions.ts';

/** Feasible states that are looked through. */
const mostStates = 2 ** 18;

type View = { readonly codes: Uint32Array; readonly program: (formula: Formula) => Program };

/** Priorities that are true in every state of every scenario, or in none, order nothing. */
export function lintPriorities(found: Case, report: Report): void {
  const views = viewsOf(found);
  if (!views) return;
  found.readings.forEach((own, actor) => {
    for (const { id, order } of own) {
      if (order.kind !== 'prefers') continue;
      order.priorities.forEach(({ that }, k) => {
        const path: Path = ['readings', found.actors[actor]!.id, id, 'prefers', k];
        for (const formula of that) {
          const truth = constantTruth(views, formula);
          if (truth === undefined) continue;
          const where = truth ? 'in every state' : 'in no state';
          report.add(
            truth ? 'always-true' : 'never-true',
            path,
            `“${formula.text}” holds ${where} of every scenario: it orders nothing`,
          );
        }
      });
    }
  });
}

/** The states of each scenario and of none; undefined where they are too many to look through. */
function viewsOf(found: Case): View[] | undefined {
  try {
    return [undefined, ...found.scenarios].map((scenario) => {
      const situation = situationOf(found, scenario);
      const program = programmer(found, situation.constants);
      return { program, codes: feasibleCodes(modelOf(found, situation, program), mostStates) };
    });
  } catch (error) {
    if (error instanceof TooLarge || error instanceof LimitError) return undefined;
    throw error;
  }
}

function constantTruth(views: readonly View[], formula: Formula): boolean | undefined {
  let truth: boolean | undefined;
  for (const { codes, program } of views) {
    const compiled = program(formula);
    const stack = new Uint8Array(compiled.length + 1);
    for (const code of codes) {
      const holds = evaluate(compiled, code, stack);
      if (truth !== undefined && holds !== truth) return undefined;
      truth = holds;
    }
  }
  return truth;
}

/** Options that no reading of anybody orders by: nobody minds them, and everybody may flip them. */
export function lintUnmentioned(found: Case, report: Report): void {
  const orders = found.readings.flat().map(({ order }) => order);
  if (orders.some(({ kind }) => kind === 'payoffs')) return;
  const named = mentions(
    found,
    found.readings
      .flat()
      .flatMap(formulasOf)
      .map(({ expression }) => expression),
  );
  for (const { id, mode } of found.options) {
    if (named.has(id)) continue;
    const [actor, option] = id.split('.');
    const path = mode === 'single' ? ['actors', actor!, 'options', option!] : ['joint', id];
    report.add('unmentioned-option', path, `no priority of anybody mentions “${id}”`, { key: true });
  }
}

/** The formulas an order is made of. */
function formulasOf({ order }: Reading): readonly Formula[] {
  if (order.kind === 'prefers') return order.priorities.flatMap(({ that }) => that);
  if (order.kind === 'ranking') return order.classes.flat();
  return order.kind === 'scores' ? order.scores : [];
}
