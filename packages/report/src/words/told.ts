import type { CaseAnswer, CellAnswer } from '@demarche/analysis';
import { type Case, roleOrder } from '@demarche/case';
import { actorName } from './names.ts';
import { factorActor } from './rules.ts';

/** The cells whose ways are told: one for each reading of `varied`, everybody else as in the most typical combination. */
export type Told = { readonly varied: string | undefined; readonly cells: readonly CellAnswer[] };

/**
 * `varied` is the party whose reading carries most of the answers (none where no reading carries any). The most typical
 * combination of readings is the one whose answers are each the most frequent, taken together. Neither hangs on the order of
 * the file.
 */
export function toldCells(found: Case, answer: CaseAnswer): Told {
  const concept = answer.concepts.at(-1)!;
  const scenario = answer.scenarios[0]!;
  const beliefs = answer.beliefs[0]!;
  const here = answer.cells.filter(
    (cell) => cell.concept === concept && cell.scenario === scenario && cell.beliefs === beliefs,
  );
  const varied = carrier(found, answer);
  const typical = mostTypical(found, here);
  if (!typical) return { varied, cells: [] };
  const cells = here.filter(({ profile }) =>
    found.actors.every(({ id }) => id === varied || profile[id] === typical.profile[id]),
  );
  return { varied, cells };
}

/** Cells that differ in the reading of one actor, by the parts that its readings play instead of by their list. */
export function byRoleOf(
  found: Case,
  varied: string | undefined,
  cells: readonly CellAnswer[],
): readonly CellAnswer[] {
  const i = found.actors.findIndex(({ id }) => id === varied);
  if (varied === undefined || i === -1) return cells;
  const order = roleOrder(found).readings[i]!.map((r) => found.readings[i]![r]!.id);
  const place = (cell: CellAnswer) => order.indexOf(cell.profile[varied]!);
  return [...cells].sort((a, b) => place(a) - place(b));
}

function carrier(found: Case, answer: CaseAnswer): string | undefined {
  const concept = answer.concepts.at(-1)!;
  const carried = new Map<string, number>();
  for (const { shares } of answer.hinges.filter((hinge) => hinge.concept === concept))
    for (const [factor, share] of Object.entries(shares)) {
      const actor = factorActor(factor);
      if (actor !== undefined) carried.set(actor, (carried.get(actor) ?? 0) + share);
    }
  let most: string | undefined;
  for (const i of roleOrder(found).actors) {
    const { id } = found.actors[i]!;
    if ((carried.get(id) ?? 0) > (most === undefined ? 0 : carried.get(most)!) + 1e-9) most = id;
  }
  return most;
}

function mostTypical(found: Case, cells: readonly CellAnswer[]): CellAnswer | undefined {
  const said = cells.map(({ answers }) =>
    answers.map(
      (one) => `${one.question} ${one.answer === 'gains' ? JSON.stringify(one.gains) : one.answer}`,
    ),
  );
  const counts = new Map<string, number>();
  for (const one of said.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
  const score = said.map((all) => all.reduce((sum, one) => sum + counts.get(one)!, 0));
  const { actors, readings } = roleOrder(found);
  const place = (cell: CellAnswer) =>
    actors.map((i) =>
      readings[i]!.findIndex((r) => found.readings[i]![r]!.id === cell.profile[found.actors[i]!.id]),
    );
  const earlier = (one: CellAnswer, other: CellAnswer) => {
    const [a, b] = [place(one), place(other)];
    const at = a.findIndex((value, k) => value !== b[k]);
    return at >= 0 && a[at]! < b[at]!;
  };
  let best = -1;
  cells.forEach((cell, c) => {
    if (best === -1 || score[c]! > score[best]! || (score[c] === score[best] && earlier(cell, cells[best]!)))
      best = c;
  });
  return cells[best];
}

/** Which ways are told, said above them. */
export function waysWords(found: Case, varied: string | undefined, more = ''): string {
  const others = 'taken as in the combination whose answers are the most frequent';
  const which =
    varied === undefined
      ? `Every party is ${others}`
      : `One for each reading of ${actorName(found, varied)}; every other party is ${others}`;
  return `${which}. ${more}`.trim();
}
