import {
  evaluateWords,
  feasibleCodes,
  feasibleWords,
  type Model,
  type Program,
  TooLarge,
  type Words,
} from '@demarche/engine';
import type { Case, Scenario } from '../case.ts';
import { isGraph } from '../compile/graph.ts';
import { LimitError } from '../compile/limit.ts';
import { modelOf } from '../compile/model.ts';
import { programmer } from '../compile/program.ts';
import { situationOf } from '../compile/setting.ts';
import { nowWords } from '../compile/unlisted.ts';
import { limits } from '../limits.ts';
import type { Report } from '../report.ts';
import { reportCoalesced } from './coalesce.ts';
import { reportGraph } from './graph.ts';
import { reportOrders } from './orders.ts';
import { soundPart } from './partial.ts';
import { reportScenarios } from './scenarios.ts';

/** What cannot be listed within this many states is not looked through while reading; compiling says so where it matters. */
const mostStates = 2 ** 20;
/** … and neither is what takes more than this many branches: patterns may rule each other out only far down. */
const mostBranches = 2 ** 22;

/**
 * Contradictions of a case: no feasible state, a `now` that cannot be, orders that do not fit the states, scenarios that undo or
 * contradict. `partial`: something of the case is missing, so that only what a part can prove is reported.
 */
export function reportContradictions(whole: Case, report: Report, partial: boolean): void {
  const found = partial ? soundPart(whole) : whole;
  if (cannotBeWritten(report)) return;
  try {
    if (found.options.length > limits.options) {
      reportUnlisted(found, report);
      return;
    }
    if (isGraph(found)) {
      if (partial) return;
      const before = report.errors();
      reportGraph(found, report);
      if (report.errors() === before)
        reportCoalesced(found, () => Uint32Array.from(found.graph.states.keys()), report);
      return;
    }
    const situation = situationOf(found, undefined);
    const program = programmer(found, situation.constants);
    const model = modelOf(found, situation, program);
    const codes = feasibleCodes(model, mostStates, mostBranches);
    if (codes.length === 0) {
      reportNoState(report);
      return;
    }
    reportNow(found, model.impossible, nowWords(found, situation), report);
    const before = report.errors();
    if (!partial) reportOrders(found, codes, program, report);
    reportScenarios(found, report);
    if (!partial && report.errors() === before) reportCoalesced(found, () => codes, report);
  } catch (error) {
    if (error instanceof LimitError && error.code === 'limit')
      report.add('limit', ['terms'], error.message, { key: true });
    else if (!(error instanceof TooLarge)) throw error;
  }
}

/** The same as far as it can be seen without listing the states. */
function reportUnlisted(found: Case, report: Report): void {
  const { situation, model } = stateUnder(found, undefined);
  if (!hasStates(model)) {
    reportNoState(report);
    return;
  }
  reportNow(found, model.impossible, nowWords(found, situation), report);
  reportScenarios(found, report);
}

function reportNoState(report: Report): void {
  report.add('no-feasible-state', ['impossible'], 'no state is left: `impossible` rules out every one', {
    key: true,
  });
}

/** Whether there is a feasible state, as far as that can be seen soon. */
export function hasStates(model: Model): boolean {
  try {
    return feasibleWords(model, 1, mostBranches)[0]!.length > 0;
  } catch (error) {
    if (error instanceof TooLarge) return true;
    throw error;
  }
}

/** Whether terms cannot be followed to their ends. */
function cannotBeWritten(report: Report): boolean {
  return report.diagnostics().some(({ code }) => code === 'term-cycle' || code === 'limit');
}

function reportNow(
  found: Case,
  impossible: readonly Program[],
  now: Words | undefined,
  report: Report,
): void {
  if (now === undefined) return;
  const broken = brokenBy(impossible, now);
  if (broken < 0) return;
  report.add(
    'now-infeasible',
    ['now'],
    `things cannot stand like this: “${found.impossible[broken]!.text}” is impossible`,
  );
}

/** Position of the first pattern that holds at a state, or -1. */
export function brokenBy(impossible: readonly Program[], state: Words): number {
  return impossible.findIndex((program) => evaluateWords(program, state, new Uint8Array(program.length + 1)));
}

export function stateUnder(found: Case, scenario: Scenario | undefined) {
  const situation = situationOf(found, scenario);
  const program = programmer(found, situation.constants);
  return { situation, program, model: modelOf(found, situation, program) };
}
