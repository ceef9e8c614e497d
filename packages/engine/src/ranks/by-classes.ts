import { blockWords, type States } from '../planes/columns.ts';
import { digitsFor } from '../planes/evaluate.ts';
import type { Program } from '../program.ts';
import { type Line, refine } from './refine.ts';

/**
 * Ranks from classes of states, the best first: a state is of the first class one of whose programs holds, and worse than all of
 * them where none does. Larger is better, from 1; states of a class are indifferent.
 */
export function rankByClasses(states: States, classes: readonly (readonly Program[])[]): Uint32Array {
  const digits = digitsFor(classes.length);
  const line: Line = {
    digits,
    planes: (evaluate, columns, depth, from, to) => {
      const place = Array.from({ length: digits }, () => new Int32Array(blockWords));
      const left = new Int32Array(blockWords).fill(-1);
      classes.forEach((programs, at) => {
        const value = classes.length - at;
        for (const program of programs) {
          const holds = evaluate(program, columns, depth);
          for (let w = 0; w < blockWords; w++) {
            const now = holds[w]! & left[w]!;
            left[w]! ^= now;
            for (let d = 0; d < digits; d++) if ((value >>> d) & 1) place[d]![w]! |= now;
          }
        }
      });
      return place.toReversed().slice(from, to);
    },
  };
  return refine(states, [line], undefined, 1).classOf;
}
