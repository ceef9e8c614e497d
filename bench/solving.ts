import { backEndFor, backEnds, concepts, type Ranks, type Structure, stabilityOfAll } from '@demarche/engine';
import { type Item, items } from './families.ts';
import { medianMs, rounded } from './measure.ts';

/** What was measured of one conflict. */
export type Solved = {
  readonly family: string;
  readonly options: number;
  readonly states: number;
  readonly actors: number;
  readonly engine: string;
  readonly threads: number;
  /** Median, all five concepts for all actors; with ranks from priorities where the family has them. */
  readonly ms: number;
  /** Nanoseconds for each feasible state and actor. */
  readonly each: number;
  /** The time to read all rank arrays once, in the same run. */
  readonly readMs: number;
  readonly goalMs: number | null;
};

/** Solves the families, one conflict after the other, and tells of each as soon as it is done. */
export async function* solving(full: boolean, only?: readonly string[]): AsyncGenerator<Solved> {
  for (const item of items) {
    if ((item.long && !full) || (only && !only.includes(item.family))) continue;
    yield* solvedOf(item);
  }
}

async function* solvedOf(item: Item): AsyncGenerator<Solved> {
  const { structure, ranks } = item.make();
  const engine = backEndFor(structure);
  const states = structure.codes.length;
  const runs = states > 2 ** 21 ? 3 : 5;
  const once = ranks();
  const readMs = await medianMs(runs, () => read(once));
  // Cells and what else belongs to the structure are there before; fresh arrays, so that no order kept from the run before is used.
  const prepared = engine === 'compact' ? structure.cells : undefined;
  const ms = await medianMs(runs, () =>
    stabilityOfAll(
      backEnds[engine],
      structure,
      prepared ? ranks().map((own) => own.slice()) : ranks(),
      concepts,
    ),
  );
  yield {
    ...row(item, structure, engine),
    threads: 1,
    ms: rounded(ms),
    each: rounded((ms * 1e6) / (states * item.actors)),
    readMs: rounded(readMs),
    goalMs: item.goals?.[0] ?? null,
  };
}

function row({ family, options, actors }: Item, structure: Structure, engine: string) {
  return { family, options, states: structure.codes.length, actors, engine };
}

function read(ranks: Ranks): number {
  let sum = 0;
  for (const one of ranks) for (let state = 0; state < one.length; state++) sum = (sum + one[state]!) | 0;
  return sum;
}
