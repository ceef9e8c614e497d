import type { Draws } from '@demarche/engine';
import { mallows } from './mallows.ts';
import type { Movable } from './movable.ts';
import { plackettLuce } from './plackett-luce.ts';
import type { OrderModel } from './settings.ts';

/** An arrangement of the items around the given order. Where that leaves some unordered, their order is drawn evenly first. */
export function drawArrangement(
  { items, tied }: Movable,
  model: OrderModel,
  dispersion: number,
  draws: Draws,
): number[] {
  const given = Array.from({ length: items }, (_, k) => k);
  for (const [first, last] of tied)
    for (let at = last; at > first; at--) {
      const with_ = first + draws.below(at - first + 1);
      [given[at], given[with_]] = [given[with_]!, given[at]!];
    }
  const drawn = (model === 'mallows' ? mallows : plackettLuce)(items, dispersion, draws);
  return drawn.map((place) => given[place]!);
}
