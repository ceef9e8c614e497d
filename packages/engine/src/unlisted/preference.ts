import { evaluateWords, optionsOf, type Program } from '../program.ts';
import type { Priority } from '../ranks/by-priorities.ts';
import type { Score } from '../ranks/by-scores.ts';
import type { Words } from './words.ts';

/** What an actor wants, as what it says of single states: no list of states is needed to compare two. */
export type Preference =
  /** The most important first; several programs in one line are counted. */
  | { readonly kind: 'priorities'; readonly priorities: readonly Priority[] }
  /** The best class first; a state is of the first class one of whose programs holds, and worse than all where none does. */
  | { readonly kind: 'classes'; readonly classes: readonly (readonly Program[])[] }
  | { readonly kind: 'scores'; readonly scores: readonly Score[] };

/** The programs of a preference, as they are listed. */
export function programsOf(preference: Preference): readonly Program[] {
  switch (preference.kind) {
    case 'priorities':
      return preference.priorities.flatMap(({ that }) => that);
    case 'classes':
      return preference.classes.flat();
    case 'scores':
      return preference.scores.map(({ that }) => that);
  }
}

/** Compares two states: positive where the actor prefers the first, negative where the second, 0 where it is indifferent. */
export type Comparing = (one: Words, other: Words) => number;

/** Sums of scores are equal where twelve decimal digits are, as in `rankByScores`. */
export function comparing(preference: Preference): Comparing {
  const stack = new Uint8Array(1 + Math.max(0, ...programsOf(preference).map(({ length }) => length)));
  const holds = (program: Program, state: Words) => evaluateWords(program, state, stack);
  switch (preference.kind) {
    case 'priorities': {
      const count = (that: readonly Program[], state: Words) => {
        let held = 0;
        for (const program of that) if (holds(program, state)) held++;
        return held;
      };
      return (one, other) => {
        for (const { that } of preference.priorities) {
          const difference = count(that, one) - count(that, other);
          if (difference !== 0) return difference;
        }
        return 0;
      };
    }
    case 'classes': {
      const place = (state: Words) => {
        const at = preference.classes.findIndex((one) => one.some((program) => holds(program, state)));
        return at === -1 ? preference.classes.length : at;
      };
      return (one, other) => place(other) - place(one);
    }
    case 'scores': {
      const sum = (state: Words) => {
        const total = preference.scores.reduce(
          (so, { weight, that }) => (holds(that, state) ? so + weight : so),
          0,
        );
        return Number(total.toPrecision(12));
      };
      return (one, other) => sum(one) - sum(other);
    }
  }
}

/** What of a preference can tell apart two states that differ in these options only. */
export function readingOnly(preference: Preference, options: ReadonlySet<number>): Preference {
  const reads = (program: Program) => [...optionsOf(program)].some((k) => options.has(k));
  switch (preference.kind) {
    case 'priorities':
      return {
        kind: 'priorities',
        priorities: preference.priorities
          .map(({ that }) => ({ that: that.filter(reads) }))
          .filter(({ that }) => that.length > 0),
      };
    case 'classes':
      return preference;
    case 'scores':
      return { kind: 'scores', scores: preference.scores.filter(({ that }) => reads(that)) };
  }
}
