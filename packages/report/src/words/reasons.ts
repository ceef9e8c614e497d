import type { Reason, ReasonedMove } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, listed } from './names.ts';
import { changeWords } from './states.ts';

/** Why a state holds or not for one actor, a sentence for each move that it may think of. */
export function reasonSentences(found: Case, code: number, reason: Reason): readonly string[] {
  const name = actorName(found, reason.actor);
  if (reason.improvements.length === 0) return [`${name} has nothing better to move to.`];
  return reason.improvements.map((move) => sentence(found, code, name, move));
}

function sentence(found: Case, code: number, name: string, move: ReasonedMove): string {
  const change = changeWords(found, code, move.to);
  if (move.kind === 'expected') return foreseen(found, name, change, move);
  if (!move.deterred)
    return move.kind === 'together'
      ? `${name} gains if it ${change}, whatever of what they would gladly do the others do at the same time.`
      : `${name} gains if it ${change}, and nothing deters it.`;
  if (move.kind === 'together') {
    const others = move.sanction.map(
      (step) => `${actorName(found, step.actor)} ${changeWords(found, code, step.to)}`,
    );
    return `${name} would gain if it ${change}, but not if at the same time ${listed(others)}.`;
  }
  const answers = stepsSaid(found, move).join(', then ');
  return `${name} would gain if it ${change}, but ${answers || 'others can answer'}.`;
}

function foreseen(found: Case, name: string, change: string, move: ReasonedMove): string {
  const steps = stepsSaid(found, move);
  const follows = steps.length === 0 ? 'nobody to move after that' : `that ${steps.join(', then ')}`;
  if (move.deterred)
    return `${name} would gain at once if it ${change}, but expects ${follows}, and to end no better off than now.`;
  return move.improvement
    ? `${name} gains if it ${change}: it expects ${follows}, and to end better off than now.`
    : `${name} gains in the end if it ${change}, though not at once: it expects ${follows}.`;
}

/** The steps one after the other, beginning where the move leads. */
function stepsSaid(found: Case, move: ReasonedMove): readonly string[] {
  let from = move.to;
  return move.sanction.map((step) => {
    const words = `${actorName(found, step.actor)} ${changeWords(found, from, step.to)}`;
    from = step.to;
    return words;
  });
}
