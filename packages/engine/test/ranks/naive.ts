import { evaluate, type Program } from '../../src/program.ts';

/** Whether each program holds at each state, one state at a time. */
export const truths = (programs: readonly Program[], codes: Uint32Array): boolean[][] =>
  Array.from(codes, (code) =>
    programs.map((program) => evaluate(program, code, new Uint8Array(program.length + 1))),
  );

/** Ranks from 1 of anything that can be compared. */
export function ranksBy<T>(values: readonly T[], compare: (a: T, b: T) => number): number[] {
  const sorted = values.toSorted(compare);
  const distinct = sorted.filter((value, at) => at === 0 || compare(sorted[at - 1]!, value) !== 0);
  return values.map((value) => distinct.findIndex((one) => compare(one, value) === 0) + 1);
}
