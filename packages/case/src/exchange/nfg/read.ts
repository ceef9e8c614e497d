import { limits } from '../../limits.ts';
import type { Report } from '../../report.ts';
import { gapsOf } from '../csv/gaps.ts';
import type { Draft } from '../draft.ts';
import { cleanName, idFor } from '../ids.ts';
import { anyText, type Pattern, patternText } from '../pattern.ts';
import type { NormalForm } from './game.ts';
import { parseNfg } from './parse.ts';

/** Outcomes that become terms: a longer list helps nobody. */
const mostOutcomes = 64;
const longestTerm = 3_000;

/**
 * A game in normal form as a conflict: a player's m strategies are m options of which exactly one holds, two strategies are one
 * option, one strategy is none. Where that comes to too many options, three strategies and more are the numbers that options spell
 * in binary. Named outcomes become terms.
 */
export function readNfg(text: string, fallback: string, report: Report): Draft | undefined {
  const game = parseNfg(text, report);
  if (!game) return undefined;
  const needed = (spelled: boolean) =>
    game.players.reduce((all, { strategies }) => all + optionsFor(strategies.length, spelled), 0);
  const spelled = needed(false) > limits.options;
  if (needed(spelled) > limits.options) {
    const message = `the strategies need ${needed(spelled)} options, at most ${limits.options} can be listed (limit options)`;
    report.at({ start: 0, end: 0 }, 'limit', message, {
      hint: 'leave out players or strategies that decide nothing',
    });
    return undefined;
  }
  return draftOf(game, fallback, spelled, report);
}

/** Options that so many strategies become. */
function optionsFor(strategies: number, spelled: boolean): number {
  if (strategies < 3) return strategies - 1;
  return spelled ? Math.ceil(Math.log2(strategies)) : strategies;
}

function draftOf(game: NormalForm, fallback: string, spelled: boolean, report: Report): Draft {
  const taken = new Set<string>();
  let bit = 0;
  const players = game.players.map(({ name, strategies }, i) => {
    const player = playerOf(strategies, bit, spelled);
    bit += player.options.length;
    return { ...player, id: idFor(name, `player-${i + 1}`, taken), name: cleanName(name, `Player ${i + 1}`) };
  });
  const ids = players.flatMap(({ id, options }) => options.map((option) => `${id}.${option.id}`));
  const patternAt = (contingency: number): Pattern => {
    let rest = contingency;
    return players.flatMap(({ settings }) => {
      const strategy = rest % settings.length;
      rest = Math.floor(rest / settings.length);
      return settings[strategy]!;
    });
  };
  const codeOf = (pattern: Pattern) =>
    pattern.reduce((code, { option, on }) => code + (on ? 2 ** option : 0), 0);
  const order = game.payoffs.map((payoffs, c) => ({ payoffs, code: codeOf(patternAt(c)) }));
  order.sort((a, b) => a.code - b.code);
  return {
    title: cleanName(game.title, fallback),
    actors: players.map(({ id, name, options }, i) => ({
      id,
      name,
      options,
      order: { payoffs: order.map(({ payoffs }) => payoffs[i]!) },
    })),
    terms: [
      ...players.flatMap(({ id, told, settings }) =>
        !spelled || settings.length < 3 || settings.length > mostOutcomes
          ? []
          : settings.map((setting, k) => ({
              id: idFor(`${id} ${told[k]}`, 'strategy', taken),
              name: told[k]!,
              that: patternText(setting, ids),
            })),
      ),
      ...termsOf(game, patternAt, ids, taken, report),
    ],
    impossible: players.flatMap(({ id, settings, options, first }) => {
      if (settings.length < 3) return [];
      if (!spelled) return [`not exactly 1 of (${options.map((option) => `${id}.${option.id}`).join(', ')})`];
      const unused = gapsOf([...settings.keys()], options.length, settings.length) ?? [];
      return unused.map((gap) =>
        patternText(
          gap.map(({ option, on }) => ({ option: option + first, on })),
          ids,
        ),
      );
    }),
  };
}

/** A player's options from the bit `first` on, and what each strategy is in them. */
function playerOf(strategies: readonly string[], first: number, spelled: boolean) {
  const named = strategies.map((one, k) => cleanName(one, `Strategy ${k + 1}`));
  const told = /^\d+$/.test(named.join('')) ? named.map((one) => `Strategy ${one}`) : named;
  const count = optionsFor(strategies.length, spelled);
  const bits = Array.from({ length: count }, (_, k) => first + k);
  const used = new Set<string>();
  const option = (name: string, full = name) => ({ id: idFor(name, 'strategy', used), name: full });
  if (strategies.length < 3) {
    return {
      first,
      told,
      options: told.slice(1).map((one) => option(one, `${one} (otherwise ${told[0]})`)),
      settings: strategies.map((_, k): Pattern => bits.map((at) => ({ option: at, on: k === 1 }))),
    };
  }
  if (!spelled) {
    return {
      first,
      told,
      options: told.map((one) => option(one)),
      // The others are off because exactly one is on.
      settings: bits.map((at): Pattern => [{ option: at, on: true }]),
    };
  }
  return {
    first,
    told,
    options: bits.map((_, k) =>
      option(`Bit ${k + 1}`, `Number of the strategy, bit ${k + 1} (counted from 0)`),
    ),
    settings: strategies.map(
      (_, strategy): Pattern =>
        bits.map((at, k) => ({ option: at, on: Math.floor(strategy / 2 ** k) % 2 === 1 })),
    ),
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
