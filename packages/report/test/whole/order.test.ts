import { firstProfile } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { permuteCase } from '../../../case/test/permute-case.ts';
import { repoCases } from '../../../case/test/repo-cases.ts';
import { deep } from '../../../engine/test/runs.ts';
import { reportMarkdown } from '../../src/markdown/index.ts';
import { resultsOf, textsOf } from './tellings.ts';

const cases = deep ? 1_000 : 40;
const tutorial = repoCases.find(({ file }) => file.includes('tutorial'))!;

it(`actors, options, readings, statements, … in another order are told in the same words, in ${cases} random cases`, () => {
  for (let seed = 0; seed < cases; seed++)
    sameWords(randomCase(seed, { options: 4, unseen: seed % 2 === 1 }), seed);
}, 900_000);

it('so is the tutorial', () => sameWords(tutorial.text, 1), 900_000);

function sameWords(text: string, seed: number): void {
  const [one, other] = [read(text), read(permuteCase(text, seed, ['questions']))];
  const profile = firstProfile(one);
  const same = twins(text);
  expect({ seed, ...tell(other, profile, same) }).toEqual({ seed, ...tell(one, profile, same) });
}

function tell(found: Case, profile: Readonly<Record<string, string>>, same: (text: string) => string) {
  const results = resultsOf(found, profile);
  const texts = {
    ...textsOf(found, results),
    markdown: reportMarkdown(found, results.answer, { version: '0.0.0', texts: {} }),
  };
  return Object.fromEntries(
    Object.entries(texts).map(([kind, text]) => [
      kind,
      linesOf(same(kind in bare ? bare[kind]!(text) : text)),
    ]),
  );
}

/** What stands in the order of the file by its nature, taken out. */
const bare: Readonly<Record<string, (text: string) => string>> = {
  solve: withoutCodes,
  reach: withoutCodes,
  // Each reading has a letter, by its place, that heads its column of the matrix.
  weigh: (text) => text.replace(/^ +[A-Z](?= )/gm, ''),
};

/** State codes, and letters for options, are in the order of the options. */
function withoutCodes(text: string): string {
  return text.replace(/case sha256 [\da-f]+/g, 'case').replace(/\b(?:[YN-]+|\d+)\b/g, '');
}

/** Readings that differ in nothing but their names are told apart by them alone: they get one name. */
function twins(text: string): (told: string) => string {
  const { readings } = parse(text) as { readings: Record<string, Record<string, { label?: string }>> };
  const names = Object.values(readings).flatMap((own) => {
    const first = new Map<string, string>();
    return Object.values(own).flatMap(({ label, ...rest }): [string, string][] => {
      const key = JSON.stringify(rest);
      const known = first.get(key);
      if (known === undefined) first.set(key, label ?? '');
      return known === undefined || label === undefined ? [] : [[label, known]];
    });
  });
  return (told) => names.reduce((sum, [from, to]) => sum.replaceAll(from, to), told);
}

/** Lines without their numbers and the hash of the file, each with its words in one order; in one order. */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/case sha256 [\da-f]+/g, 'case')
    .replace(/\b(impossible|absent|assumption|move)[ .-]\d+/g, '$1')
    .split('\n')
    .map((line) => line.replace(/^(?:#+ |- )?\s*\d+\. /, '').split(/[\s,;:.?()]+/))
    .map((words) => words.sort().join(' ').trim())
    .filter((line) => line !== '' && !/^-+( -+)*$/.test(line))
    .sort();
}

function read(text: string): Case {
  const { case: found, diagnostics } = readCase(text);
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}
