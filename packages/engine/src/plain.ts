import { moveGraphOf } from './arcs.ts';
import { compact } from './compact.ts';
import type { Solver } from './solver.ts';

/**
 * Arc by arc, by the rule that nobody moves twice in a row: any moves, transitive or not. It lists the moves of conflicts in option
 * form too (`mostArcs` at most), where it says what the others say.
 */
export const plain: Solver = {
  name: 'plain',
  stability: (structure, ranks, actor, concepts) =>
    compact.stability({ ...structure, arcs: moveGraphOf(structure).arcs }, ranks, actor, concepts),
};
