import type { Coalesced } from '@demarche/engine';
import type { Game } from './game.ts';

/**
 * What states are made of, for what reads flips: a coalesced state is as many single states, each with the ranks and the
 * stability of the whole. Otherwise a state is its one part.
 */
export type Parts = {
  /** The game over single states. */
  readonly game: Game;
  readonly of: (state: number) => readonly number[];
  readonly whole: (part: number) => number;
};

export function partsOf(game: Game): Parts {
  const { coalesced } = game.structure;
  // In graph form there is nothing to flip: joint moves walk along the arcs of the whole states.
  if (!coalesced || coalesced.base.arcs) return { game, of: (state) => [state], whole: (part) => part };
  const { base, part, parts } = coalesced;
  const { spread, gathered } = valuesOf(coalesced);
  const whole = (one: number) => part[one]!;
  return {
    game: {
      ...game,
      structure: base,
      ranks: game.ranks.map(spread),
      views: game.views.map((view) => view.map(spread)),
      sights: game.sights.map(
        (sight) =>
          sight && {
            ...sight,
            view: Int32Array.from(part, (state) => (state === -1 ? -1 : sight.view[state]!)),
            narrowed: (values) => sight.narrowed(gathered(values)),
            widened: (values) => spread(sight.widened(values)),
            isMove: (from, to) => sight.isMove(whole(from), whole(to)),
          },
      ),
      telling: { ...game.telling, state: (one) => (part[one] === -1 ? -1 : game.telling.state(whole(one))) },
      own: (actor) => spread(game.own(actor)),
      level: (actor) => spread(game.level(actor)),
      alone: () => new Map(),
    },
    of: (state) => [...parts.to.subarray(parts.start[state]!, parts.start[state + 1]!)],
    whole,
  };
}

type Values = {
  /** From values of states to values of their parts; the same array for the same array. A part that is left out has 0. */
  readonly spread: (value: Uint32Array) => Uint32Array;
  /** Back again. */
  readonly gathered: (value: Uint32Array) => Uint32Array;
};

const kept = new WeakMap<Coalesced, Values>();

function valuesOf(coalesced: Coalesced): Values {
  const known = kept.get(coalesced);
  if (known) return known;
  const there = new WeakMap<Uint32Array, Uint32Array>();
  const back = new WeakMap<Uint32Array, Uint32Array>();
  const values: Values = {
    spread: (value) => {
      const before = there.get(value);
      if (before) return before;
      const made = Uint32Array.from(coalesced.part, (state) => value[state] ?? 0);
      there.set(value, made);
      back.set(made, value);
      return made;
    },
    gathered: (value) => back.get(value)!,
  };
  kept.set(coalesced, values);
  return values;
}
