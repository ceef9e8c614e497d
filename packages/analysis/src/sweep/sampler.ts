import type { Case, Compiled } from '@demarche/case';
import { drawsOf, type Ranks } from '@demarche/engine';
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

export type DrawnProfile = {
  /** One entry per actor. */
  readonly actors: readonly DrawnActor[];
  /** Per actor, everybody's ranks as it takes them to be; undefined where beliefs are correct. */
  readonly views?: readonly Ranks[];
};

/** Undefined where the draw fell on none of an actor's readings. */
export type Drawn = DrawnProfile | undefined;

/**
 * Sample k of a case under the settings: the same whoever draws it, and whatever was drawn before. Every reading of an actor has its
 * own order in a sample, whether or not it is the one that is drawn: who believes an actor to have that reading sees that order. What
 * is drawn for one end comes from a lane of its own, so that holding one thing fixed changes no other.
 */
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
  const believed = beliefsOf(found);

  return (sample) => {
    const lane = (actor: number, purpose: number) =>
      drawsOf(settings.seed, sample, actor * 2 ** 16 + purpose);
    const ranksOf = (actor: number, reading: number): Uint32Array => {
      const { readings, kept } = actors[actor]!;
      const { movable, dispersion } = readings[reading]!;
      const draws = lane(actor, lanes.order + reading);
      return kept(reading, movable, drawArrangement(movable, settings.model, dispersion, draws));
    };
    const drawn: DrawnActor[] = [];
    for (const [actor, { draw }] of actors.entries()) {
      const reading = draw(lane(actor, lanes.ranges), lane(actor, lanes.reading));
      if (reading === undefined) return undefined;
      drawn.push({ reading, ranks: ranksOf(actor, reading) });
    }
    if (settings.beliefs === 'correct') return { actors: drawn };
    return {
      actors: drawn,
      views: believed.map((of) =>
        drawn.map(({ reading, ranks }, about) => {
          const taken = of[about] ?? reading;
          return taken === reading ? ranks : ranksOf(about, taken);
        }),
      ),
    };
  };
}

/** What draws of an actor are for; from `order` on, one for each of its readings. */
const lanes = { ranges: 0, reading: 1, order: 2 } as const;

/** Per actor and other actor, the position of the reading that it believes the other to have; undefined for the true one. */
function beliefsOf(found: Case): readonly (readonly (number | undefined)[])[] {
  return found.actors.map((_, holder) =>
    found.actors.map((__, about) => {
      const belief = found.beliefs.find(
        (one) => one.holder === holder && one.about === about && one.of === undefined,
      );
      const at = belief ? found.readings[about]!.findIndex(({ id }) => id === belief.reading) : -1;
      return at < 0 ? undefined : at;
    }),
  );
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
  const most = Math.max(8, room / states);
  const byArrangement = new Map<string, Uint32Array>();
  const byContent = new Map<string, Uint32Array>();
  return (reading, movable, arrangement) => {
    const key = `${reading} ${arrangement}`;
    const known = byArrangement.get(key);
    if (known) return known;
    const made = movable.ranks(arrangement);
    // Comparing large ones costs more than it saves.
    const content = states > 10_000 ? key : String(made);
    const same = byContent.get(content) ?? made;
    if (byArrangement.size >= most) byArrangement.clear();
    if (byContent.size >= most) byContent.clear();
    byArrangement.set(key, same);
    byContent.set(content, same);
    return same;
  };
}
