import { evaluate, op, type Program } from '@demarche/engine';
import { gapsOf } from './csv/gaps.ts';
import type { Pattern } from './pattern.ts';

/** Options an expression may speak of to be written as patterns, and patterns that it may come to. */
const mostOptions = 14;
const mostPatterns = 400;

/** Patterns of which one holds exactly where the program does; undefined where there would be too many. */
export function patternsOf(program: Program): readonly Pattern[] | undefined {
  const options = optionsIn(program);
  if (options.length > mostOptions) return undefined;
  const stack = new Uint8Array(program.length + 1);
  const not: number[] = [];
  for (let setting = 0; setting < 2 ** options.length; setting++) {
    let code = 0;
    options.forEach((option, k) => {
      if ((setting >>> k) & 1) code |= 1 << option;
    });
    if (!evaluate(program, code >>> 0, stack)) not.push(setting);
  }
  const patterns = gapsOf(not, options.length, mostPatterns);
  return patterns?.map((pattern) => pattern.map(({ option, on }) => ({ option: options[option]!, on })));
}

/** Positions of the options that a program reads. */
function optionsIn(program: Program): readonly number[] {
  const met = new Set<number>();
  for (let at = 0; at < program.length; at++) {
    const word = program[at]!;
    if (word >= 0) met.add(word);
    // Counting words are followed by their bound and how many they count.
    else if (word === op.exactly || word === op.atLeast || word === op.atMost) at += 2;
  }
  return [...met].sort((a, b) => a - b);
}
