import type { Case } from '@demarche/case';
import { aheadIn, sharesAmong, type Weigher, weigherOf } from '../weigh/index.ts';
import type { AnswerGrid } from './grid.ts';
import { mostProbable, probabilities, type Weights } from './probable.ts';
import type { Removal } from './result.ts';
import { onlyFirst } from './weights.ts';

/** Sets of up to three items are tried while there are few items, else up to two. */
const fewItems = 24;

/**
 * Evidence and observed moves whose removal makes another answer the most probable, by the posterior of every actor's readings
 * (as things stand): the minimal sets, smallest first. Empty where no evidence bears on a factor.
 */
export function removalsOf(found: Case, grid: AnswerGrid): readonly Removal[] {
  const weighers = grid.factors.map(({ actor }) =>
    actor === undefined ? undefined : weigherIn(found, actor),
  );
  const items = [...new Set(weighers.flatMap((weigher) => weigher?.items ?? []))];
  if (items.length === 0) return [];
  const answerWithout = (gone: readonly string[]) =>
    mostProbable(probabilities(grid, posteriorWeights(grid, weighers, gone)));
  const from = answerWithout([]);
  const minimal: Removal[] = [];
  for (const set of setsUpTo(items, items.length <= fewItems ? 3 : 2)) {
    if (minimal.some((known) => known.items.every((item) => set.includes(item)))) continue;
    const to = answerWithout(set);
    if (to !== from) minimal.push({ items: set, from, to });
  }
  return minimal;
}

const weighing = new WeakMap<Case, Map<string, Weigher>>();

/** The weigher of an actor, which remembers: every question of a case asks it the same. */
function weigherIn(found: Case, actor: string): Weigher {
  const known = weighing.get(found) ?? new Map<string, Weigher>();
  weighing.set(found, known);
  const there = known.get(actor);
  if (there) return there;
  const { items, posterior } = weigherOf(
    found,
    found.actors.findIndex(({ id }) => id === actor),
    aheadIn(found),
  );
  const said = new Map<string, ReturnType<typeof posterior>>();
  const made: Weigher = {
    items,
    posterior: (gone = []) => {
      // What says nothing of this actor changes nothing about it.
      const own = gone.filter((item) => items.includes(item));
      const key = JSON.stringify(own);
      const before = said.get(key) ?? posterior(own);
      said.set(key, before);
      return before;
    },
  };
  known.set(actor, made);
  return made;
}

function posteriorWeights(
  grid: AnswerGrid,
  weighers: readonly (Weigher | undefined)[],
  gone: readonly string[],
): Weights {
  return grid.factors.map((factor, axis) => {
    const weigher = weighers[axis];
    if (!weigher) return onlyFirst(factor);
    return sharesAmong(weigher.posterior(gone), factor.values as readonly string[]);
  });
}

function* setsUpTo(items: readonly string[], most: number): Generator<readonly string[]> {
  let sets: { readonly set: readonly string[]; readonly last: number }[] = [{ set: [], last: -1 }];
  for (let size = 1; size <= most; size++) {
    sets = sets.flatMap(({ set, last }) =>
      items.slice(last + 1).map((item, k) => ({ set: [...set, item], last: last + 1 + k })),
    );
    for (const { set } of sets) yield set;
  }
}
