import {
  type Model,
  type OrderedEnsemble,
  orderedEnsembleOf,
  type Structure,
  structureOf,
} from '@demarche/engine';
import { mulberry32 } from './conflicts.ts';

export type FamilyE = {
  readonly structure: Structure;
  /** Per actor and line, what must hold. */
  readonly literals: readonly (readonly (readonly { readonly option: number; readonly off: boolean }[])[])[];
  /** Per actor and line, 1 at the states where it holds. */
  readonly lines: readonly (readonly Uint8Array[])[];
};

/**
 * E: 4 actors with 2 free options each, 150 of the 256 states feasible, 10 priorities an actor. With one stream of mulberry32: a Fisher–Yates
 * shuffle of the codes from the top, of which the first 150 are feasible; then per actor 10 lines, each of 1 + (word mod 3) literals,
 * an option (word mod 8) and whether it is negated (word mod 2), all of which must hold. A sample is an evenly drawn order of every
 * actor's lines: Philox keyed by the seed, counter (block, actor, sample), one word below 10! read as a shuffle from the last place.
 */
export function familyE(seed: number): FamilyE {
  const next = mulberry32(seed);
  const codes = Array.from({ length: 256 }, (_, code) => code);
  for (let at = 255; at > 0; at--) {
    const other = Math.floor((next() * (at + 1)) / 2 ** 32);
    [codes[at], codes[other]] = [codes[other]!, codes[at]!];
  }
  const model: Model = {
    actors: 4,
    options: Array.from({ length: 8 }, (_, k) => ({ owners: [k >> 1], mode: 'single', direction: 'both' })),
    impossible: codes.slice(150).map(onlyAt),
  };
  const structure = structureOf(model);
  const literals = Array.from({ length: 4 }, () =>
    Array.from({ length: 10 }, () =>
      Array.from({ length: 1 + (next() % 3) }, () => ({ option: next() % 8, off: next() % 2 === 1 })),
    ),
  );
  const lines = literals.map((own) =>
    own.map((line) =>
      Uint8Array.from(structure.codes, (code) =>
        line.every(({ option, off }) => (((code >>> option) & 1) === 1) !== off) ? 1 : 0,
      ),
    ),
  );
  return { structure, literals, lines };
}

/** A program that holds at one code of eight options. */
function onlyAt(code: number): Int32Array {
  const words: number[] = [];
  for (let k = 0; k < 8; k++) {
    words.push(k);
    if (!((code >>> k) & 1)) words.push(-3);
    if (k > 0) words.push(-4);
  }
  return Int32Array.from(words);
}

/** Draws, ranks and solves samples `from` … `from + count − 1`, sixteen at a time. */
export function solveSamples(ensemble: OrderedEnsemble, seed: number, from: number, count: number): void {
  for (let sample = from; sample < from + count; sample += 16) {
    ensemble.draw(seed, sample);
    ensemble.rank();
    ensemble.solve();
  }
}

export function ensembleE(seed: number): OrderedEnsemble {
  const { structure, lines } = familyE(seed);
  return orderedEnsembleOf(structure, lines);
}
