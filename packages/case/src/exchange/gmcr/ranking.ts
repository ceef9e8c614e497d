import { feasibleCodes, TooLarge } from '@demarche/engine';
import type { Report } from '../../report.ts';
import { mostListed, mostPayoffs, mostSteps } from '../bounds.ts';
import { as } from '../json/ask.ts';
import type { Json } from '../json/parse.ts';
import { type Pattern, patternProgram } from '../pattern.ts';

type States = {
  /** How many options there are, in the order of state codes. */
  readonly options: number;
  readonly impossible: readonly Pattern[];
  /** Where the file says what is not feasible. */
  readonly infeasibles: Json;
};

/**
 * Payoffs per feasible state in ascending code from rankings by hand, which number the feasible states from 1 in that order and
 * go from best to worst, equals in a list of their own.
 */
export function manualPayoffs(
  rankings: readonly (Json | undefined)[],
  states: States,
  report: Report,
): readonly (readonly number[])[] | undefined {
  const count = feasibleCount(states, report);
  if (count === undefined) return undefined;
  if (count * rankings.length > mostPayoffs) {
    const { start } = states.infeasibles.span;
    const message = `rankings by hand may hold ${mostPayoffs} states together, these need ${count * rankings.length}`;
    report.at({ start, end: start + 1 }, 'limit', message, {
      hint: 'rule more out, or give the preferences as statements',
    });
    return undefined;
  }
  const payoffs = rankings.map((ranking) => ranking && payoffsOf(ranking, count, report));
  return payoffs.every((one) => one !== undefined) ? payoffs : undefined;
}

function feasibleCount({ options, impossible, infeasibles }: States, report: Report): number | undefined {
  const start = { start: infeasibles.span.start, end: infeasibles.span.start + 1 };
  const model = {
    actors: 1,
    options: Array.from({ length: options }, () => ({
      owners: [0],
      mode: 'single' as const,
      direction: 'both' as const,
    })),
    impossible: impossible.map(patternProgram),
  };
  try {
    const count = feasibleCodes(model, mostListed, mostSteps).length;
    if (count > 0) return count;
    report.at(start, 'no-feasible-state', 'no state is left: “infeasibles” rules out every one');
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    report.at(
      start,
      'limit',
      `a ranking by hand is read for at most ${mostListed} feasible states, there are about ${error.estimate}`,
      { hint: 'rule more out, or give the preferences as statements' },
    );
  }
  return undefined;
}

function payoffsOf(ranking: Json, count: number, report: Report): readonly number[] | undefined {
  const list = as(ranking, 'list', 'a ranking', report);
  if (!list) return undefined;
  const payoffs: (number | undefined)[] = Array(count).fill(undefined);
  let sound = true;
  list.items.forEach((item, at) => {
    for (const one of item.kind === 'list' ? item.items : [item]) {
      const number = one.kind === 'number' && Number.isInteger(one.number) ? one.number : 0;
      if (number < 1 || number > count) {
        report.at(one.span, 'import-states', 'a state in a ranking is named by its number', {
          hint: `write a whole number from 1 to ${count}: the feasible states are numbered in the order of their codes`,
        });
        sound = false;
      } else if (payoffs[number - 1] !== undefined) {
        report.at(one.span, 'import-states', `state ${number} stands in this ranking twice`, {
          hint: 'keep one of the two',
        });
        sound = false;
      } else payoffs[number - 1] = list.items.length - at;
    }
  });
  const missing = payoffs.flatMap((one, k) => (one === undefined ? [k + 1] : []));
  if (missing.length > 0) {
    const named = missing.slice(0, 12).join(', ') + (missing.length > 12 ? ', …' : '');
    const { start } = list.span;
    report.at(
      { start, end: start + 1 },
      'import-states',
      `this ranking leaves out ${missing.length} of ${count} feasible states: ${named}`,
      { hint: 'a ranking holds every feasible state once' },
    );
    sound = false;
  }
  return sound ? (payoffs as number[]) : undefined;
}
