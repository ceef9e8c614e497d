import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonOf, root } from './run.ts';

/** What comes out by question, if each looks one move ahead and if each fears what the others would gladly answer. */
const told: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  chicken: { crash: ['no', 'no'], compromise: ['no', 'no'] },
  elmira: { bargain: ['yes', 'yes'], gone: ['no', 'no'] },
  'elmira-options': { bargain: ['yes', 'yes'], gone: ['no', 'no'] },
  'gisborne-economy': { lifted: ['yes', 'yes'], accord: ['yes', 'yes'] },
  'korea-2017': { war: ['no', 'no'], programme: ['no', 'no'] },
  'cuba-1962': { missiles: ['yes', 'yes'], war: ['yes', 'depends'] },
  'cuba-moves': { compromise: ['unsettled', 'no'] },
  garrison: { full: ['no', 'no'], treaty: ['yes', 'yes'] },
  'milk-river': { petition: ['no', 'no'], reviewed: ['no', 'no'] },
  'prisoners-dilemma': { kept: ['no', 'yes'] },
  'stag-hunt': { stag: ['yes', 'yes'] },
  'syria-iraq-1975': { released: ['no', 'no'], attack: ['yes', 'yes'] },
};

/** The case with several readings of each actor. */
const readings = 'korea-2017-invasion-stays';

const answersTo = (file: string, ...more: readonly string[]) => {
  const { questions } = jsonOf(['answer', `cases/published/${file}/case.yaml`, ...more]);
  return Object.fromEntries(
    questions.map(
      ({ id, answers }: { id: string; answers: { scenario: string | null; answer: string }[] }) => [
        id,
        answers.filter(({ scenario }) => scenario === null).map(({ answer }) => answer),
      ],
    ),
  );
};

test('every published case is answered here', () => {
  const folders = globSync('cases/published/*/case.yaml', { cwd: root }).map((file) => file.split('/')[2]);
  expect(folders.sort()).toEqual([...Object.keys(told), readings].sort());
});

test.each(Object.entries(told))('%s', (id, wanted) => {
  expect(answersTo(id)).toEqual(wanted);
});

test('how a war hangs on the readings, in 12 combinations', () => {
  const { questions } = jsonOf(['answer', `cases/published/${readings}/case.yaml`]);
  const tally = questions.map(
    ({ id, answers }: { id: string; answers: { concept: string; answer: string }[] }) => [
      id,
      ...['nash', 'seq'].map(
        (concept) => answers.filter((one) => one.concept === concept && one.answer === 'yes').length,
      ),
    ],
  );
  expect(tally).toEqual([
    ['war', 6, 5],
    ['programme', 0, 1],
  ]);
});

test.each(['elmira', 'elmira-options'])('%s: no modified order is accepted where each moves alone', (id) => {
  expect(answersTo(id, '--agreements', 'none').bargain).toEqual(['no', 'no']);
});
