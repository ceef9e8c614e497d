import {
  type Concept,
  movesFrom,
  othersThan,
  positionOf,
  type Ranks,
  type Structure,
} from '@demarche/engine';
import { type Comparison, type Conjunction, conjoined, type Dnf, least } from './dnf.ts';

/** The conditions under which one state is stable for one actor. States are codes. */
export type StabilityConditions = {
  readonly actor: number;
  readonly state: number;
  /**
   * It is stable exactly when all comparisons of one of these hold: none can be left out, and none follows from another.
   * Empty: never. One empty list: always. Undefined: more than was asked for.
   */
  readonly any: readonly Conjunction[] | undefined;
};

/**
 * The classic inverse (Kinsara, Kilgour & Hipel 2015; Wang, Hipel, Fang & Dang 2018): which comparisons must hold for a state to
 * be an equilibrium, per actor. Under nash, gmr and smr they are the actor's own, of what can be reached with the state itself;
 * under seq and sseq the opponents' improvements on the way of a sanction come in. `most` bounds the alternatives of an actor
 * (default 4 096).
 */
export function equilibriumConditions(
  structure: Structure,
  concept: Concept,
  code: number,
  { most = 4096 }: { readonly most?: number } = {},
): readonly StabilityConditions[] {
  const state = positionOf(structure, code);
  if (state === -1) throw new Error(`the state ${code} is not feasible`);
  return Array.from({ length: structure.actors }, (_, actor) => ({
    actor,
    state: code,
    any: conditionsOf(structure, concept, state, actor, most),
  }));
}

/** Whether the conditions hold under everybody's ranks; with those of all actors: whether the state is an equilibrium. */
export function conditionsHold(structure: Structure, conditions: StabilityConditions, ranks: Ranks): boolean {
  if (!conditions.any) throw new Error('the conditions were not worked out');
  return conditions.any.some((all) => all.every((one) => isTrue(structure, one, ranks)));
}

function isTrue(structure: Structure, { actor, better, than, holds }: Comparison, ranks: Ranks): boolean {
  const own = ranks[actor]!;
  return own[positionOf(structure, better)]! > own[positionOf(structure, than)]! === holds;
}

function conditionsOf(
  structure: Structure,
  concept: Concept,
  state: number,
  actor: number,
  most: number,
): Dnf | undefined {
  let all: Dnf | undefined = [[]];
  for (const to of [...movesFrom(structure, actor, state)].sort((a, b) => a - b)) {
    const deterred: Dnf = least([
      [noBetter(structure, actor, to, state)],
      ...sanctionsOf(structure, concept, state, actor, to),
    ]);
    all = all && conjoined(all, deterred, most);
  }
  return all;
}

/** The ways in which the opponents can deter the move: what has to hold for each. */
function sanctionsOf(structure: Structure, concept: Concept, state: number, actor: number, to: number): Dnf {
  if (concept === 'nash') return [];
  const gladly = concept === 'seq' || concept === 'sseq';
  const withEscapes = concept === 'smr' || concept === 'sseq';
  return waysFrom(structure, actor, to, gladly).map(({ end, steps }) => [
    ...steps,
    noBetter(structure, actor, end, state),
    ...(withEscapes
      ? [...movesFrom(structure, actor, end)].map((refuge) => noBetter(structure, actor, refuge, state))
      : []
    ).filter(({ better, than }) => better !== than),
  ]);
}

/**
 * Sequences of opponents' moves, nobody twice in a row and no state twice (where moves need not be transitive, no state twice by the
 * same mover); where they must be glad of it, with what each prefers.
 */
function waysFrom(
  structure: Structure,
  actor: number,
  from: number,
  gladly: boolean,
): readonly { readonly end: number; readonly steps: Conjunction }[] {
  const others = othersThan(structure, actor);
  const ways: { end: number; steps: Conjunction }[] = [];
  const met = new Set<number>();
  const places = structure.codes.length;
  const placeOf = (state: number, last: number) => (structure.arcs ? (last + 1) * places + state : state);
  met.add(placeOf(from, -1));
  const walk = (here: number, last: number, steps: Conjunction) => {
    for (const mover of others) {
      if (mover === last) continue;
      for (const end of [...movesFrom(structure, mover, here)].sort((a, b) => a - b)) {
        const place = placeOf(end, mover);
        if (met.has(place)) continue;
        const [better, than] = [structure.codes[end]!, structure.codes[here]!];
        const after = gladly ? [...steps, { actor: mover, better, than, holds: true }] : steps;
        ways.push({ end, steps: after });
        met.add(place);
        walk(end, mover, after);
        // Without preferences to mind, one way to a state is as good as another.
        if (gladly) met.delete(place);
      }
    }
  };
  walk(from, -1, []);
  return ways;
}

function noBetter({ codes }: Structure, actor: number, to: number, than: number): Comparison {
  return { actor, better: codes[to]!, than: codes[than]!, holds: false };
}
