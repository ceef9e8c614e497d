import type { Compiled } from '@demarche/case';
import { drawsOf } from '@demarche/engine';
import type { Profile } from '../answer/result.ts';
import { heldForesight } from '../weigh/index.ts';
import { drawArrangement } from './draw-order.ts';
import { type ReadingDraw, readingDraw } from './draw-reading.ts';
import { type Movable, movableOf } from './movable.ts';
import type { SweepSettings } from './settings.ts';

/** What one actor wants in a sample: a reading of it, by position, and its order as drawn. */
export type DrawnActor = {
  readonly reading: number;
  /** Larger is better. The same array for the same ranks of an actor, so that it can stand for them. */
  readonly ranks: Uint32Array;
};

/** One entry per actor; undefined where the draw fell on none of an actor's readings. */
export type Drawn = readonly DrawnActor[] | undefined;

/** Draws of an actor that serve different ends come from lanes of their own: holding one fixed changes no other. */
const lanes = { ranges: 0, reading: 1, order: 2 } as const;

/** Sample k of a case under the settings: the same whoever draws it, and whatever was drawn before. */
export function samplerOf(compiled: Compiled, settings: SweepSettings): (sample: number) => Drawn {
  const { case: found } = compiled;
  const foresight = heldForesight(found);
  const actors = found.actors.map(({ id }, actor) => ({
    draw: heldTo(settings.reading, found.readings[actor]!, id) ?? readingDraw(found, actor, foresight),
    readings: found.readings[actor]!.map(({ order, dispersion }) => ({
      movable: movableOf(compiled, order),
      dispersion: dispersion ?? settings.dispersion,
    })),
    kept: keptRanks(compiled.structure.codes.length),
  }));
  return (sample) => {
    const drawn: DrawnActor[] = [];
    for (const [actor, { draw, readings, kept }] of actors.entries()) {
      const lane = (purpose: keyof typeof lanes) =>
        drawsOf(settings.seed, sample, actor * 3 + lanes[purpose]);
      const reading = draw(lane('ranges'), lane('reading'));
      if (reading === undefined) return undefined;
      const { movable, dispersion } = readings[reading]!;
      const arrangement = drawArrangement(movable, settings.model, dispersion, lane('order'));
      drawn.push({ reading, ranks: kept(reading, movable, arrangement) });
    }
    return drawn;
  };
}

function heldTo(
  reading: Profile,
  readings: readonly { readonly id: string }[],
  actor: string,
): ReadingDraw | undefined {
  const held = reading[actor];
  if (held === undefined) return undefined;
  const at = readings.findIndex(({ id }) => id === held);
  if (at < 0) throw new Error(`actor ${actor} has no reading ${held}`);
  return () => at;
}

/** So many ranks may be kept of an actor, whatever the size of the conflict; beyond that they are worked out again. */
const room = 8_000_000;

type KeptRanks = (reading: number, movable: Movable, arrangement: readonly number[]) => Uint32Array;

/** Ranks by arrangement, and one array for all arrangements that give the same ranks. */
function keptRanks(states: number): KeptRanks {
  const most = Math.max(100, room / states);
  const byArrangement = new Map<string, Uint32Array>();
  const byContent = new Map<string, Uint32Array>();
  return (reading, movable, arrangement) => {
    const key = `${reading} ${arrangement}`;
    const known = byArrangement.get(key);
    if (known) return known;
    const made = movable.ranks(arrangement);
    const content = String(made);
    const same = byContent.get(content) ?? made;
    if (byArrangement.size >= most) byArrangement.clear();
    if (byContent.size >= most) byContent.clear();
    byArrangement.set(key, same);
    byContent.set(content, same);
    return same;
  };
}
