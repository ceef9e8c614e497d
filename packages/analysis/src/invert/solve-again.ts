import { compileCase } from '@demarche/case';
import { positionOf } from '@demarche/engine';
import { answerCell } from '../answer/cell.ts';
import { gamesOf } from '../answer/game.ts';
import type { Verdict } from '../answer/result.ts';
import { tellingOf } from '../answer/telling.ts';
import { type Ask, goodStates, isForced } from './ask.ts';
import { applied, type Played, type Unit } from './edit.ts';

/** What the changed case answers, worked out from nothing; `undefined` where it cannot start or a change does not apply. */
export function solvedAgain(
  played: Played,
  units: readonly Unit[],
  ask: Ask,
): { readonly answer: Verdict; readonly forced: boolean } | undefined {
  const changed = applied(played, units);
  if (!changed) return undefined;
  const compiled = compileCase(changed.found, changed.scenario);
  if (compiled.now === undefined) throw new Error('the case says no `now`');
  if (positionOf(compiled.structure, compiled.now) === -1) return undefined;
  const { profile, concept, agreements, beliefs } = ask;
  const cell = answerCell(
    compiled,
    gamesOf(compiled.structure, tellingOf(compiled)),
    profile,
    concept,
    agreements,
    beliefs,
  );
  const found = cell.answers.find(({ question }) => question === ask.question);
  if (!found || found.answer === 'gains')
    throw new Error(`${ask.question} is no question that holds or does not`);
  return { answer: found.answer, forced: isForced(compiled, goodStates(compiled, ask)) };
}
