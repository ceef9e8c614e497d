import { evaluateWords, feasibleCodes, type Words } from '@demarche/engine';
import type { Case, Scenario } from '../case.ts';
import { nowWords } from '../compile/unlisted.ts';
import { limits } from '../limits.ts';
import type { Report } from '../report.ts';
import type { Path } from '../yaml/tree.ts';
import { brokenBy, hasStates, stateUnder } from './all.ts';
import { stateInWords } from './orders.ts';

/** Scenarios that cannot be: that contradict an `impossible`, undo what stays, or start past a shut gate. */
export function reportScenarios(found: Case, report: Report): void {
  const payoffs = found.readings.some((own) => own.some(({ order }) => order.kind === 'payoffs'));
  for (const scenario of found.scenarios) {
    const path: Path = ['scenarios', scenario.id];
    const before = report.errors();
    reportUndoing(found, scenario, path, report);
    const { situation, model } = stateUnder(found, scenario);
    const now = nowWords(found, situation);
    const broken = now === undefined ? -1 : brokenBy(model.impossible, now);
    if (broken >= 0) {
      const message = `this scenario starts where “${found.impossible[broken]!.text}” holds, which is impossible`;
      report.add('scenario-contradiction', path, message, { key: true });
    } else if (now === undefined || payoffs) {
      const listed = found.options.length <= limits.options;
      const codes = listed ? feasibleCodes(model, 2 ** 20) : undefined;
      if (codes ? codes.length === 0 : !hasStates(model))
        report.add('scenario-contradiction', path, 'no state is feasible in this scenario', { key: true });
      if (payoffs && codes) reportUnnumbered(found, codes, path, report);
    }
    if (report.errors() === before && now !== undefined) reportShutGates(found, scenario, now, path, report);
  }
}

function reportUndoing(found: Case, scenario: Scenario, path: Path, report: Report): void {
  if (!found.now) return;
  for (const part of ['start', 'fix'] as const) {
    for (const [id, on] of Object.entries(scenario[part])) {
      const option = found.options.find((one) => one.id === id);
      if (!option || option.direction === 'both') continue;
      const taken = found.now.includes(id);
      if (taken === on || on === (option.direction === 'forward')) continue;
      const message = `“${id}” ${taken ? 'is taken and cannot be undone' : 'is off and cannot be taken'}`;
      report.add('scenario-undoes', [...path, part, id], message, { key: true });
    }
  }
}

function reportShutGates(found: Case, scenario: Scenario, now: Words, path: Path, report: Report): void {
  const { program } = stateUnder(found, scenario);
  for (const part of ['start', 'fix'] as const) {
    for (const [id, on] of Object.entries(scenario[part])) {
      const gate = on ? found.options.find((one) => one.id === id)?.gate : undefined;
      if (!gate) continue;
      const formula = program(gate);
      if (evaluateWords(formula, now, new Uint8Array(formula.length + 1))) continue;
      report.add(
        'scenario-gate',
        [...path, part, id],
        `“${id}” starts taken while its gate “${gate.text}” is shut`,
        { key: true },
      );
    }
  }
}

/** Payoffs number the states feasible without a scenario; one that a changed fact makes feasible has no number. */
function reportUnnumbered(found: Case, codes: Uint32Array, path: Path, report: Report): void {
  const without = new Set(feasibleCodes(stateUnder(found, undefined).model, 2 ** 20));
  const more = codes.find((code) => !without.has(code));
  if (more === undefined) return;
  const message = `this scenario makes a state feasible that no payoff numbers: ${stateInWords(found, more)}`;
  report.add('payoffs-length', path, message, { key: true });
}
