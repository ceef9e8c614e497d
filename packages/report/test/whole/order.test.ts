import { answerCase, weighActor } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { permuteCase } from '../../../case/test/permute-case.ts';
import { randomFrom } from '../../../case/test/random.ts';
import { deep } from '../../../engine/test/runs.ts';
import { answerText, plain, weighText } from '../../src/terminal/index.ts';

const cases = deep ? 1_000 : 50;
const view = { width: 1_000_000, paint: plain };
const version = '0.0.0';

it(`material and rules of the game in another order are told line by line the same, in ${cases} random cases`, () => {
  for (let seed = 0; seed < cases; seed++) {
    const text = randomCase(seed, { options: 4 });
    const tell = (found: Case) =>
      linesOf(
        answerText(found, answerCase(found), view, { version, full: true }) +
          weighText(found, everyWeighed(found), view, { version }),
      );
    expect({ seed, lines: tell(read(reordered(text, seed))) }).toEqual({ seed, lines: tell(read(text)) });
  }
}, 900_000);

it(`actors, options and readings in another order have the same table of answers, in ${cases} random cases`, () => {
  for (let seed = 0; seed < cases; seed++) {
    const text = randomCase(seed, { options: 4 });
    const table = (found: Case) => {
      const told = answerText(found, answerCase(found, { robustness: false }), view, { version });
      const [short, answers] = [told.indexOf('In how many of'), told.indexOf('\n1. ')];
      const [shares] = [told.match(/[#.]{24} +[\d.]+/g) ?? []];
      return {
        seed,
        table: linesOf(
          told.slice(short, answers).replace(/ +(?:the scenario|how .* is read|nothing)$/gm, ''),
        ),
        shares: linesOf(shares.join('\n')),
      };
    };
    expect(table(read(permuteCase(text, seed)))).toEqual(table(read(text)));
  }
}, 900_000);

/** Everything whose order has no meaning and that is not told in the order of the file. */
function reordered(text: string, seed: number): string {
  const random = randomFrom(seed);
  const data = parse(text) as Record<string, unknown>;
  const lists = ['impossible', 'irreversible', 'now', 'evidence'];
  const maps = ['statements', 'sources', 'opens', 'binds', 'terms'];
  for (const section of lists) if (data[section]) data[section] = random.shuffled(data[section] as unknown[]);
  for (const section of maps)
    if (data[section])
      data[section] = Object.fromEntries(random.shuffled(Object.entries(data[section] as object)));
  return stringify(data);
}

function read(text: string): Case {
  const { case: found, diagnostics } = readCase(text);
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}

function everyWeighed(found: Case) {
  return found.actors.map((_, i) => weighActor(found, i));
}

/** Lines without numbers in front, the hash of the file and the order of words; in one order. */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/case sha256 [\da-f]+/g, 'case')
    .split('\n')
    .map((line) => line.replace(/^\s*\d+\. /, '').split(/[\s,;:.?]+/))
    .map((words) => words.sort().join(' ').trim())
    .filter((line) => line !== '' && !/^-+( -+)*$/.test(line))
    .sort();
}
