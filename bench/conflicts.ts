import {
  type Model,
  type Priority,
  type Ranks,
  rankByPriorities,
  type Structure,
  structureOf,
} from '@demarche/engine';

/** mulberry32 as in `fixtures/gen.py`: the same integers in any language. */
export function mulberry32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

export type Conflict = { readonly structure: Structure; readonly ranks: () => Ranks };

/** Options dealt to the actors in contiguous blocks, sizes as even as possible, all of them free. */
function dealt(actors: number, options: number): Model['options'] {
  const base = Math.floor(options / actors);
  const extra = options % actors;
  const owners = Array.from({ length: actors }, (_, d) =>
    new Array<number>(base + (d < extra ? 1 : 0)).fill(d),
  );
  return owners.flat().map((owner) => ({ owners: [owner], mode: 'single', direction: 'both' }));
}

/** F: everything feasible, a random strict order for every actor (Fisher–Yates from the top, as in `fixtures/gen.py`). */
export function familyF(actors: number, options: number, seed: number): Conflict {
  const structure = structureOf({ actors, options: dealt(actors, options), impossible: [] });
  const next = mulberry32(seed);
  const ranks = Array.from({ length: actors }, () => {
    const order = Uint32Array.from({ length: structure.codes.length }, (_, k) => k + 1);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor((next() * (i + 1)) / 2 ** 32);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  });
  return { structure, ranks: () => ranks };
}

/** S: everything feasible, ranks from ten priorities an actor, each a conjunction of one to three literals. */
export function familyS(actors: number, options: number, seed: number): Conflict {
  const structure = structureOf({ actors, options: dealt(actors, options), impossible: [] });
  const next = mulberry32(seed);
  const lines = Array.from({ length: actors }, () =>
    Array.from({ length: 10 }, () => priority(next, options)),
  );
  return { structure, ranks: () => lines.map((one) => rankByPriorities(structure, one)) };
}

function priority(next: () => number, options: number): Priority {
  const program: number[] = [];
  const literals = 1 + (next() % 3);
  for (let k = 0; k < literals; k++) {
    program.push(next() % options);
    if (next() % 2) program.push(-3);
    if (k > 0) program.push(-4);
  }
  return { that: [Int32Array.from(program)] };
}
