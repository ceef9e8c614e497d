import { limits } from '../../limits.ts';
import type { Report } from '../../report.ts';
import type { Draft } from '../draft.ts';
import { cleanName, idFor } from '../ids.ts';
import { anyText, type Pattern } from '../pattern.ts';
import type { NormalForm } from './game.ts';
import { parseNfg } from './parse.ts';

/** Outcomes that become terms: a longer list helps nobody. */
const mostOutcomes = 64;
const longestTerm = 3_000;

/**
 * A game in normal form as a conflict: a player's m strategies are m options of which exactly one holds, two strategies are one
 * option, one strategy is none. Named outcomes become terms.
 */
export function readNfg(text: string, fallback: string, report: Report): Draft | undefined {
  const game = parseNfg(text, report);
  if (!game) return undefined;
  const needed = game.players.reduce((all, { strategies }) => all + bitsFor(strategies.length), 0);
  if (needed > limits.options) {
    const message = `the strategies need ${needed} options, at most ${limits.options} can be listed (limit options)`;
    report.at({ start: 0, end: 0 }, 'limit', message, {
      hint: 'a player with two strategies needs one option, one with more needs an option for each',
    });
    return undefined;
  }
  return draftOf(game, fallback, report);
}

const bitsFor = (strategies: number) => (strategies < 3 ? strategies - 1 : strategies);

function draftOf(game: NormalForm, fallback: string, report: Report): Draft {
  const taken = new Set<string>();
  let bit = 0;
  const players = game.players.map(({ name, strategies }, i) => {
    const used = new Set<string>();
    const first = bit;
    const named = strategies.map((one, k) => cleanName(one, `Strategy ${k + 1}`));
    const told = /^\d+$/.test(named.join('')) ? named.map((one) => `Strategy ${one}`) : named;
    const own = strategies.length === 2 ? told.slice(1) : strategies.length < 2 ? [] : told;
    bit += own.length;
    const id = idFor(name, `player-${i + 1}`, taken);
    const options = own.map((one) => ({
      id: idFor(one, 'strategy', used),
      name: strategies.length === 2 ? `${one} (otherwise ${told[0]})` : one,
    }));
    return { id, name: cleanName(name, `Player ${i + 1}`), count: strategies.length, first, options };
  });
  const ids = players.flatMap(({ id, options }) => options.map((option) => `${id}.${option.id}`));

  /** What the strategies of a contingency are in options, and its state code. */
  const at = (contingency: number): { readonly pattern: Pattern; readonly code: number } => {
    let rest = contingency;
    let code = 0;
    const pattern = players.flatMap(({ count, first }) => {
      const strategy = rest % count;
      rest = Math.floor(rest / count);
      if (count === 1) return [];
      const option = count === 2 ? first : first + strategy;
      const on = count > 2 || strategy === 1;
      if (on) code += 2 ** option;
      return [{ option, on }];
    });
    return { pattern, code };
  };

  const order = game.payoffs.map((payoffs, c) => ({ payoffs, code: at(c).code }));
  order.sort((a, b) => a.code - b.code);
  const actors = players.map(({ id, name, options }, i) => ({
    id,
    name,
    options,
    order: { payoffs: order.map(({ payoffs }) => payoffs[i]!) },
  }));
  const impossible = players.flatMap(({ id, count, options }) =>
    count < 3 ? [] : [`not exactly 1 of (${options.map((option) => `${id}.${option.id}`).join(', ')})`],
  );
  return {
    title: cleanName(game.title, fallback),
    actors,
    terms: termsOf(game, (c) => at(c).pattern, ids, taken, report),
    impossible,
  };
}

function termsOf(
  { outcomes }: NormalForm,
  patternAt: (contingency: number) => Pattern,
  ids: readonly string[],
  taken: Set<string>,
  report: Report,
): NonNullable<Draft['terms']> {
  const met = outcomes.filter((one) => one.at.length > 0);
  const terms = met.slice(0, mostOutcomes).flatMap(({ name, at }) => {
    const that = at.length > 100 ? '' : anyText(at.map(patternAt), ids);
    if (that === '' || that.length > longestTerm) return [];
    return [{ id: idFor(name, 'outcome', taken), name: cleanName(name, 'Outcome'), that }];
  });
  if (terms.length < outcomes.length) {
    const message = `the names of ${outcomes.length - terms.length} outcomes are left out`;
    report.at({ start: 0, end: 0 }, 'import-left-out', message, {
      hint: 'their payoffs are kept; a name becomes a term where some contingencies, and not too many, lead to it',
    });
  }
  return terms;
}
