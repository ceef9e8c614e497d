import type { Case } from '@demarche/case';
import { chanceOfConclusion, type Indicator } from './chance.ts';
import type { Conclusion } from './conclusion-result.ts';
import { likelihoodsOf } from './gather.ts';
import { leverageOf } from './leverage.ts';
import { lookedFor, type Observation } from './look-for.ts';
import { type Matter, posteriorOf } from './posterior.ts';
import { otherReading } from './prior.ts';
import { byId } from './range.ts';
import type { ByReading } from './result.ts';
import { unknownStrength } from './strength.ts';
import { carryingReading, tippingPriors } from './tipping.ts';
import { gatherFor, groupMembers, type WeighOptions } from './weigh.ts';

/** Readings below this may disagree without a conclusion being less robust. */
const negligible = 0.01;

/** What follows for a conclusion that holds, under each reading of an actor, in the given share of profiles. */
export function weighConclusion(
  found: Case,
  actor: number,
  holds: ByReading<number>,
  options: WeighOptions = {},
): Conclusion {
  const gathered = gatherFor(found, actor, options);
  const { matter } = gathered;
  const indicator = indicatorOf(matter, holds);
  const named = matter.ids.filter((id) => id !== otherReading).length;
  const carrying = carryingReading(matter, indicator, named);
  return {
    holds: byId(matter.ids.slice(0, named), (h) => indicator[h]!),
    chance: chanceOfConclusion(matter, indicator),
    robust: isRobust(matter, indicator, named),
    ...(carrying ? { carrying } : {}),
    tipping: tippingPriors(matter, indicator, named),
    leverage: leverageOf(matter, indicator, groupMembers(found, gathered)),
    lookFor: lookedFor(matter, indicator, observationsOf(found, actor, matter.ids)),
  };
}

function indicatorOf({ ids }: Matter, holds: ByReading<number>): Indicator {
  return ids.map((id) => {
    if (id === otherReading) return undefined;
    const share = holds[id];
    if (share === undefined || !(share >= 0 && share <= 1)) throw new Error(`no share of profiles for ${id}`);
    return share;
  });
}

function isRobust(matter: Matter, indicator: Indicator, named: number): boolean {
  const posterior = posteriorOf(matter).slice(0, named);
  const shares = indicator.filter((_, h) => h < named && posterior[h]!.high > negligible);
  return shares.every((share) => share === 1) || shares.every((share) => share === 0);
}

/** What to look for that bears on the actor; an observation that does not apply to one of the readings is left out. */
function observationsOf(found: Case, actor: number, ids: readonly string[]): Observation[] {
  return found.lookFor.flatMap(({ id, label, actor: about, strength = unknownStrength, likelihood }) => {
    const ranges = about === actor ? likelihoodsOf(likelihood, ids) : undefined;
    return ranges ? [{ id, label, strength, likelihood: ranges }] : [];
  });
}
