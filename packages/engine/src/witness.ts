import { othersThan } from './closure.ts';
import { legalWalk, stepsTo } from './legal-walk.ts';
import { greatestFrom, type Levels, levelsOf } from './levels.ts';
import { improvementsFrom, movesFrom } from './moves.ts';
import type { Step, TieOrder } from './reach.ts';
import type { Concept, Ranks } from './solver.ts';
import type { Structure } from './structure.ts';

/** Why a state is (not) stable for an actor: each improvement with the sanction that deters it, or without one. */
export type Witness = {
  readonly to: number;
  readonly deterred: boolean;
  /** The shortest legal sequence of the opponents that deters the improvement; empty where it is not deterred. */
  readonly sanction: readonly Step[];
};

/** Every improvement of the actor from the state, best first. Of equally good ones, and of equally short sanctions, `order` decides. */
export function witnessesOf(
  structure: Structure,
  ranks: Ranks,
  actor: number,
  concept: Concept,
  state: number,
  levels: Levels = levelsOf(structure, ranks, actor, [concept]),
  order: TieOrder = {},
): readonly Witness[] {
  const { before = (a: number, b: number) => a - b } = order;
  const own = ranks[actor]!;
  const level = levels[concept]!;
  return [...improvementsFrom(structure, own, actor, state)]
    .sort((a, b) => own[b]! - own[a]! || before(a, b))
    .map((to) => {
      const deterred = level[to]! <= own[state]!;
      const sanction = deterred ? sanctionOf(structure, ranks, actor, concept, state, to, order) : [];
      return { to, deterred, sanction };
    });
}

/** The shortest sequence of opponents' moves (seq, sseq: improvements) from t that leaves the actor no better than at s. */
export function sanctionOf(
  structure: Structure,
  ranks: Ranks,
  actor: number,
  concept: Concept,
  state: number,
  improvement: number,
  { before, actors }: TieOrder = {},
): readonly Step[] {
  if (concept === 'nash') return [];
  const own = ranks[actor]!;
  const weight = concept === 'smr' || concept === 'sseq' ? greatestFrom(structure, actor, own) : own;
  const others = actors?.filter((j) => j !== actor) ?? othersThan(structure, actor);
  const byImprovement = concept === 'seq' || concept === 'sseq';
  const moves = (j: number, here: number) =>
    byImprovement ? improvementsFrom(structure, ranks[j]!, j, here) : movesFrom(structure, j, here);
  for (const arrival of legalWalk(improvement, others, moves, { before }))
    if (weight[arrival.state]! <= own[state]!) return stepsTo(arrival);
  return [];
}
