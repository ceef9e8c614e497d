import { greatestFrom, lesser, levelsOf } from './levels.ts';
import { flag, type Ranks, type Solver } from './solver.ts';
import type { Structure } from './structure.ts';

/**
 * The list of feasible states with one pointer a group: any feasible set, one-way options, gates, locks and joint options.
 * A conflict given by its arcs is walked along them by the exact sequence rule.
 * s is stable exactly when the greatest min(P(t), level(t)) over what the actor reaches from s is no more than P(s).
 */
export const compact: Solver = {
  name: 'compact',
  stability(structure: Structure, ranks: Ranks, actor, concepts) {
    const own = ranks[actor]!;
    const flags = new Uint8Array(own.length);
    const levels = levelsOf(structure, ranks, actor, concepts);
    for (const concept of concepts) {
      const level = levels[concept]!;
      const greatest = greatestFrom(structure, actor, lesser(own, level));
      for (let state = 0; state < own.length; state++)
        if (greatest[state]! <= own[state]!) flags[state]! |= flag[concept];
    }
    return flags;
  },
};
