import { type Case, roleOrder } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import type { Beliefs, CellAnswer, Profile, Verdict } from '../answer/result.ts';
import type { Factor } from './result.ts';

/** A question's answers under one concept as a function of its factors; the last factor changes fastest. */
export type AnswerGrid = {
  readonly question: string;
  readonly concept: Concept;
  readonly factors: readonly Factor[];
  readonly answers: readonly Verdict[];
};

/** The cells of a case and what they range over. */
export type Cells = {
  readonly profiles: readonly Profile[];
  readonly scenarios: readonly (string | null)[];
  readonly beliefs: readonly Beliefs[];
  readonly concepts: readonly Concept[];
  readonly cells: readonly CellAnswer[];
};

/** The factors that have more than one value in these cells; they and their values in the order of their roles. */
export function factorsOf(
  found: Case,
  { profiles, scenarios, beliefs }: Pick<Cells, 'profiles' | 'scenarios' | 'beliefs'>,
): readonly Factor[] {
  const order = roleOrder(found);
  const readings = order.actors.flatMap((i): Factor[] => {
    const actor = found.actors[i]!;
    const present = new Set(profiles.map((profile) => profile[actor.id]!));
    const values = order.readings[i]!.map((r) => found.readings[i]![r]!.id).filter((id) => present.has(id));
    return values.length > 1 ? [{ name: `reading of ${actor.id}`, actor: actor.id, values }] : [];
  });
  return [
    ...readings,
    ...(scenarios.length > 1
      ? [{ name: 'scenario', values: order.scenarios.filter((id) => scenarios.includes(id)) }]
      : []),
    ...(beliefs.length > 1 ? [{ name: 'beliefs', values: beliefs }] : []),
  ];
}

/** The value of a factor in a cell. */
export function valueIn(
  cell: Pick<CellAnswer, 'profile' | 'scenario' | 'beliefs'>,
  factor: Factor,
): string | null {
  if (factor.actor !== undefined) return cell.profile[factor.actor]!;
  return factor.name === 'beliefs' ? cell.beliefs : cell.scenario;
}

/** The grid of a question, or undefined where the cells are a sample and leave holes. */
export function gridOf(
  factors: readonly Factor[],
  cells: readonly CellAnswer[],
  question: string,
  concept: Concept,
): AnswerGrid | undefined {
  const size = factors.reduce((product, factor) => product * factor.values.length, 1);
  const answers = new Array<Verdict | undefined>(size).fill(undefined);
  for (const cell of cells) {
    if (cell.concept !== concept) continue;
    const answer = cell.answers.find((one) => one.question === question);
    if (!answer || answer.answer === 'gains') return undefined;
    const at = factors.reduce(
      (index, factor) => index * factor.values.length + factor.values.indexOf(valueIn(cell, factor)),
      0,
    );
    answers[at] = answer.answer;
  }
  if (answers.includes(undefined)) return undefined;
  return { question, concept, factors, answers: answers as Verdict[] };
}
