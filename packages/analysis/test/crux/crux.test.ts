import { readFileSync } from 'node:fs';
import { type Case, compileCase, readCase } from '@demarche/case';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../engine/test/runs.ts';
import { applied, differencesOf } from '../../src/crux/differences.ts';
import { lineEdits, withEdits } from '../../src/crux/lines.ts';
import { answerCell, type Crux, cruxOf, gamesOf, type Profile } from '../../src/index.ts';

const text = readFileSync(new URL('../../../../fixtures/oracle/small.yaml', import.meta.url), 'utf8');
const read = (yaml: string): Case => readCase(yaml).case!;
const base = read(text);

/** Single edits of the text; each changes one judgement. */
const edits: readonly (readonly [from: string, to: string])[] = [
  ['now: [ukraine.truce, us.aid, europe.arm]', 'now: [ukraine.truce, us.aid]'],
  ['  ukraine.vote: ceasefire\nirr', '  ukraine.vote: ukraine.truce\nirr'],
  ['irreversible:\n  - ukraine.vote', 'irreversible:\n  - us.bar'],
  ['overrun: not ceasefire and losing and not europe.arm', 'overrun: not ceasefire and losing'],
  [
    '        - not captured\n        - not us.aid\n        - not us.bar',
    '        - not us.aid\n        - not captured\n        - not us.bar',
  ],
  [
    '        - ceasefire\n        - us.bar\n        - not russia.meddle',
    '        - us.bar\n        - ceasefire\n        - not russia.meddle',
  ],
  ['        - us.aid\n        - election', '        - election'],
  ['        - us.aid\n        - not us.bar\n        - europe.arm', '        - us.aid\n        - europe.arm'],
  ['not europe.arm\n        - not us.aid\n    gains', 'not europe.arm\n    gains'],
  [
    '        - not lost\n        - ceasefire implies',
    '        - ceasefire\n        - not lost\n        - ceasefire implies',
  ],
];

function edited(which: readonly number[]): Case {
  const yaml = which.reduce((out, k) => {
    const [from, to] = edits[k]!;
    expect(out.includes(from), `edit ${k}`).toBe(true);
    return out.replace(from, to);
  }, text);
  return read(yaml);
}

function answerOf(found: Case, question: string, concept: 'nash' | 'seq', profile: Profile) {
  const compiled = compileCase(found);
  const cell = answerCell(compiled, gamesOf(compiled.structure), profile, concept, 'any');
  return cell.answers.find((one) => one.question === question)!.answer;
}

const subsets = (count: number) =>
  Array.from({ length: 2 ** count - 1 }, (_, k) =>
    Array.from({ length: count }, (_, bit) => bit).filter((bit) => ((k + 1) >>> bit) & 1),
  ).sort((a, b) => a.length - b.length);

describe('the crux of two cases', () => {
  test.each([
    { least: 1, most: 6, draws: 36, seed: 5 },
    { least: 8, most: 10, draws: 12, seed: 9 },
  ])(
    'is every minimal set of $least to $most differences that gives the other answer, by brute force',
    ({ least, most, draws, seed }) => {
      let differing = 0;
      fc.assert(
        fc.property(
          fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: least, maxLength: most }),
          fc.constantFrom('lasts', 'sovereign', 'together'),
          fc.constantFrom('nash' as const, 'seq' as const),
          fc.constantFrom('wants-peace', 'gains', 'vassal', 'order'),
          fc.constantFrom('quick-end', 'spheres'),
          (which, question, concept, russia, us) => {
            const other = edited(which);
            const profile = { russia, ukraine: 'base', us, europe: 'base' };
            const crux = cruxOf(base, other, { question, concept, profile }) as Crux;
            const changes = differencesOf(base, other);
            if ('problems' in changes) throw new Error('the cases are about one conflict');
            const wanted = answerOf(other, question, concept, profile);
            const minimal: number[][] = [];
            if (answerOf(base, question, concept, profile) !== wanted) {
              differing++;
              for (const set of subsets(changes.length)) {
                if (minimal.some((known) => known.every((k) => set.includes(k)))) continue;
                const made = applied(
                  base,
                  other,
                  set.map((k) => changes[k]!),
                );
                if (answerOf(made, question, concept, profile) === wanted) minimal.push(set);
              }
            }
            expect(crux.sets).toEqual(minimal);
            expect(answerOf(applied(base, other, changes), question, concept, profile)).toBe(wanted);
          },
        ),
        runs(draws, seed),
      );
      expect(differing).toBeGreaterThan(draws / 13);
    },
  );

  test('says why two cases are not about one conflict', () => {
    const other = read(text.replaceAll('europe', 'union'));
    expect(cruxOf(base, other, { question: 'lasts' })).toEqual({
      problems: [expect.stringContaining('the actors differ'), expect.stringContaining('the options differ')],
    });
  });
});

test('line edits, all carried out, give the other list; a moved line is one edit', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 7 });
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      expect(withEdits(one, other, lineEdits(one, other))).toEqual(other);
    }),
    runs(500, 6),
  );
  expect(lineEdits(['a', 'b', 'c'], ['b', 'c', 'a'])).toHaveLength(1);
});
