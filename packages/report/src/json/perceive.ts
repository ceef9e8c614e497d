import type {
  Bearing,
  CellAnswer,
  Crux,
  InvertResult,
  Matrix,
  Perceived,
  Settings,
  Weighed,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { aboutJson } from './about.ts';

function cellJson(cell: CellAnswer) {
  return {
    rests: cell.course.rests,
    answers: Object.fromEntries(cell.answers.map((one) => [one.question, one.answer])),
  };
}

/** `demarche perceive --json`. */
export function perceiveJson(found: Case, result: Perceived, settings: Settings, version: string) {
  const { asTrue, asBelieved, expects, equilibria, misread } = result;
  return {
    ...aboutJson(found, version),
    settings: { ...settings, concepts: [asTrue.concept] },
    readings: asTrue.profile,
    scenario: asTrue.scenario,
    misread,
    correct: cellJson(asTrue),
    'as-held': cellJson(asBelieved),
    expects: expects.map(({ actor, profile, second, unaware, unperceived, answer, surprises }) => ({
      actor,
      readings: profile,
      takes: second.map(({ of, profile: theirs }) => ({ actor: of, readings: theirs })),
      unaware,
      unperceived,
      ...cellJson(answer),
      surprises,
    })),
    equilibria,
  };
}

/** `demarche weigh --json`. */
export function weighJson(
  found: Case,
  results: readonly Weighed[],
  version: string,
  bearings: readonly (readonly Bearing[])[] = [],
  matrices: readonly Matrix[] = [],
) {
  const actors = results.map((one, at) => ({
    ...one,
    ...(bearings[at] ? { answers: bearings[at] } : {}),
    ...(matrices[at] ? { matrix: matrices[at] } : {}),
  }));
  return { ...aboutJson(found, version), actors };
}

/** `demarche crux --json`. */
export function cruxJson(one: Case, other: Case, crux: Crux, settings: Settings, version: string) {
  return {
    ...aboutJson(one, version),
    against: aboutJson(other, version).case,
    settings,
    ...crux,
  };
}

/** `demarche invert --json`. */
export function invertJson(found: Case, result: InvertResult, settings: Settings, version: string) {
  return { ...aboutJson(found, version), settings, ...result };
}
