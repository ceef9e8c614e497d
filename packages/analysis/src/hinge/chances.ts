import type { Case } from '@demarche/case';
import type { Verdict } from '../answer/result.ts';
import { otherReading } from '../weigh/index.ts';
import { sharesAmong, type Weighing } from '../weigh/standing.ts';
import { type Body, bodyOf, boundOf } from './bounds.ts';
import type { AnswerChance, Chances } from './chance-result.ts';
import { type AnswerGrid, type Cells, factorsOf, gridOf } from './grid.ts';
import { tippingWithPriors } from './priors.ts';
import { probabilities } from './probable.ts';
import type { Factor } from './result.ts';

/**
 * How probable each answer of each question is, scenario by scenario and under each kind of beliefs, by the posterior of the
 * readings. Empty where nothing was stated that bears on them, and where the cells are a sample. `actors` by their position.
 */
export function chancesOf(found: Case, grid: Cells, actors: readonly Weighing[]): readonly Chances[] {
  const varying = factorsOf(found, { ...grid, scenarios: [null], beliefs: ['correct'] });
  const weighings = varying.map((factor) => actors[found.actors.findIndex(({ id }) => id === factor.actor)]!);
  if (!weighings.some(({ standing }) => standing.weighed)) return [];
  const bodies = weighings.map(({ odds }) => bodyOf(odds));
  return found.questions
    .filter(({ kind }) => kind === 'holds')
    .flatMap(({ id }) =>
      grid.concepts.flatMap((concept) =>
        grid.beliefs.flatMap((beliefs) =>
          grid.scenarios.flatMap((scenario): readonly Chances[] => {
            const cells = grid.cells.filter((cell) => cell.beliefs === beliefs && cell.scenario === scenario);
            const one = gridOf(varying, cells, id, concept);
            if (!one) return [];
            return [{ question: id, concept, beliefs, scenario, ...chancesIn(one, weighings, bodies) }];
          }),
        ),
      ),
    );
}

/** The same for one grid whose factors are all readings. */
export function chancesIn(
  grid: AnswerGrid,
  weighings: readonly Weighing[],
  bodies: readonly Body[] = weighings.map(({ odds }) => bodyOf(odds)),
): Pick<Chances, 'answers' | 'unexplained' | 'unweighed' | 'exact' | 'tipping'> {
  const shares = grid.factors.map((factor, axis) =>
    sharesAmong(weighings[axis]!.standing.posterior, factor.values as readonly string[]),
  );
  const point = probabilities(grid, shares);
  const unweighed = grid.factors.flatMap((factor, axis) =>
    !weighings[axis]!.standing.weighed && matters(grid, axis) ? [factor.actor!] : [],
  );
  const kinds = (['yes', 'no', 'unsettled', 'depends'] as const).filter((kind) =>
    grid.answers.includes(kind),
  );
  let exact = true;
  const answers = kinds.map((answer): AnswerChance => {
    const low = boundOf(tableOf(grid, weighings, answer, 0), bodies, 'least');
    const high = boundOf(tableOf(grid, weighings, answer, 1), bodies, 'greatest');
    exact &&= low.exact && high.exact;
    const chance = clamped(point.get(answer) ?? 0);
    const [least, greatest] = [clamped(low.value), clamped(high.value)];
    // Rounding may put an end an ulp inside.
    return unweighed.length > 0
      ? { answer, low: least, high: greatest }
      : { answer, low: Math.min(least, chance), point: chance, high: Math.max(greatest, chance) };
  });
  const explained = weighings.reduce(
    (product, { standing }) => product * (1 - (standing.posterior[otherReading]?.point ?? 0)),
    1,
  );
  return {
    answers,
    unexplained: 1 - explained,
    unweighed,
    exact,
    tipping: unweighed.length > 0 || kinds.length < 2 ? [] : tippingWithPriors(grid, shares, weighings),
  };
}

/** 1 where the answer is given, by hypothesis of each actor; what none of the readings explains counts as `unexplained`. */
function tableOf(
  grid: AnswerGrid,
  weighings: readonly Weighing[],
  answer: Verdict,
  unexplained: 0 | 1,
): readonly number[] {
  const ids = weighings.map(({ standing }) => Object.keys(standing.posterior));
  let cells: readonly (number | undefined)[] = [0];
  grid.factors.forEach((factor, axis) => {
    const at = ids[axis]!.map((id) => factor.values.indexOf(id));
    cells = cells.flatMap((cell) =>
      at.map((value) =>
        value === -1 || cell === undefined ? undefined : cell * factor.values.length + value,
      ),
    );
  });
  return cells.map((cell) => (cell === undefined ? unexplained : grid.answers[cell] === answer ? 1 : 0));
}

/** Whether the answer ever changes with this factor. */
function matters({ factors, answers }: AnswerGrid, axis: number): boolean {
  const stride = factors.slice(axis + 1).reduce((product, one: Factor) => product * one.values.length, 1);
  const block = stride * factors[axis]!.values.length;
  return answers.some((answer, at) => answer !== answers[Math.floor(at / block) * block + (at % stride)]);
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
