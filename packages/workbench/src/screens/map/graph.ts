import type { MapView, OwnMove } from '../../compute/map.ts';

/** An arc of the picture; `movers` are positions of actors. */
export type MapArc = {
  readonly from: number;
  readonly to: number;
  readonly movers: readonly number[];
  /** `course`: a step that people would take. Others are moves that an actor could make. */
  readonly kind: 'course' | 'improvement' | 'move';
};

export type MapGraph = { readonly codes: readonly number[]; readonly arcs: readonly MapArc[] };

/** Which actors' moves are drawn around a state that was opened, and whether all of them or improvements alone. */
export type MoveFilter = { readonly actors: readonly number[]; readonly improvements: boolean };

/** At most this many states are drawn: more are not read in a picture. */
export const mostDrawn = 120;

/** Equilibria that nothing leads to are drawn only where they are few. */
const mostApart = 8;

/**
 * The part of the conflict worth looking at first: the way from now, the equilibria, and what was opened around single states.
 * `cut` says how many states were left out, `apart` how many equilibria.
 */
export function graphAround(
  view: MapView,
  opened: ReadonlyMap<number, readonly OwnMove[]>,
  filter: MoveFilter,
): MapGraph & { readonly cut: number; readonly apart: number } {
  const codes = new Set<number>();
  for (const { code } of view.course.states) codes.add(code);
  const arcs: MapArc[] = view.course.states.flatMap(({ code, steps }) =>
    steps.map(({ movers, to }) => ({ from: code, to, movers, kind: 'course' as const })),
  );
  const apart = view.equilibria.filter((code) => !codes.has(code));
  if (apart.length <= mostApart) for (const code of apart) codes.add(code);
  for (const [from, moves] of opened) {
    codes.add(from);
    for (const { actor, to, improvement } of moves) {
      if (!filter.actors.includes(actor) || (filter.improvements && !improvement)) continue;
      codes.add(to);
      const drawn = arcs.some((arc) => arc.from === from && arc.to === to && arc.movers.includes(actor));
      if (!drawn) arcs.push({ from, to, movers: [actor], kind: improvement ? 'improvement' : 'move' });
    }
  }
  const shown = [...codes].slice(0, mostDrawn);
  const kept = new Set(shown);
  return {
    codes: shown,
    arcs: arcs.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    cut: codes.size - shown.length,
    apart: view.equilibria.filter((code) => !kept.has(code)).length,
  };
}
