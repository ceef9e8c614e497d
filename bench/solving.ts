import {
  backEndFor,
  backEnds,
  concepts,
  type Ranks,
  type Structure,
  stabilityOfAll,
  stabilityOn,
} from '@demarche/engine';
import { threads } from '@demarche/run';
import { type Item, items } from './families.ts';
import { medianLaterMs, medianMs, rounded } from './measure.ts';
import type { Row } from './row.ts';

// Read a few times before anything is measured, so that it is compiled.
for (let k = 0; k < 200; k++) read([new Uint32Array(2 ** 14), new Uint32Array(2 ** 14)]);

/**
 * Families F S H P I A: one conflict after the other, all five concepts for all actors, by the back end that suits it; the dense one on
 * two threads too where there is a goal for that, started anew each time.
 */
export async function* solving(full: boolean, families: ReadonlySet<string>): AsyncGenerator<Row> {
  for (const item of items) if (families.has(item.family) && (full || !item.long)) yield* solved(item);
}

async function* solved({ family, options, actors, make, goals }: Item): AsyncGenerator<Row> {
  const { structure, ranks } = make();
  const engine = backEndFor(structure);
  const states = structure.codes.length;
  const runs = states > 2 ** 21 ? 3 : 5;
  const once = ranks();
  const readMs = await medianMs(runs, () => read(once));
  // Cells and what else belongs to the structure are there before; fresh arrays, so that no order kept from the run before is used.
  const prepared = engine === 'compact' ? structure.cells : undefined;
  const given = () => (prepared ? ranks().map((own) => own.slice()) : ranks());
  const row = (count: 1 | 2, ms: number): Row => ({
    family,
    conflict: `${options} options`,
    states,
    actors,
    engine,
    threads: count,
    measured: rounded(ms),
    unit: 'ms',
    each: rounded((ms * 1e6) / (states * actors)),
    readMs: rounded(readMs),
    goal: goals?.[count - 1] ?? null,
  });
  yield row(1, await medianMs(runs, () => stabilityOfAll(backEnds[engine], structure, given(), concepts)));
  if (engine === 'dense' && goals?.[1] !== undefined)
    yield row(2, await medianLaterMs(runs, () => onTwo(structure, given())));
}

const onTwo = (structure: Structure, ranks: Ranks) =>
  stabilityOn(threads(2), structure, ranks, concepts, { least: 0 });

/** Goes through all ranks once and does next to nothing with them. */
export function read(ranks: Ranks | readonly Uint8Array[]): number {
  let all = 0;
  for (const one of ranks) for (let state = 0; state < one.length; state++) all ^= one[state]!;
  return all;
}
