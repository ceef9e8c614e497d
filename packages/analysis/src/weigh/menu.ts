import { type Case, compileCase, type SeenMove } from '@demarche/case';
import { holds, movesFrom, positionOf } from '@demarche/engine';
import type { Foresight, Prospect } from './foresight.ts';
import { type Place, placeAt, placeOf } from './place.ts';
import { type Merit, meritOf, type Scale, scoresOf, type View } from './score.ts';

/** What an actor chose from, and how each of its readings scores it. */
export type Menu = {
  readonly form: 'menu' | 'states';
  readonly items: readonly { readonly id: string; readonly code: number; readonly states: number }[];
  readonly chosen: number;
  /** By reading. */
  readonly judged: readonly {
    readonly scale: Scale;
    readonly scores: readonly number[];
    /** Nothing in the order tells the items apart. */
    readonly silent: boolean;
  }[];
};

type Item = {
  readonly id: string;
  readonly place: Place;
  readonly prospect: Prospect;
  readonly states: number;
};

/** The menu of an observed move: as given, or {from, to} and what the actor could reach alone from there. */
export function menuOf(found: Case, move: SeenMove, foresight?: Foresight): Menu {
  const merits = found.readings[move.actor]!.map(({ order }) => meritOf(found, order));
  const seen = (prospect: Prospect) => merits.map((merit) => key(viewOf(prospect, merit))).join(' ; ');
  const ahead = (place: Place) => prospectOf(found, move.actor, place, foresight);
  const { menu, from, to } = move;
  let items: Item[];
  let chosen: number;
  if (menu) {
    items = menu.map(({ id, expects }) => {
      const place = placeOf(found, expects);
      return { id, place, prospect: ahead(place), states: 1 };
    });
    chosen = menu.findIndex(({ id }) => id === move.chose);
  } else {
    const ends = [
      { id: 'to', place: placeOf(found, to ?? []) },
      { id: 'from', place: placeOf(found, from ?? []) },
    ];
    const reached = reachedFrom(found, move.actor, ends[1]!.place);
    const all = [...ends, ...reached.map((place) => ({ id: String(place.code), place }))];
    items = distinct(
      all.filter(({ place }, at) => all.findIndex((one) => samePlace(one.place, place)) === at),
      ({ place }) => seen(ahead(place)),
    ).map((one) => ({ ...one, prospect: ahead(one.place) }));
    chosen = 0;
  }
  const judged = merits.map((merit) => {
    const views = items.map(({ prospect }) => viewOf(prospect, merit));
    return { ...scoresOf(views), silent: new Set(views.map((view) => key(view))).size < 2 };
  });
  return {
    form: menu ? 'menu' : 'states',
    items: items.map(({ id, place, states }) => ({ id, code: place.code, states })),
    chosen,
    judged,
  };
}

/** Items that no priority of any reading tells apart are one: idle variants would dilute the likelihood. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): (T & { readonly states: number })[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = keyOf(item);
    groups.set(own, [...(groups.get(own) ?? []), item]);
  }
  return [...groups.values()].map((group) => ({ ...group[0]!, states: group.length }));
}

const viewOf = (prospect: Prospect, merit: (place: Place) => Merit): View =>
  prospect.map(({ share, places }) => ({ share, merits: places.map(merit) }));

/** What is seen of a prospect, whatever order its rests are listed in. */
const key = (view: View): string =>
  view
    .map(({ share, merits }) => {
      const seen = merits.map((merit) => JSON.stringify(merit ?? null)).sort();
      return `${share} ${seen.join(' ')}`;
    })
    .sort()
    .join(' | ');

const samePlace = (one: Place, other: Place): boolean =>
  one.code === other.code && [...one.taken].sort().join() === [...other.taken].sort().join();

/** The states that an actor reaches alone from a place, under the facts of that place, in ascending code. */
function reachedFrom(found: Case, actor: number, from: Place): Place[] {
  if (found.graph) {
    const positions = found.graph.moves[actor]?.[from.code] ?? [];
    return positions.map((position) => placeAt(found, position, [found.graph!.states[position]!.id]));
  }
  const { structure, program } = compileCase({ ...found, now: from.taken });
  const start = positionOf(structure, from.code);
  if (start < 0) return [];
  const facts = from.taken.filter((id) => found.facts.some((fact) => fact.id === id));
  return [...movesFrom(structure, actor, start)]
    .map((state) => structure.codes[state]!)
    .sort((a, b) => a - b)
    .map((code) => ({
      code,
      taken: [...optionsOf(found, code), ...facts],
      holds: (formula) => holds(program(formula), code),
    }));
}

const optionsOf = (found: Case, code: number): string[] =>
  found.graph
    ? found.graph.states.slice(code, code + 1).map(({ id }) => id)
    : found.options.filter((_, k) => Math.floor(code / 2 ** k) % 2 === 1).map(({ id }) => id);

/** What a place leads to with the actor's own options held; the place itself where nobody looks ahead. */
function prospectOf(found: Case, actor: number, place: Place, foresight?: Foresight): Prospect {
  const held = found.options.flatMap(({ owners }, k) => (owners.includes(actor) ? [k] : []));
  const rests = foresight?.({ actor, taken: place.taken, code: place.code, held });
  if (!rests || rests.length === 0) return [{ share: 1, places: [place] }];
  const facts = place.taken.filter((id) => found.facts.some((fact) => fact.id === id));
  return rests.map(({ share, states }) => ({
    share,
    places: states.map((code) => placeAt(found, code, [...optionsOf(found, code), ...facts])),
  }));
}
