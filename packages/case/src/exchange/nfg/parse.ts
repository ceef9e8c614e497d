import type { Report } from '../../report.ts';
import type { Span } from '../../text/lines.ts';
import { mostListed, mostPayoffs } from '../bounds.ts';
import type { NormalForm } from './game.ts';
import { type Token, tokensOf } from './tokens.ts';

class Broken extends Error {}

type Outcome = { readonly name: string; readonly payoffs: readonly number[] };

/** Reads a `.nfg` file, in its payoff and in its outcome version. Undefined where it has a mistake, which is reported. */
export function parseNfg(text: string, report: Report): NormalForm | undefined {
  const tokens = tokensOf(text, report);
  if (!tokens) return undefined;
  try {
    return gameOf(tokens, report);
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

const kindWords = {
  text: 'a text',
  number: 'a number',
  word: 'a word',
  '{': '“{”',
  '}': '“}”',
  end: 'the end',
};

function gameOf(tokens: readonly Token[], report: Report): NormalForm | undefined {
  let at = 0;
  const here = () => tokens[at]!;
  const is = <Kind extends Token['kind']>(kind: Kind) => here().kind === kind;
  const fail = (expected: string): never => {
    const { kind, span } = here();
    report.at(span, 'import-syntax', `${kindWords[kind]} stands where ${expected} is expected`);
    throw new Broken();
  };
  const take = <Kind extends Token['kind']>(kind: Kind, expected: string) => {
    if (!is(kind)) fail(expected);
    return tokens[at++] as Extract<Token, { kind: Kind }>;
  };
  const listOf = <T>(item: () => T): T[] => {
    take('{', '“{”');
    const items: T[] = [];
    while (!is('}')) items.push(item());
    take('}', '“}”');
    return items;
  };
  const text = (what: string) => take('text', what).text;

  if (take('word', '“NFG”').text !== 'NFG') {
    at--;
    fail('“NFG”');
  }
  if (take('number', 'the version, 1').number !== 1) {
    at--;
    fail('the version, 1,');
  }
  if (!/^[RD]$/.test(take('word', '“R” or “D”').text)) {
    at--;
    fail('“R” or “D”');
  }
  const title = text('the title in quotation marks');
  const names = listOf(() => text('the name of a player in quotation marks'));
  const strategiesAt = here().span;
  const strategies = listOf((): readonly string[] => {
    if (is('{')) return listOf(() => text('the name of a strategy in quotation marks'));
    const { number, span } = take('number', 'a number of strategies, or a list of their names');
    if (Number.isInteger(number) && number >= 1 && number <= 1000)
      return Array.from({ length: number }, (_, k) => String(k + 1));
    report.at(span, 'import-value', 'a player has a whole number of strategies, from 1 to 1000');
    throw new Broken();
  });
  if (is('text')) at++;
  if (names.length === 0) refuse(strategiesAt, 'import-shape', 'the game has no player');
  if (strategies.length !== names.length)
    refuse(
      strategiesAt,
      'import-shape',
      `${strategies.length} lists of strategies for ${names.length} players`,
    );
  if (strategies.some((own) => own.length === 0))
    refuse(strategiesAt, 'import-shape', 'a player has no strategy');
  const count = strategies.reduce((all, own) => all * own.length, 1);
  if (count > mostListed)
    refuse(strategiesAt, 'limit', `a game may have ${mostListed} contingencies, this one has ${count}`);
  if (count * names.length > mostPayoffs)
    refuse(
      strategiesAt,
      'limit',
      `a game may have ${mostPayoffs} payoffs, this one has ${count * names.length}`,
    );
  const players = names.map((name, k) => ({ name, strategies: strategies[k]! }));
  return is('{') ? byOutcomes() : byPayoffs();

  function refuse(span: Span, code: 'import-shape' | 'limit', message: string): never {
    report.at(span, code, message);
    throw new Broken();
  }

  function numbersToTheEnd() {
    const found: Extract<Token, { kind: 'number' }>[] = [];
    while (!is('end')) found.push(take('number', 'a number'));
    return found;
  }

  function sound({ number, span }: { readonly number: number; readonly span: Span }): number {
    if (Number.isFinite(number) && Math.abs(number) <= 1e15) return number;
    report.at(span, 'import-value', 'a payoff is a number of at most 15 digits before the point');
    return 0;
  }

  function byPayoffs(): NormalForm | undefined {
    const end = () => here().span;
    const numbers = numbersToTheEnd();
    const expected = count * players.length;
    if (numbers.length !== expected) {
      const extra = numbers[expected];
      refuse(
        extra?.span ?? end(),
        'import-shape',
        `${numbers.length} payoffs, ${expected} expected: ${count} contingencies for ${players.length} players`,
      );
    }
    const payoffs = Array.from({ length: count }, (_, c) =>
      players.map((_, i) => sound(numbers[c * players.length + i]!)),
    );
    return report.errors() > 0 ? undefined : { title, players, payoffs, outcomes: [] };
  }

  function byOutcomes(): NormalForm | undefined {
    const outcomes = listOf((): Outcome => {
      const start = here().span;
      take('{', '“{”');
      const name = text('the name of an outcome in quotation marks');
      const payoffs: number[] = [];
      while (!is('}')) payoffs.push(sound(take('number', 'a payoff or “}”')));
      take('}', '“}”');
      if (payoffs.length !== players.length)
        report.at(
          start,
          'import-shape',
          `an outcome with ${payoffs.length} payoffs for ${players.length} players`,
        );
      return { name, payoffs };
    });
    const numbers = numbersToTheEnd();
    if (numbers.length !== count)
      refuse(
        numbers[count]?.span ?? here().span,
        'import-shape',
        `${numbers.length} outcomes are named, one for each of ${count} contingencies is expected`,
      );
    const at: number[][] = outcomes.map(() => []);
    const nothing = players.map(() => 0);
    const payoffs = numbers.map(({ number, span }, c) => {
      if (number === 0) return nothing;
      if (!Number.isInteger(number) || number < 0 || number > outcomes.length) {
        report.at(span, 'import-value', 'an outcome is named by its place in the list, counted from 1', {
          hint: `write a whole number from 0 (no outcome, payoffs 0) to ${outcomes.length}`,
        });
        return nothing;
      }
      at[number - 1]!.push(c);
      return outcomes[number - 1]!.payoffs;
    });
    if (report.errors() > 0) return undefined;
    const named = outcomes.map(({ name }, k) => ({ name, at: at[k]! }));
    return { title, players, payoffs, outcomes: named.filter((one) => one.name.trim() !== '') };
  }
}
