import type { Scenario } from '../case.ts';
import { type GraphCase, graphCodes } from '../compile/graph.ts';
import { programmer } from '../compile/program.ts';
import { situationOf } from '../compile/setting.ts';
import { byFirstClass, holdsAt, truthByState } from '../compile/truth-by-state.ts';
import type { Report } from '../report.ts';
import type { Path } from '../yaml/tree.ts';

/** In graph form: `now` and each scenario name one state that can be, and orders fit the states. */
export function reportGraph(found: GraphCase, report: Report): void {
  const { now } = found;
  if (now && now.length !== 1) {
    report.add('contradictory-setting', ['now'], 'in graph form `now` is one state', {
      hint: 'name the state things are in',
    });
  }
  const program = programmer(found, new Map());
  const codes = graphCodes(found, undefined, program);
  if (codes.length === 0 && found.graph.states.length > 0) {
    report.add('no-feasible-state', ['impossible'], 'no state is left: `impossible` rules out every one', {
      key: true,
    });
    return;
  }
  reportNow(found, codes, report);
  for (const scenario of found.scenarios) reportScenario(found, scenario, program, report);
  reportOrders(found, codes, report);
}

function reportNow(found: GraphCase, codes: Uint32Array, report: Report): void {
  const { now } = situationOf(found, undefined);
  if (now === undefined || found.now?.length !== 1 || codes.includes(now)) return;
  const broken = brokenAt(found, now);
  report.add('now-infeasible', ['now'], `things cannot stand like this: “${broken}” is impossible`);
}

/** The line of `impossible` that rules a state out. */
function brokenAt(found: GraphCase, code: number): string | undefined {
  const where = truthByState(found);
  return found.impossible.find((one) => holdsAt(where(one), code))?.text;
}

function reportScenario(
  found: GraphCase,
  scenario: Scenario,
  program: ReturnType<typeof programmer>,
  report: Report,
): void {
  const path: Path = ['scenarios', scenario.id];
  for (const part of ['start', 'fix'] as const) {
    const named = Object.entries(scenario[part]).filter(([, on]) => on);
    const wrong =
      part === 'start' ? named.length !== 1 && Object.keys(scenario.start).length > 0 : named.length > 1;
    if (!wrong) continue;
    report.add('contradictory-setting', [...path, part], `in graph form \`${part}\` names one state`, {
      key: true,
      hint: 'a conflict is in one state at a time: `STATE: true`',
    });
    return;
  }
  const codes = graphCodes(found, scenario, program);
  const { now } = situationOf(found, scenario);
  if (codes.length === 0)
    report.add('scenario-contradiction', path, 'no state is feasible in this scenario', { key: true });
  else if (now !== undefined && !codes.includes(now)) {
    const { id } = found.graph.states[now]!;
    const broken = brokenAt(found, now);
    const why = broken === undefined ? 'which it rules out' : `where “${broken}” holds, which is impossible`;
    report.add('scenario-contradiction', path, `this scenario starts in “${id}”, ${why}`, { key: true });
  }
}

/** Classes that hold in no state, states that no class takes, payoffs for more or fewer states than are listed. */
function reportOrders(found: GraphCase, codes: Uint32Array, report: Report): void {
  const { states } = found.graph;
  const where = truthByState(found);
  const feasible = new Set(codes);
  found.readings.forEach((own, actor) => {
    for (const { id, order } of own) {
      const path: Path = ['readings', found.actors[actor]!.id, id, order.kind];
      if (order.kind === 'payoffs' && order.payoffs.length !== states.length) {
        report.add('payoffs-length', path, `${order.payoffs.length} payoffs for ${states.length} states`, {
          key: true,
        });
      }
      if (order.kind !== 'ranking') continue;
      const classes = order.classes.map((one) => one.map(where));
      classes.forEach((one, k) => {
        one.forEach((formula, j) => {
          const met = formula.elsewhere
            ? codes.some((code) => holdsAt(formula, code))
            : [...formula.mentioned].some(([code, holds]) => holds && feasible.has(code));
          if (met) return;
          report.add('impossible-rank', [...path, k], `“${order.classes[k]![j]!.text}” holds in no state`);
        });
      });
      const { over } = byFirstClass(classes, codes);
      if (over.length === 0) continue;
      const named = over.slice(0, 5).map((code) => states[code]!.id);
      const more = over.length > named.length ? ` and ${over.length - named.length} more` : '';
      report.add('unranked-states', path, `these states are in no class: ${named.join(', ')}${more}`, {
        key: true,
      });
    }
  });
}
