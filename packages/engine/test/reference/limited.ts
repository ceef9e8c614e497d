import type { Played } from './played.ts';

/** G_h: where i takes things to end from s; several where its best moves promise equally much. */
export type Anticipation = (i: number, s: number) => ReadonlySet<number>;

export const still: Anticipation = (_, s) => new Set([s]);

/** G_h from G_{h−1}. */
export function further({ actors, states, moves, rank }: Played, before: Anticipation): Anticipation {
  const table = new Map<string, ReadonlySet<number>>();
  const others = (i: number) => actors.filter((j) => j !== i);
  /** Everything that may follow on i's move to t, the worst of it for i. */
  const expected = (i: number, t: number): ReadonlySet<number> => {
    const ends = others(i).length === 0 ? [t] : others(i).flatMap((j) => [...before(j, t)]);
    const worst = Math.min(...ends.map((e) => rank(i, e)));
    return new Set(ends.filter((e) => rank(i, e) === worst));
  };
  const value = (i: number, t: number) => rank(i, [...expected(i, t)][0]!);
  for (const i of actors)
    for (const s of states) {
      const best = Math.max(...[...moves(i, s)].map((t) => value(i, t)));
      const chosen = best > rank(i, s) ? [...moves(i, s)].filter((t) => value(i, t) === best) : [];
      const ends = chosen.flatMap((t) => [...expected(i, t)]);
      table.set(`${i} ${s}`, new Set(chosen.length > 0 ? ends : [s]));
    }
  return (i, s) => table.get(`${i} ${s}`)!;
}

export function horizon(played: Played, h: number): Anticipation {
  let anticipation = still;
  for (let k = 0; k < h; k++) anticipation = further(played, anticipation);
  return anticipation;
}

/** i stays at s: G_h(i, s) = s. */
export const stays = (anticipation: Anticipation, i: number, s: number): boolean => {
  const ends = anticipation(i, s);
  return ends.size === 1 && ends.has(s);
};

/** The anticipations of the cycle that adding horizons ends in, told by comparing whole tables. */
export function phases(played: Played): readonly Anticipation[] {
  const print = (anticipation: Anticipation) =>
    JSON.stringify(
      played.actors.map((i) => played.states.map((s) => [...anticipation(i, s)].sort((a, b) => a - b))),
    );
  const seen = new Map<string, number>();
  const all: Anticipation[] = [];
  for (let anticipation = still; ; anticipation = further(played, anticipation)) {
    const before = seen.get(print(anticipation));
    if (before !== undefined) return all.slice(before);
    seen.set(print(anticipation), all.length);
    all.push(anticipation);
  }
}
