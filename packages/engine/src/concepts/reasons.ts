import { moveGraphOf } from '../arcs.ts';
import { stepsTo } from '../legal-walk.ts';
import { greatestFrom, levelsOf } from '../levels.ts';
import { improvementsFrom, movesFrom } from '../moves.ts';
import type { Step, TieOrder } from '../reach.ts';
import type { Concept, Ranks } from '../solver.ts';
import type { Structure } from '../structure.ts';
import { type Witness, witnessesOf } from '../witness.ts';
import { foresight, nonMyopic } from './limited.ts';
import { type ConceptName, horizonOf, isSolverConcept } from './name.ts';
import { ruleWalk } from './rule-walk.ts';
import type { SanctionRule } from './sanction-rule.ts';
import { simultaneityOf, unstableAt } from './simultaneous.ts';
import { isDefinedOn, levelByRule, stabilityOf } from './stable.ts';

/**
 * A move that an actor may think of, and what stands against it. `sequence`: `sanction` is what the opponents then do, one after
 * the other. `together`: what they do at the same time, each step told by where it would lead alone. `expected`: what the actor
 * expects to follow, deterred or not.
 */
export type ConceptWitness = Witness & {
  readonly kind: 'sequence' | 'together' | 'expected';
  /** Where it ends with the sanction; `to` where there is none. */
  readonly end: number;
  /** Whether the actor prefers `to` itself: with limited moves it may also give way first. */
  readonly improvement: boolean;
};

/**
 * Why states are stable for actors or not, under any concept and rule: every improvement of the actor from the state, best first,
 * and, with limited moves, a move that pays only in the end. Prepared once, then asked for many states. `order` decides ties of the
 * concepts with sanctions one after the other.
 */
export function witnessesUnder(
  structure: Structure,
  ranks: Ranks,
  concept: ConceptName,
  rule: SanctionRule = 'legal',
  order: TieOrder = {},
): (actor: number, state: number) => readonly ConceptWitness[] {
  if (!isDefinedOn(structure, concept)) return () => [];
  if (concept === 'sim') return together(structure, ranks, () => ranks.map((_, j) => j), order);
  if (concept === 'fh') return tableau(structure, ranks, rule, order);
  if (!isSolverConcept(concept)) return expected(structure, ranks, concept, order);
  const levels = ranks.map((_, actor) =>
    rule === 'legal' || concept === 'nash'
      ? levelsOf(structure, ranks, actor, [concept])
      : { [concept]: levelByRule(structure, ranks, actor, concept, rule) },
  );
  return (actor, state) => {
    if (rule === 'legal' || concept === 'nash')
      return witnessesOf(structure, ranks, actor, concept, state, levels[actor]!, order).map(asSequence);
    const own = ranks[actor]!;
    return betterFirst(structure, own, actor, state, order).map((to) => {
      const deterred = levels[actor]![concept]![to]! <= own[state]!;
      const sanction = deterred
        ? sanctionByRule(structure, ranks, actor, concept, rule, state, to, order)
        : [];
      return asSequence({ to, deterred, sanction });
    });
  };
}

const asSequence = (witness: Witness): ConceptWitness => ({
  ...witness,
  kind: 'sequence',
  end: witness.sanction.at(-1)?.to ?? witness.to,
  improvement: true,
});

function betterFirst(
  structure: Structure,
  own: Uint32Array,
  actor: number,
  state: number,
  { before = (a: number, b: number) => a - b }: TieOrder = {},
): readonly number[] {
  return [...improvementsFrom(structure, own, actor, state)].sort(
    (a, b) => own[b]! - own[a]! || before(a, b),
  );
}

/** The shortest sequence that deters the improvement and that the rule allows. */
function sanctionByRule(
  structure: Structure,
  ranks: Ranks,
  actor: number,
  concept: Concept,
  rule: SanctionRule,
  state: number,
  improvement: number,
  { before, actors = [...ranks.keys()] }: TieOrder = {},
): readonly Step[] {
  const own = ranks[actor]!;
  const weight = concept === 'smr' || concept === 'sseq' ? greatestFrom(structure, actor, own) : own;
  const glad = concept === 'seq' || concept === 'sseq';
  const moves = (j: number, at: number) =>
    glad ? improvementsFrom(structure, ranks[j]!, j, at) : movesFrom(structure, j, at);
  const others = actors.filter((j) => j !== actor);
  for (const arrival of ruleWalk(rule, improvement, others, moves, before))
    if (weight[arrival.state]! <= own[state]!) return stepsTo(arrival);
  return [];
}

function together(
  structure: Structure,
  ranks: Ranks,
  others: (state: number) => readonly number[],
  order: TieOrder,
): (actor: number, state: number) => readonly ConceptWitness[] {
  const { sanction } = simultaneityOf(structure, ranks);
  return (actor, state) =>
    betterFirst(structure, ranks[actor]!, actor, state, order).map((to) => {
      const landing = sanction(actor, state, to, others(state));
      return {
        to,
        deterred: landing !== undefined,
        sanction: landing?.others ?? [],
        kind: 'together',
        end: landing?.at ?? to,
        improvement: true,
      };
    });
}

/** By seq where seq holds; else by what those for whom it fails do at the same time, and what that leaves over. */
function tableau(
  structure: Structure,
  ranks: Ranks,
  rule: SanctionRule,
  order: TieOrder,
): (actor: number, state: number) => readonly ConceptWitness[] {
  const { stable } = stabilityOf(structure, ranks, 'seq', rule);
  const bySequence = witnessesUnder(structure, ranks, 'seq', rule, order);
  const atOnce = together(structure, ranks, (state) => unstableAt(stable, state), order);
  return (actor, state) =>
    stable[actor]![state] || unstableAt(stable, state).length < 2
      ? bySequence(actor, state)
      : atOnce(actor, state);
}

/** Of nm, a horizon of its cycle at which the actor moves, if there is one within this many. */
const phasesTried = 64;

function expected(
  structure: Structure,
  ranks: Ranks,
  concept: ConceptName,
  { before = (a, b) => a - b }: TieOrder,
): (actor: number, state: number) => readonly ConceptWitness[] {
  const graph = moveGraphOf(structure);
  const known = new Map<number, ReturnType<typeof foresight>>();
  const at = (horizon: number) => {
    const found = known.get(horizon) ?? foresight(graph, ranks, horizon);
    known.set(horizon, found);
    return found;
  };
  const endless = concept === 'nm' ? nonMyopic(graph, ranks) : undefined;
  const horizonFor = (actor: number, state: number): number => {
    if (!endless) return horizonOf(concept) ?? 1;
    const { stable, period, horizon } = endless;
    if (stable[actor]![state]) return horizon;
    const phases = Array.from({ length: Math.min(period, phasesTried) }, (_, k) => horizon + k);
    return phases.find((h) => pays(at(h), actor, state)) ?? horizon;
  };
  const pays = (look: ReturnType<typeof foresight>, actor: number, state: number) =>
    [...movesFrom(structure, actor, state)].some((to) => look(actor, to).rank > ranks[actor]![state]!);
  return (actor, state) => {
    const own = ranks[actor]!;
    const look = at(horizonFor(actor, state));
    return [...movesFrom(structure, actor, state)]
      .map((to) => ({ to, improvement: own[to]! > own[state]!, ...look(actor, to) }))
      .filter(({ improvement, rank }) => improvement || rank > own[state]!)
      .sort((a, b) => b.rank - a.rank || own[b.to]! - own[a.to]! || before(a.to, b.to))
      .map(({ to, improvement, rank, end, steps }) => ({
        to,
        deterred: rank <= own[state]!,
        sanction: steps,
        kind: 'expected',
        end,
        improvement,
      }));
  };
}
