import { expected, type Indicator } from './chance.ts';
import type { LookedFor, Observed } from './conclusion-result.ts';
import { type Matter, posteriorPoint } from './posterior.ts';
import { byId, middleOf } from './range.ts';
import type { Range } from './result.ts';
import { chanceOf } from './statement.ts';

/** An observation not yet made, by position of the hypothesis. */
export type Observation = {
  readonly id: string;
  readonly label: string;
  readonly strength: Range;
  readonly likelihood: readonly Range[];
};

/** How far each observation is expected to move P(c), Σ P(e)·|P(c | e) − P(c)| over seen and not seen; greatest first. */
export function lookedFor(
  matter: Matter,
  indicator: Indicator,
  observations: readonly Observation[],
): LookedFor[] {
  const prior = posteriorPoint(matter);
  const before = expected(prior, indicator);
  return observations
    .map(({ id, label, strength, likelihood }) => {
      const chance = likelihood.map((one) => chanceOf(middleOf(strength), middleOf(one)));
      const seen = after(matter.ids, prior, chance, indicator);
      const unseen = after(
        matter.ids,
        prior,
        chance.map((one) => 1 - one),
        indicator,
      );
      const value = [seen, unseen].reduce(
        (sum, one) => sum + one.probability * Math.abs(one.chance - before),
        0,
      );
      return { id, label, seen, unseen, value };
    })
    .sort((a, b) => b.value - a.value);
}

function after(
  ids: readonly string[],
  prior: readonly number[],
  chance: readonly number[],
  indicator: Indicator,
): Observed {
  const joint = prior.map((p, h) => p * chance[h]!);
  const probability = joint.reduce((sum, one) => sum + one, 0);
  const posterior = joint.map((one) => (probability === 0 ? 0 : one / probability));
  return { probability, chance: expected(posterior, indicator), posterior: byId(ids, (h) => posterior[h]!) };
}
