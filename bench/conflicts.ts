import {
  type Model,
  type Priority,
  type Ranks,
  rankByPriorities,
  type Structure,
  structureOf,
  structureOfCodes,
} from '@demarche/engine';
import { longChains } from './long-chains.ts';

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

/** What is measured: `ranks()` is part of the work where they come from priorities, else they are made before. */
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

/** A random order of so many states: 1 … states, by Fisher–Yates from the top, as in `fixtures/gen.py`. */
function shuffled(states: number, next: () => number): Uint32Array {
  const order = Uint32Array.from({ length: states }, (_, k) => k + 1);
  for (let i = states - 1; i > 0; i--) {
    const j = Math.floor((next() * (i + 1)) / 2 ** 32);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function shuffledFor(structure: Structure, next: () => number): Conflict {
  const ranks = Array.from({ length: structure.actors }, () => shuffled(structure.codes.length, next));
  return { structure, ranks: () => ranks };
}

/** F (and Q): everything feasible, a random strict order for every actor, one after the other from one stream. */
export function familyF(actors: number, options: number, seed: number): Conflict {
  const structure = structureOf({ actors, options: dealt(actors, options), impossible: [] });
  return shuffledFor(structure, mulberry32(seed));
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

/** H: each state feasible where the highest bit of its number from the stream is set; then random strict orders from the same stream. */
export function familyH(actors: number, options: number, seed: number): Conflict {
  const next = mulberry32(seed);
  const codes = new Uint32Array(2 ** options);
  let count = 0;
  for (let code = 0; code < codes.length; code++) if (next() >= 2 ** 31) codes[count++] = code;
  const structure = structureOfCodes(
    { actors, options: dealt(actors, options), impossible: [] },
    codes.slice(0, count),
  );
  return shuffledFor(structure, next);
}

/**
 * P: sparse. Of each actor's patterns of own options only `patterns` may occur, the first different ones of the stream modulo their
 * number; a state is feasible where everybody's pattern is one of them. Then random strict orders.
 */
export function familyP(actors: number, options: number, patterns: number, seed: number): Conflict {
  const next = mulberry32(seed);
  const specs = dealt(actors, options);
  let codes = [0];
  for (let actor = 0; actor < actors; actor++) {
    const first = specs.findIndex(({ owners }) => owners[0] === actor);
    const own = specs.filter(({ owners }) => owners[0] === actor).length;
    const may = new Set<number>();
    while (may.size < patterns) may.add(next() % 2 ** own);
    codes = codes.flatMap((code) => [...may].map((pattern) => code + pattern * 2 ** first));
  }
  const structure = structureOfCodes(
    { actors, options: specs, impossible: [] },
    Uint32Array.from(codes).sort(),
  );
  return shuffledFor(structure, next);
}

/** I: as F, but the first one to three options of every actor (its number modulo three, and one) can only be switched on. */
export function familyI(actors: number, options: number, seed: number): Conflict {
  const specs = dealt(actors, options).map((option, k, all) => {
    const place = k - all.findIndex(({ owners }) => owners[0] === option.owners[0]);
    return place <= option.owners[0]! % 3 ? { ...option, direction: 'forward' as const } : option;
  });
  return shuffledFor(structureOf({ actors, options: specs, impossible: [] }), mulberry32(seed));
}

/** A: long chains of improvements (`longChains`), everything feasible. */
export function familyA(options: number, seed: number): Conflict {
  const structure = structureOf({ actors: 4, options: dealt(4, options), impossible: [] });
  const ranks = longChains(options, mulberry32(seed));
  return { structure, ranks: () => ranks };
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
