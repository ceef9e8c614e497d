import { type Concept, flag, type Solver } from '../src/solver.ts';
import { conflictOf } from './reference/conflict.ts';
import { stable } from './reference/stable.ts';

/** The reference behind the interface of the back ends: it must pass the suite that they pass. */
export const reference: Solver = {
  name: 'reference',
  stability({ model, codes }, ranks, actor, wanted) {
    const conflict = conflictOf(model, ranks);
    const flagsAt = (code: number) =>
      wanted
        .filter((concept: Concept) => stable(conflict, concept, actor, code))
        .reduce((flags, concept) => flags | flag[concept], 0);
    return Uint8Array.from(codes, flagsAt);
  },
};
