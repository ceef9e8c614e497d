import { type Case, LimitError, programsOf } from '@demarche/case';
import { evaluate, op, type Program } from '@demarche/engine';

/** How many states each line of `impossible` removes. Numbers are exact up to 2^53. */
export type Removed = {
  /** Combinations of options, or listed states in graph form. */
  readonly states: number;
  /** Undefined where too many would have to be looked at. */
  readonly feasible: number | undefined;
  readonly lines: readonly {
    readonly alone: number | undefined;
    /** Removed by this line and by no other. */
    readonly only: number | undefined;
  }[];
};

/** Options that lines of one group may name together: their combinations are all looked at. */
const mostTogether = 18;

/**
 * Lines that share no option remove states independently of each other, so each group of lines that do is counted over its own
 * options only, and the counts are multiplied.
 */
export function removedOf(found: Case): Removed {
  const states = found.graph ? found.graph.states.length : 2 ** found.options.length;
  const unknown = (): Removed => ({
    states,
    feasible: undefined,
    lines: found.impossible.map(() => ({ alone: undefined, only: undefined })),
  });
  let programs: readonly Program[];
  try {
    programs = programsOf(found, found.impossible);
  } catch (error) {
    if (error instanceof LimitError) return unknown();
    throw error;
  }
  if (found.graph) {
    const count = counted(programs, found.graph.states.length);
    return { states, feasible: count.free, lines: count.lines };
  }
  const groups = groupsOf(programs);
  const counts = groups.map(({ lines, options }) =>
    options.length > mostTogether
      ? undefined
      : counted(
          lines.map((line) => renumbered(programs[line]!, options)),
          2 ** options.length,
        ),
  );
  const named = groups.reduce((sum, { options }) => sum + options.length, 0);
  const unnamed = 2 ** (found.options.length - named);
  const freeBut = (group: number) =>
    counts.reduce<number | undefined>(
      (product, one, k) =>
        k === group ? product : product === undefined || !one ? undefined : product * one.free,
      unnamed,
    );
  const lines = programs.map((_, line) => {
    const group = groups.findIndex((one) => one.lines.includes(line));
    const own = counts[group]?.lines[groups[group]!.lines.indexOf(line)];
    const rest = freeBut(group);
    return {
      alone: own && own.alone * (states / 2 ** groups[group]!.options.length),
      only: own && rest !== undefined ? own.only * rest : undefined,
    };
  });
  return { states, feasible: freeBut(-1), lines };
}

type Counts = {
  readonly free: number;
  readonly lines: readonly { readonly alone: number; readonly only: number }[];
};

function counted(programs: readonly Program[], states: number): Counts {
  const stack = new Uint8Array(programs.reduce((most, { length }) => Math.max(most, length), 1));
  const alone = programs.map(() => 0);
  const only = programs.map(() => 0);
  let free = 0;
  for (let code = 0; code < states; code++) {
    let hits = 0;
    let last = 0;
    programs.forEach((program, line) => {
      if (!evaluate(program, code, stack)) return;
      alone[line]!++;
      hits++;
      last = line;
    });
    if (hits === 0) free++;
    if (hits === 1) only[last]!++;
  }
  return { free, lines: alone.map((count, line) => ({ alone: count, only: only[line]! })) };
}

type Group = { readonly lines: readonly number[]; readonly options: readonly number[] };

/** Lines that share options, directly or through others. */
function groupsOf(programs: readonly Program[]): readonly Group[] {
  let groups: Group[] = [];
  programs.forEach((program, line) => {
    const options = new Set(bitsOf(program));
    const touching = groups.filter((one) => one.options.some((option) => options.has(option)));
    const joined = {
      lines: [...touching.flatMap((one) => one.lines), line],
      options: [...new Set([...touching.flatMap((one) => one.options), ...options])].sort((a, b) => a - b),
    };
    groups = [...groups.filter((one) => !touching.includes(one)), joined];
  });
  return groups;
}

function bitsOf(program: Program): readonly number[] {
  const bits: number[] = [];
  eachWord(program, (word) => {
    if (word >= 0) bits.push(word);
  });
  return bits;
}

/** The same program over the positions of its options in a list. */
function renumbered(program: Program, options: readonly number[]): Program {
  const made = Int32Array.from(program);
  eachWord(program, (word, at) => {
    if (word >= 0) made[at] = options.indexOf(word);
  });
  return made;
}

/** Operators and bits, without the numbers that follow a counting operator. */
function eachWord(program: Program, visit: (word: number, at: number) => void): void {
  for (let at = 0; at < program.length; at++) {
    const word = program[at]!;
    visit(word, at);
    if (word <= op.exactly) at += 2;
  }
}

/** `12 288`; powers of ten where nobody would read the digits. */
export function countWords(count: number): string {
  if (count >= 1e9) return `about ${count.toExponential(1).replace('e+', ' × 10^')}`;
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
