import type { Compiled, Priority } from '@demarche/case';
import { evaluate } from '@demarche/engine';

/**
 * What a list of priorities can tell apart: states that agree on every one of them are alike in whatever order the list is put,
 * and there are far fewer patterns than states.
 */
export type Patterns = {
  /** Pattern of each state. */
  readonly of: Uint32Array;
  /** The rank of each pattern, dense from 1, with the priorities in this order. */
  readonly ranked: (priorities: readonly Priority[]) => Uint32Array;
};

export function patternsOf({ structure, program }: Compiled, priorities: readonly Priority[]): Patterns {
  const columns = priorities.map(({ that }) => {
    const counts = new Uint8Array(structure.codes.length);
    for (const formula of that) {
      const words = program(formula);
      const stack = new Uint8Array(words.length + 1);
      structure.codes.forEach((code, state) => {
        if (evaluate(words, code, stack)) counts[state]!++;
      });
    }
    return counts;
  });
  const known = new Map<string, number>();
  const first: number[] = [];
  const of = Uint32Array.from(structure.codes, (_, state) => {
    const name = columns.map((column) => column[state]).join();
    const pattern = known.get(name) ?? first.push(state) - 1;
    known.set(name, pattern);
    return pattern;
  });
  const counts = columns.map((column) => first.map((state) => column[state]!));
  const ranked = (order: readonly Priority[]): Uint32Array => {
    const by = order.map((priority) => counts[priorities.indexOf(priority)]!);
    const compare = (a: number, b: number): number => {
      for (const count of by) if (count[a] !== count[b]) return count[a]! - count[b]!;
      return 0;
    };
    const sorted = first.map((_, pattern) => pattern).sort(compare);
    const ranks = new Uint32Array(sorted.length);
    // Patterns differ somewhere in the list, so that no two tie.
    sorted.forEach((pattern, k) => {
      ranks[pattern] = k + 1;
    });
    return ranks;
  };
  return { of, ranked };
}
