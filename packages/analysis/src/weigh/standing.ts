import type { Case } from '@demarche/case';
import { heldForesight } from './held.ts';
import { greatestOdds, type Odds, posteriorOf } from './posterior.ts';
import { otherReading } from './prior.ts';
import { byId } from './range.ts';
import type { ByReading, Estimate } from './result.ts';
import { gatherFor, itemsOf, type WeighOptions } from './weigh.ts';

/** What the readings of one actor weigh once all that was stated is taken, and what that rests on. */
export type Standing = {
  readonly actor: string;
  /** Whether anything was stated: a weight of a reading, `other`, evidence or an observed move. */
  readonly weighed: boolean;
  /** Whether anybody stated a weight before the evidence; else readings count evenly over families. */
  readonly priorStated: boolean;
  /** Items of evidence and observed moves that bear on it. */
  readonly items: readonly string[];
  /** By reading, and `other` where it is declared. */
  readonly prior: ByReading<number>;
  readonly posterior: ByReading<Estimate>;
};

/** A standing with all pairs of odds that its ranges allow: the posterior's polytope is { p : p(h) ≤ odds[h][k] · p(k) }. */
export type Weighing = { readonly standing: Standing; readonly odds: Odds };

/** The standing of an actor's readings. Where nothing was stated, or what was stated excludes every reading, any odds may hold. */
export function weighingOf(found: Case, actor: number, options: WeighOptions = aheadIn(found)): Weighing {
  const { matter, prior } = gatherFor(found, actor, options);
  const { ids } = matter;
  const posterior = posteriorOf(matter);
  const items = itemsOf(matter);
  const contradictory = posterior.every(({ point }) => point === 0);
  const stated = prior.stated || ids.includes(otherReading) || items.length > 0;
  const weighed = stated && !contradictory;
  return {
    standing: {
      actor: found.actors[actor]!.id,
      weighed,
      priorStated: prior.stated,
      items,
      prior: byId(ids, (h) => prior.shares[h]!),
      posterior: byId(ids, (h) => (weighed ? posterior[h]! : { low: 0, point: prior.shares[h]!, high: 1 })),
    },
    odds: weighed
      ? greatestOdds(matter)
      : ids.map((_, h) => ids.map((_, k) => (h === k ? 1 : Number.POSITIVE_INFINITY))),
  };
}

/** Looking ahead as the case asks for it; without `now` there is nowhere to look from. */
export function aheadIn(found: Case): WeighOptions {
  return found.weighing.foresight === 'held' && found.now ? { foresight: heldForesight(found) } : {};
}

/** Weights of some readings, what lies on others (or on `other`) left out; even where nothing lies on any. */
export function sharesAmong(posterior: ByReading<Estimate>, readings: readonly string[]): readonly number[] {
  const points = readings.map((id) => posterior[id]?.point ?? 0);
  const total = points.reduce((sum, point) => sum + point, 0);
  return points.map((point) => (total > 0 ? point / total : 1 / points.length));
}
