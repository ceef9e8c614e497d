import { backEndFor, backEnds, concepts, type Ranks, stabilityOfAll } from '@demarche/engine';
import { type Item, items } from './families.ts';
import { medianMs, rounded } from './measure.ts';
import type { Row } from './row.ts';

// Read a few times before anything is measured, so that it is compiled.
for (let k = 0; k < 200; k++) read([new Uint32Array(2 ** 14), new Uint32Array(2 ** 14)]);

/** Families F S H P I A: one conflict after the other, all five concepts for all actors, by the back end that suits it. */
export async function* solving(full: boolean, families: ReadonlySet<string>): AsyncGenerator<Row> {
  for (const item of items) if (families.has(item.family) && (full || !item.long)) yield await solved(item);
}

async function solved({ family, options, actors, make, goals }: Item): Promise<Row> {
  const { structure, ranks } = make();
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
  return {
    family,
    conflict: `${options} options`,
    states,
    actors,
    engine,
    threads: 1,
    measured: rounded(ms),
    unit: 'ms',
    each: rounded((ms * 1e6) / (states * actors)),
    readMs: rounded(readMs),
    goal: goals?.[0] ?? null,
  };
}

/** Goes through all ranks once and does next to nothing with them. */
export function read(ranks: Ranks | readonly Uint8Array[]): number {
  let sum = 0;
  for (const one of ranks) for (let state = 0; state < one.length; state++) sum = (sum + one[state]!) | 0;
  return sum;
}
