import type { Case } from '@demarche/case';
import type { Draws } from '@demarche/engine';
import type { Foresight } from '../weigh/foresight.ts';
import { otherReading } from '../weigh/index.ts';
import { logMoves } from '../weigh/move.ts';
import { type Matter, posteriorPoint } from '../weigh/posterior.ts';
import { exactly, sharesOf } from '../weigh/range.ts';
import type { Range } from '../weigh/result.ts';
import { gatherFor } from '../weigh/weigh.ts';

/**
 * Draws a reading of an actor, as its position: likelihoods and strengths evenly from their ranges, then the reading by the
 * posterior that they give. Undefined for `other`, and where what is stated leaves no reading possible.
 */
export type ReadingDraw = (ranges: Draws, choice: Draws) => number | undefined;

export function readingDraw(found: Case, actor: number, foresight: Foresight): ReadingDraw {
  const { matter } = gatherFor(found, actor, { foresight });
  const settled = movesIntoPrior(matter);
  const ranged = settled.statements.some(
    ({ strength, likelihood }) => isRange(strength) || likelihood.some(isRange),
  );
  const fixed = ranged ? undefined : posteriorPoint(settled);
  const last = matter.ids.at(-1) === otherReading ? matter.ids.length - 1 : matter.ids.length;
  return (ranges, choice) => {
    const shares = fixed ?? posteriorPoint(withinRanges(settled, ranges));
    const chosen = chooseBy(shares, choice.uniform());
    return chosen === undefined || chosen >= last ? undefined : chosen;
  };
}

/** What moves say does not depend on any range: it is worked out once. */
function movesIntoPrior(matter: Matter): Matter {
  const logs = matter.ids.map(
    (_, h) => Math.log(matter.prior[h]!) + logMoves(matter.moves, h, matter.precision),
  );
  return { ...matter, prior: sharesOf(logs), moves: [] };
}

/** The strength of an item is one number whatever is true. */
function withinRanges(matter: Matter, draws: Draws): Matter {
  const within = ({ low, high }: Range) => exactly(low + (high - low) * draws.uniform());
  return {
    ...matter,
    statements: matter.statements.map((one) => ({
      ...one,
      strength: within(one.strength),
      likelihood: one.likelihood.map(within),
    })),
  };
}

const isRange = ({ low, high }: Range) => low < high;

/** The position that a number in [0, 1) falls on; undefined where every share is 0. */
export function chooseBy(shares: readonly number[], uniform: number): number | undefined {
  let rest = uniform * shares.reduce((sum, one) => sum + one, 0);
  let possible: number | undefined;
  for (const [at, share] of shares.entries()) {
    if (share <= 0) continue;
    possible = at;
    if (rest < share) return at;
    rest -= share;
  }
  return possible;
}
