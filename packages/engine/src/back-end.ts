import { compact } from './compact.ts';
import { dense } from './dense.ts';
import { plain } from './plain.ts';
import type { Solver } from './solver.ts';
import type { Structure } from './structure.ts';

/** The back ends by name: arc by arc, the list of states, the cube of combinations. They say the same, where they take a conflict. */
export const backEnds = { plain, compact, dense } satisfies Readonly<Record<string, Solver>>;

export type BackEndName = keyof typeof backEnds;

/** Below so many states the list is as fast, and nothing has to be set up. */
const fewStates = 1_024;

/** The back end that is fastest for a structure. */
export function backEndFor(structure: Structure): BackEndName {
  if (structure.codes.length < fewStates) return 'compact';
  return dense.refuses(structure) === undefined ? 'dense' : 'compact';
}

/** Why a back end does not take a structure, in words that follow “because”; undefined where it does. */
export function refusal(name: BackEndName, structure: Structure): string | undefined {
  const solver: Solver = backEnds[name];
  return solver.refuses?.(structure);
}
