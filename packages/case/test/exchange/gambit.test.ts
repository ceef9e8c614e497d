import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compact, flag } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { compileCase, importText } from '../../src/index.ts';
import { randomFrom } from '../random.ts';
import { samples } from './samples.ts';

/** A checkout of Gambit, whose own files are not copied here. */
const checkout = process.env.GAMBIT ?? '';
const theirs = checkout === '' ? [] : globSync('**/*.nfg', { cwd: checkout }).sort();

type Game = { readonly strategies: readonly number[]; readonly payoffs: readonly (readonly number[])[] };

/** Contingencies in which everyone's strategy is a best response, straight from the definition. */
function pureEquilibria({ strategies, payoffs }: Game): readonly number[] {
  const step = strategies.map((_, i) => strategies.slice(0, i).reduce((all, one) => all * one, 1));
  return payoffs.flatMap((row, contingency) => {
    const best = strategies.every((count, i) => {
      const own = Math.floor(contingency / step[i]!) % count;
      return Array.from({ length: count }, (_, other) => contingency + (other - own) * step[i]!).every(
        (there) => payoffs[there]![i]! <= row[i]!,
      );
    });
    return best ? [contingency] : [];
  });
}

/** A file of numbers and names, read in the simplest way that reads a sound one. */
function gameOf(text: string): Game {
  const tokens = text.match(/"(?:[^"\\]|\\[\s\S])*"|[{}]|[^\s{},"]+/g)!;
  let at = 4;
  const list = (): unknown[] => {
    const items: unknown[] = [];
    for (at++; tokens[at] !== '}'; at++) items.push(tokens[at] === '{' ? list() : tokens[at]);
    return items;
  };
  const group = () => {
    const items = list();
    at++;
    return items;
  };
  const players = group().length;
  const strategies = group().map((one) => (Array.isArray(one) ? one.length : Number(one)));
  if (tokens[at]?.startsWith('"')) at++;
  const number = (token: unknown) => {
    const [above, below = '1'] = String(token).split('/');
    return Number(above) / Number(below);
  };
  const outcomes =
    tokens[at] === '{' ? group().map((one) => (one as unknown[]).slice(1).map(number)) : undefined;
  const rest = tokens.slice(at).map(number);
  const count = strategies.reduce((all, one) => all * one, 1);
  return {
    strategies,
    payoffs: Array.from({ length: count }, (_, c) =>
      outcomes
        ? (outcomes[rest[c]! - 1] ?? Array(players).fill(0))
        : rest.slice(c * players, (c + 1) * players),
    ),
  };
}

/** As many equilibria as there are, each with the payoffs that it has. */
function sameAsBestResponses(text: string, file: string): number {
  const made = importText(text, { file });
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found = made.case!;
  const { structure, ranks } = compileCase(found);
  const own = found.actors.map((_, i) => ranks(i, 'stated'));
  const flags = own.map((_, i) => compact.stability(structure, own, i, ['nash']));
  const payoffs = found.readings.map(([reading]) =>
    reading!.order.kind === 'payoffs' ? reading!.order.payoffs : [],
  );
  const got = [...structure.codes.keys()].filter((s) => flags.every((one) => (one[s]! & flag.nash) !== 0));
  const game = gameOf(text);
  const expected = pureEquilibria(game);
  const rows = (list: readonly (readonly (number | undefined)[])[]) =>
    list.map((row) => row.join(' ')).sort();
  expect(rows(got.map((s) => payoffs.map((one) => one[s])))).toEqual(
    rows(expected.map((c) => game.payoffs[c]!)),
  );
  return expected.length;
}

describe('equilibria in pure strategies are nash', () => {
  it.each(Object.entries(samples).filter(([name]) => name.endsWith('.nfg')))('%s', (file, text) => {
    sameAsBestResponses(text, file);
  });

  it('in random games of one to four players, some with very many strategies', () => {
    let met = 0;
    for (let seed = 0; seed < 150; seed++) {
      const random = randomFrom(seed);
      const many = random.chance(0.1);
      const strategies = Array.from({ length: many ? 2 : 1 + random.below(4) }, () =>
        many ? 14 + random.below(6) : 1 + random.below(4),
      );
      const count = strategies.reduce((all, one) => all * one, 1);
      const payoffs = Array.from({ length: count * strategies.length }, () =>
        random.pick(['1', '2', '-3', '1/2', '0.5', '4e-1', '7']),
      );
      const names = strategies.map((_, k) => `"Player ${k}"`).join(' ');
      met += sameAsBestResponses(
        `NFG 1 R "Game ${seed}" { ${names} } { ${strategies.join(' ')} }\n\n${payoffs.join(' ')}\n`,
        'x.nfg',
      );
    }
    expect(met).toBeGreaterThan(150);
  });
});

describe.runIf(theirs.length > 0)('the files of Gambit', () => {
  it.each(theirs)('%s', (file) => {
    sameAsBestResponses(readFileSync(join(checkout, file), 'utf8'), file);
  });
});

it.runIf(theirs.length === 0)('GAMBIT names no checkout of Gambit: its files are not read', () => {
  expect(theirs).toEqual([]);
});
