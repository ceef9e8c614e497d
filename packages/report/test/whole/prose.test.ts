import { type Case, readCase } from '@demarche/case';
import { describe, expect, it } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { repoCases } from '../../../case/test/repo-cases.ts';
import { deep } from '../../../engine/test/runs.ts';
import { blindCase } from '../../src/words/index.ts';
import { anotherNaming, anyToken, inNames } from './another-naming.ts';
import { filesOf, resultsOf, textsOf } from './tellings.ts';

const cases = deep ? 1_000 : 40;
const blindCases = deep ? 200 : 15;
const patience = 900_000;
const ownCases = repoCases.filter(({ file }) => file.startsWith('cases/'));
/** Twenty seconds each of the larger one. */
const quickCases = deep ? ownCases : ownCases.filter(({ file }) => file.includes('tutorial'));

describe('prose follows the names, and nothing else of them', () => {
  it(
    `in ${cases} random cases`,
    () => {
      for (let seed = 0; seed < cases; seed++)
        sameTale(randomCase(seed, { options: 4, unseen: seed % 2 === 1 }), seed);
    },
    patience,
  );

  it.each(quickCases)('in $file', ({ text }) => sameTale(text, 1), patience);
});

describe('a blind case names nobody', () => {
  it(
    `in ${blindCases} random cases`,
    () => {
      for (let seed = 0; seed < blindCases; seed++)
        namesNobody(randomCase(seed, { options: 4, unseen: seed % 2 === 1 }), seed);
    },
    patience,
  );

  it.each(ownCases)('in $file', ({ text }) => namesNobody(text, 1), patience);
});

function sameTale(text: string, seed: number) {
  const [one, other] = [anotherNaming(text, 2 * seed), anotherNaming(text, 2 * seed + 1)];
  const [told, again] = [textsOf(read(one.text)), textsOf(read(other.text))];
  for (const [command, tale] of Object.entries(told)) {
    expect(tale.match(anyToken)?.length ?? 0).toBeGreaterThan(0);
    expect(`${seed} ${command}\n${plainly(inNames(tale, one, other))}`).toBe(
      `${seed} ${command}\n${plainly(again[command]!)}`,
    );
  }
}

function namesNobody(text: string, seed: number) {
  const { case: hidden } = blindCase(read(anotherNaming(text, seed).text));
  const results = resultsOf(hidden);
  const tellings = [textsOf(hidden, results), filesOf(hidden, results)];
  for (const [kind, telling] of tellings.flatMap((one) => Object.entries(one))) {
    expect(telling.length).toBeGreaterThan(20);
    expect({ seed, kind, leaks: telling.match(anyToken) }).toEqual({ seed, kind, leaks: null });
  }
}

function read(text: string): Case {
  const { case: found, diagnostics } = readCase(text);
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}

/** Without how wide columns are and the hash of the file; voices that speak equally often come by name, so these are sorted. */
function plainly(text: string): string {
  return text
    .replace(/case sha256 [\da-f]+/g, 'case')
    .replace(/[ ─-]{2,}/g, ' ')
    .replace(/(?<=Rests on the words of: ).*(?=\.)/g, (voices) => voices.split(', ').sort().join(', '));
}
