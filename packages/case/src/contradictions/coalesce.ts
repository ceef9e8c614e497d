import { evaluate, feasibleCodes, type Program, partsOf } from '@demarche/engine';
import type { Case, Formula, Scenario } from '../case.ts';
import { graphCodes, isGraph } from '../compile/graph.ts';
import { ranksOf } from '../compile/ranks.ts';
import { scenarioOf } from '../compile/setting.ts';
import { limits } from '../limits.ts';
import type { Report } from '../report.ts';
import { stateUnder } from './all.ts';
import { stateInWords } from './orders.ts';

/** States that are coalesced and yet told apart: by an order, by a question, or by what an actor does not perceive. */
export function reportCoalesced(found: Case, numbered: () => Uint32Array, report: Report): void {
  if (found.coalesce.length === 0) return;
  found.unaware.forEach((options, actor) => {
    if (options.length === 0) return;
    const { id } = found.actors[actor]!;
    const message = `“${id}” is unaware of an option while states are coalesced: what follows as each sees it is not computed`;
    report.add('not-yet', ['unaware', id], message, { key: true });
  });
  const said = new Set<string>();
  for (const id of [null, ...found.scenarios.map((one) => one.id)])
    reportUnder(found, scenarioOf(found, id), numbered, said, report);
}

function reportUnder(
  found: Case,
  scenario: Scenario | undefined,
  numbered: () => Uint32Array,
  said: Set<string>,
  report: Report,
): void {
  const { program, model } = stateUnder(found, scenario);
  const every = isGraph(found)
    ? graphCodes(found, scenario, program)
    : feasibleCodes(model, limits.coalesced);
  const same = found.coalesce.map(program);
  const { part, parts } = partsOf(every, same);
  const joined = (state: number) => parts.start[part[state]! + 1]! - parts.start[part[state]!]! > 1;
  const codes = every.filter((_, state) => joined(state));
  const whole = part.filter((_, state) => joined(state));
  const add = (who: string, first: number, second: number, message: (a: string, b: string) => string) => {
    const line = lineOf(same, codes[first]!, codes[second]!);
    if (said.has(`${line} ${who}`)) return;
    said.add(`${line} ${who}`);
    const [a, b] = [first, second].map((at) => nameOf(found, codes[at]!)) as [string, string];
    const under = scenario ? ` in the scenario “${scenario.id}”` : '';
    report.add(
      'coalesced-apart',
      ['coalesce', line],
      `“${found.coalesce[line]!.text}” makes one state of what ${message(`“${a}”`, `“${b}”`)}${under}`,
    );
  };
  found.readings.forEach((own, actor) => {
    const { id } = found.actors[actor]!;
    for (const reading of own) {
      const ranks = ranksOf(reading.order, { codes, options: model.options.length }, program, numbered);
      apart(whole, ranks, (first, second) =>
        add(`reading ${actor} ${reading.id}`, first, second, (a, b) => {
          const [better, worse] = ranks[first]! > ranks[second]! ? [a, b] : [b, a];
          return `“${id}” ranks differently (reading “${reading.id}”): ${better} is better than ${worse}`;
        }),
      );
    }
  });
  const formulas: { who: string; text: string; formula: Formula }[] = [
    ...found.questions.flatMap(({ id, holdsWhen }) =>
      holdsWhen
        ? [{ who: `question ${id}`, text: `the question “${id}” tells apart`, formula: holdsWhen }]
        : [],
    ),
    ...found.unperceived.flatMap((own, actor) =>
      own.map((formula, k) => ({
        who: `unperceived ${actor} ${k}`,
        text: `“${found.actors[actor]!.id}” perceives in part`,
        formula,
      })),
    ),
  ];
  for (const { who, text, formula } of formulas) {
    const words = program(formula);
    const stack = new Uint8Array(words.length + 1);
    const truth = Uint32Array.from(codes, (code) => (evaluate(words, code, stack) ? 1 : 0));
    apart(whole, truth, (first, second) =>
      add(who, first, second, (a, b) => {
        const [held, not] = truth[first] === 1 ? [a, b] : [b, a];
        return `${text}: “${formula.text}” holds in ${held} and not in ${not}`;
      }),
    );
  }
}

/** Calls with the first two states of each whole that have different values. */
function apart(whole: Int32Array, value: Uint32Array, report: (first: number, second: number) => void): void {
  const first = new Map<number, number>();
  for (let at = 0; at < whole.length; at++) {
    const before = first.get(whole[at]!);
    if (before === undefined) first.set(whole[at]!, at);
    else if (value[before] !== value[at]) {
      report(before, at);
      return;
    }
  }
}

/** The line of `coalesce` that holds in both states; where the two are joined by several, one that holds in the second. */
function lineOf(same: readonly Program[], first: number, second: number): number {
  const holds = (program: Program, code: number) =>
    evaluate(program, code, new Uint8Array(program.length + 1));
  const both = same.findIndex((one) => holds(one, first) && holds(one, second));
  return both >= 0 ? both : same.findIndex((one) => holds(one, second));
}

function nameOf(found: Case, code: number): string {
  return found.graph ? found.graph.states[code]!.id : stateInWords(found, code);
}
