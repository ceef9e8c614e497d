import { type Conflict, familyA, familyF, familyH, familyI, familyP, familyS } from './conflicts.ts';

/** One conflict to be measured, and what was hoped for it with one and two threads, in milliseconds. */
export type Item = {
  readonly family: string;
  readonly options: number;
  readonly actors: number;
  readonly make: () => Conflict;
  readonly goals?: readonly [one: number, two?: number];
  /** Left out unless everything is asked for. */
  readonly long?: true;
};

const seed = 12_345;
const four = (
  family: string,
  make: (actors: number, options: number, seed: number) => Conflict,
  options: number,
  rest: Pick<Item, 'goals' | 'long'> = {},
): Item => ({ family, options, actors: 4, make: () => make(4, options, seed), ...rest });

/** The families of docs/engine.md; what each is stands beside its generator in conflicts.ts. */
export const items: readonly Item[] = [
  four('F', familyF, 16),
  four('F', familyF, 18),
  four('F', familyF, 20, { goals: [40, 23] }),
  four('F', familyF, 22, { long: true }),
  four('F', familyF, 24, { goals: [700, 400], long: true }),
  four('S', familyS, 16),
  four('S', familyS, 18),
  four('S', familyS, 20, { goals: [100, 55] }),
  four('S', familyS, 22, { long: true }),
  four('S', familyS, 24, { goals: [3_000, 1_700], long: true }),
  four('H', familyH, 16),
  four('H', familyH, 18),
  four('H', familyH, 20, { goals: [60, 35] }),
  four('H', familyH, 24, { goals: [1_200, 700], long: true }),
  { family: 'P', options: 30, actors: 4, make: () => familyP(4, 30, 16, seed) },
  { family: 'P', options: 30, actors: 4, make: () => familyP(4, 30, 32, seed), goals: [629], long: true },
  four('I', familyI, 14),
  four('I', familyI, 16),
  four('I', familyI, 20, { goals: [419], long: true }),
  ...[14, 16, 18, 20].map(
    (options): Item => ({
      family: 'A',
      options,
      actors: 4,
      make: () => familyA(options, seed),
    }),
  ),
];
