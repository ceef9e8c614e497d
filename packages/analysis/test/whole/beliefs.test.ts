import { answerCase, beliefsToAsk, ruleFor, shapleyEffects } from '@demarche/analysis';
import { type Case, compileCase, readCase } from '@demarche/case';
import { describe, expect, test } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { randomFrom } from '../../../case/test/random.ts';
import { conflictOf } from '../../../engine/test/reference/conflict.ts';
import { truth } from '../../../engine/test/reference/truth.ts';
import { deep } from '../../../engine/test/runs.ts';
import { hingeOf } from '../../src/hinge/hinge.ts';
import { weighingOf } from '../../src/weigh/index.ts';
import { restsAsHeld } from '../reference/as-held.ts';

const cases = deep ? 600 : 30;
const both = { beliefs: ['correct', 'as-held'] as const };

/** A random case in which almost everybody believes something of the others. */
function believing(seed: number): Case {
  const found = readCase(randomCase(seed, { options: 4 })).case!;
  const random = randomFrom(seed);
  const beliefs = found.actors.flatMap((_, holder) =>
    found.actors.flatMap((__, about) =>
      holder === about || random.chance(0.2)
        ? []
        : [{ holder, about, reading: random.pick(found.readings[about]!).id, because: [] }],
    ),
  );
  return { ...found, beliefs, unaware: found.actors.map(() => []), unperceived: found.actors.map(() => []) };
}

describe(`beliefs as held, in ${cases} random cases`, () => {
  test('every cell of the grid has the rests and answers of the definitions', () => {
    let [cells, otherwise] = [0, 0];
    for (let seed = 0; seed < cases; seed++) {
      const found = believing(seed);
      const answer = answerCase(found, { ...both, robustness: false, most: 96 });
      expect(answer.beliefs).toEqual(['correct', 'as-held']);
      const chosen = randomFrom(seed + 1);
      for (const cell of answer.cells) {
        if (cell.beliefs !== 'as-held' || !chosen.chance(0.1)) continue;
        const { model, now, program, ranks } = compileCase(found, cell.scenario);
        const views = found.actors.map((_, i) =>
          conflictOf(
            model,
            found.actors.map(({ id }, j) => {
              const belief = found.beliefs.find(({ holder, about }) => holder === i && about === j);
              return ranks(j, belief?.reading ?? cell.profile[id]!);
            }),
          ),
        );
        const expected = restsAsHeld(views, cell.concept, 'any', now!);
        const at = { seed, profile: cell.profile, scenario: cell.scenario, concept: cell.concept };
        const onCourse = cell.course.states.map(({ code }) => code).sort((a, b) => a - b);
        expect({ at, rests: cell.course.rests, states: onCourse }).toEqual({ at, ...expected });
        for (const { id, holdsWhen } of found.questions) {
          if (!holdsWhen) continue;
          const holds = truth(program(holdsWhen));
          const verdicts = new Set(
            expected.rests.map((rest) => (rest.every(holds) ? 'yes' : rest.some(holds) ? 'mixed' : 'no')),
          );
          const one =
            verdicts.size > 1 ? 'depends' : [...verdicts][0] === 'mixed' ? 'unsettled' : [...verdicts][0];
          expect({ at, id, answer: cell.answers.find(({ question }) => question === id)!.answer }).toEqual({
            at,
            id,
            answer: one,
          });
        }
        cells++;
        const correct = answer.cells.find(
          (other) =>
            other.beliefs === 'correct' &&
            other.concept === cell.concept &&
            other.scenario === cell.scenario &&
            other.profile === cell.profile,
        )!;
        if (correct.course.rests.join('|') !== cell.course.rests.join('|')) otherwise++;
      }
    }
    expect(cells).toBeGreaterThan(3 * cases);
    expect(otherwise).toBeGreaterThan(cases / 10);
  });

  test('the rules with the factor `beliefs` give every cell back; shares are those of the doubled grid and sum to one', () => {
    let [checked, carried, idle] = [0, 0, 0];
    for (let seed = 0; seed < cases; seed++) {
      const found = believing(seed);
      const answer = answerCase(found, { ...both, robustness: false });
      const actors = found.actors.map((_, i) => weighingOf(found, i));
      for (const hinge of answer.withBeliefs!) {
        const cells = answer.cells.filter(({ concept }) => concept === hinge.concept);
        const verdict = (cell: (typeof cells)[number]) =>
          cell.answers.find(({ question }) => question === hinge.question)!.answer;
        for (const cell of cells) {
          const readings = Object.entries(cell.profile).map(([actor, id]) => [`reading of ${actor}`, id]);
          const place = { ...Object.fromEntries(readings), scenario: cell.scenario, beliefs: cell.beliefs };
          expect(ruleFor(hinge.rules, place)).toBe(verdict(cell));
          checked++;
        }
        expect(hinge.cells).toBe(cells.length);
        if (hinge.always) continue;
        // The grid told anew, beliefs first instead of last.
        const order = [...cells].sort((a, b) =>
          a.beliefs === b.beliefs ? 0 : a.beliefs === 'correct' ? -1 : 1,
        );
        const axes = found.actors.flatMap(({ id }, i) =>
          found.readings[i]!.length > 1
            ? [{ name: `reading of ${id}`, actor: id, values: found.readings[i]!.map((one) => one.id) }]
            : [],
        );
        const scenarios = answer.scenarios.length > 1 ? [{ name: 'scenario', values: answer.scenarios }] : [];
        const factors = [{ name: 'beliefs', values: ['correct', 'as-held'] }, ...scenarios, ...axes];
        const answers = order.map((cell) => verdict(cell) as 'yes');
        const shares = shapleyEffects(
          factors.map(({ values }) => values.length),
          answers,
        )!;
        factors.forEach(({ name }, k) => {
          expect(hinge.shares[name], name).toBeCloseTo(shares[k]!, 9);
        });
        const told = { question: hinge.question, concept: hinge.concept, factors, answers };
        const { listing } = hingeOf(found, told, actors);
        const listed = (list: typeof listing) =>
          list.map(({ reading, times }) => `${reading} ${times}`).sort();
        expect(listed(hinge.listing)).toEqual(listed(listing));
        if (hinge.shares.beliefs! > 1e-9) carried++;
        else idle++;
      }
    }
    expect(checked).toBeGreaterThan(50 * cases);
    expect(carried).toBeGreaterThan(cases / 20);
    expect(idle).toBeGreaterThan(cases / 20);
  });

  test('the headline is what it is without asking for the other, and beliefs are asked for where there are any', () => {
    for (let seed = 0; seed < 20; seed++) {
      const found = believing(seed);
      const one = answerCase(found, { robustness: false });
      const two = answerCase(found, { ...both, robustness: false });
      expect(two.hinges).toEqual(one.hinges);
      expect(two.cells.filter(({ beliefs }) => beliefs === 'correct')).toEqual(one.cells);
      expect(beliefsToAsk(found)).toEqual(found.beliefs.length > 0 ? both.beliefs : ['correct']);
    }
  });

  test('beliefs that are true change nothing', () => {
    for (let seed = 0; seed < 20; seed++) {
      const found = { ...believing(seed), beliefs: [] };
      const [cell] = answerCase(found, { robustness: false }).cells;
      const [held] = answerCase(found, { beliefs: ['as-held'], robustness: false }).cells;
      expect({ ...held, beliefs: 'correct' }).toEqual(cell);
    }
  });
});
