import {
  bearingsOf,
  type CaseAnswer,
  dealsOverHeads,
  headlineOf,
  heldForesight,
  type InvertResult,
  invertCase,
  type Profile,
  standardSweep,
  sweepJob,
  sweepLayout,
  sweepResult,
  weighActor,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { toldCells } from '../words/index.ts';
import type { HeadDealsOf } from './over-heads.ts';
import type { ReportMore } from './report.ts';

export type MoreOptions = {
  /** Of the sweep; default 200. */
  readonly samples?: number;
  /** Actors held to one reading. */
  readonly reading?: Profile;
  /** Called with the steps done and in all. */
  readonly onStep?: (done: number, all: number) => void;
};

/**
 * What a report can tell beside the answers: what the evidence does, what it would take for another answer to the first question in
 * the combinations whose ways are told, the deals over heads in the first of them that has any, and how sure the answers are.
 */
export function reportMoreOf(found: Case, whole: CaseAnswer, options: MoreOptions = {}): ReportMore {
  const answer = headlineOf(whole);
  const told = toldCells(found, answer).cells;
  const steps = 3 + told.length;
  let done = 0;
  const step = <T>(made: T): T => {
    options.onStep?.(++done, steps);
    return made;
  };
  const ahead = found.weighing.foresight === 'held' ? { foresight: heldForesight(found) } : {};
  const evidence = step(
    found.actors.map((_, i) => ({
      weighed: weighActor(found, i, ahead),
      bearings: bearingsOf(found, answer, i, ahead),
    })),
  );
  const taking = takingOf(found, answer, step);
  const overHeads = step(overHeadsOf(found, answer));
  const sweep = step(sweepOf(found, answer, options));
  return { evidence, taking, sweep, ...(overHeads ? { overHeads } : {}) };
}

/** What it would take for another answer to the first question, in each of the combinations whose ways are told. */
export function takingOf(
  found: Case,
  answer: CaseAnswer,
  step: <T>(made: T) => T = (made) => made,
): readonly InvertResult[] {
  const { agreements } = answer.settings;
  const question = found.questions.find(({ kind }) => kind === 'holds')?.id;
  return toldCells(found, answer).cells.flatMap(({ answers, profile, scenario, concept, beliefs }) => {
    const now = answers.find((one) => one.question === question)?.answer;
    if (question === undefined || now === undefined) return [];
    const wanted = now === 'yes' ? 'no' : 'yes';
    const place = { profile, scenario, concept, agreements, beliefs };
    return [step(invertCase(found, { ...place, question, wanted, size: 1 }))];
  });
}

/** The deals over heads in the first of the combinations whose ways are told that has any. */
export function overHeadsOf(found: Case, answer: CaseAnswer): HeadDealsOf | undefined {
  return toldCells(found, answer)
    .cells.map(({ profile, scenario, concept, course }) => ({
      profile,
      scenario,
      concept,
      deals: dealsOverHeads(found, { profile, scenario, concept }, course.now),
    }))
    .find(({ deals }) => deals.length > 0);
}

function sweepOf(found: Case, answer: CaseAnswer, { samples = 200, reading = {} }: MoreOptions) {
  const settings = {
    ...standardSweep,
    samples,
    reading,
    agreements: answer.settings.agreements,
    beliefs: answer.beliefs[0]!,
    scenario: answer.scenarios[0]!,
  };
  const { setup, work } = sweepJob(found, settings);
  return sweepResult(
    sweepLayout(found, settings),
    settings,
    work(setup)({ from: 0, to: samples }),
    'all-done',
  );
}
