import { answerCase, failedDeals, reachCase, settleCase } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { type ConceptName, concepts as theFive } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { deep } from '../../../engine/test/runs.ts';
import { inOtherWords } from './in-other-words.ts';
import { otherwiseTold, type Translation, untranslated } from './translation.ts';

/** Each with at most four options, and with everything in it renamed and reordered. */
const cases = deep ? 1_000 : 100;
const patience = 900_000;
/** The doubled grid takes four times as long: a quarter of the cases has it. */
const beliefsOf = (seed: number) =>
  seed % 4 === 0 ? (['correct', 'as-held'] as const) : (['correct'] as const);

function* bothTellings() {
  for (let seed = 0; seed < cases; seed++) {
    const { found, other, translation } = otherwiseTold(randomCase(seed, { options: 4 }), seed);
    const told = inOtherWords(found, translation);
    const plain = inOtherWords(other, untranslated);
    yield { seed, found, other, translation, told, plain };
  }
}

describe(`names and order mean nothing, in ${cases} random cases`, () => {
  it(
    'answers, courses, rests, forks, gains, robustness, rules, shares, tipping weights, removals, listing',
    () => {
      let [cells, varying, forks, misread] = [0, 0, 0, 0];
      for (const { seed, found, other, told, plain } of bothTellings()) {
        const beliefs = beliefsOf(seed);
        const answers = answerCase(found, { beliefs });
        expect({ seed, ...told.answer(answers) }).toEqual({
          seed,
          ...plain.answer(answerCase(other, { beliefs })),
        });
        cells += answers.cells.length;
        varying += answers.hinges.filter(({ always }) => always === undefined).length;
        misread += (answers.withBeliefs ?? []).filter(({ shares }) => shares.beliefs! > 1e-9).length;
        for (const cell of answers.cells)
          forks += cell.answers.filter((one) => one.answer === 'depends' && one.forks.length > 0).length;
      }
      expect(cells).toBeGreaterThan(20 * cases);
      expect(varying).toBeGreaterThan(cases / 4);
      expect(forks).toBeGreaterThan(cases / 4);
      expect(misread).toBeGreaterThan(cases / 100);
    },
    patience,
  );

  it(
    'stable states and equilibria; what is reached, how and in how many steps; deals that fail, and by which clause',
    () => {
      let failed = 0;
      for (const { seed, found, other, translation, told, plain } of bothTellings()) {
        for (const place of placesOf(found, seed)) {
          const there = placeThere(place, translation);
          const at = { seed, ...place };
          const concepts = place.concept === 'nash' ? theFive : furtherConcepts(found);
          const sanctions = place.concept === 'nash' ? 'once' : 'legal';
          expect({ at, is: told.settlement(settleCase(found, { ...place, concepts, sanctions })) }).toEqual({
            at,
            is: plain.settlement(settleCase(other, { ...there, concepts, sanctions })),
          });
          expect({ at, is: told.settlement(settleCase(found, place)) }).toEqual({
            at,
            is: plain.settlement(settleCase(other, there)),
          });
          const reached = reachCase(found, place);
          expect({ at, is: told.reach(reached) }).toEqual({ at, is: plain.reach(reachCase(other, there)) });
          for (const code of new Set([reached.now, ...restsIn(reached)])) {
            const deals = failedDeals(found, place, code);
            failed += deals.length;
            expect({ at, code, is: told.failed(deals) }).toEqual({
              at,
              code,
              is: plain.failed(failedDeals(other, there, translation.code(code))),
            });
          }
        }
      }
      expect(failed).toBeGreaterThan(cases);
    },
    patience,
  );
});

/** Beyond the five; without options of single states sim and fh are not defined. */
function furtherConcepts(found: Case): readonly ConceptName[] {
  const flippable = !found.graph && found.coalesce.length === 0;
  return [...(flippable ? (['sim', 'fh'] as const) : []), 'lim2', 'lim3', 'nm'];
}

type Place = {
  readonly profile: Readonly<Record<string, string>>;
  readonly scenario: string | null;
  readonly concept: 'nash' | 'seq';
};

/** One profile a case, every scenario, both headline concepts. */
function placesOf(found: Case, seed: number): readonly Place[] {
  const profile = Object.fromEntries(
    found.actors.map(({ id }, i) => [id, found.readings[i]![seed % found.readings[i]!.length]!.id]),
  );
  return [null, ...found.scenarios.map(({ id }) => id)].flatMap((scenario) =>
    (['nash', 'seq'] as const).map((concept) => ({ profile, scenario, concept })),
  );
}

function placeThere({ profile, scenario, concept }: Place, words: Translation): Place {
  const translated = Object.entries(profile).map(([actor, id]) => [
    words.actor(actor),
    words.reading(actor, id),
  ]);
  return { concept, scenario: words.scenario(scenario), profile: Object.fromEntries(translated) };
}

function restsIn({ targets }: ReturnType<typeof reachCase>): readonly number[] {
  return targets.flatMap(({ rest, state }) => (rest ? [state] : []));
}
