import { closedUnder } from '../closed.ts';
import { othersThan } from '../closure.ts';
import { compact } from '../compact.ts';
import { movesFrom } from '../moves.ts';
import { concepts, flag } from '../solver.ts';
import type { Structure } from '../structure.ts';
import { hasKernel, type Machine, machineOf } from './kernel.ts';
import { type Room, roomFrom } from './room.ts';

/** Preference profiles that are solved at once. */
export const lanes = 16;

/** Most states of a conflict in an ensemble: a rank is a byte, and as many ranks as states always suffice. */
export const mostEnsembleStates = 255;

/**
 * Many preference profiles of one small conflict, sixteen at a time, one a lane. The structure is laid out once. Places: the byte of an
 * actor's state in a lane is `(actor · states + state) · 16 + lane`.
 */
export type Ensemble = {
  readonly structure: Structure;
  readonly states: number;
  /** To be filled in: from 1 to 255, larger is better, equal is indifferent. */
  readonly ranks: Uint8Array;
  /** The bits of the concepts under which a state is stable for the actor, as `Solver` has them. */
  readonly flags: Uint8Array;
  /** The same for everybody together, at `state · 16 + lane`. */
  readonly equilibria: Uint8Array;
  /** At `state · 5 + concept`, how often the state was an equilibrium since the counts were last set to 0. */
  readonly counts: Uint32Array;
  /** All five concepts for all actors and lanes. Counts go up by the first `used` lanes; default all. */
  readonly solve: (used?: number) => void;
  /** Where it is computed by vectors: what others may lay out beside it. */
  readonly machine: Machine | undefined;
};

/** What is laid out in the memory of an ensemble beside it. */
export type Beside = (room: Room) => void;

/**
 * An ensemble over the structure; `plain` computes lane by lane without vectors, with the same results. Throws a RangeError for more
 * than 255 states, and for a conflict given by its arcs.
 */
export function ensembleOf(structure: Structure, plain = false, beside: Beside = () => undefined): Ensemble {
  const states = structure.codes.length;
  if (structure.arcs)
    throw new RangeError('an ensemble needs options, and this conflict is given by its arcs');
  if (states > mostEnsembleStates)
    throw new RangeError(`an ensemble has at most ${mostEnsembleStates} states, not ${states}`);
  return plain || !hasKernel() || states === 0 || structure.actors === 0
    ? laneByLane(structure)
    : byVectors(structure, beside);
}

function laneByLane(structure: Structure): Ensemble {
  const states = structure.codes.length;
  const ranks = new Uint8Array(structure.actors * states * lanes);
  const flags = new Uint8Array(ranks.length);
  const equilibria = new Uint8Array(states * lanes);
  const counts = new Uint32Array(states * concepts.length);
  const every = concepts.reduce((sum, concept) => sum | flag[concept], 0);
  const solve = (used = lanes) => {
    equilibria.fill(every);
    for (let lane = 0; lane < lanes; lane++) {
      const profile = Array.from({ length: structure.actors }, (_, actor) =>
        Uint32Array.from(structure.codes, (__, state) => ranks[(actor * states + state) * lanes + lane]!),
      );
      for (let actor = 0; actor < structure.actors; actor++) {
        const own = compact.stability(structure, profile, actor, concepts);
        for (let state = 0; state < states; state++) {
          flags[(actor * states + state) * lanes + lane] = own[state]!;
          equilibria[state * lanes + lane]! &= own[state]!;
        }
      }
      for (let state = 0; lane < used && state < states; state++)
        concepts.forEach((concept, c) => {
          if (equilibria[state * lanes + lane]! & flag[concept]) counts[state * concepts.length + c]!++;
        });
    }
  };
  return { structure, states, ranks, flags, equilibria, counts, solve, machine: undefined };
}

function byVectors(structure: Structure, beside: Beside): Ensemble {
  const states = structure.codes.length;
  const { actors } = structure;
  const bytes = actors * states * lanes;
  const room = roomFrom();
  const at = { ranks: room.take(bytes), flags: room.take(bytes), equilibria: room.take(states * lanes) };
  const countsAt = room.take(4 * states * concepts.length);
  const own = Array.from({ length: actors }, (_, actor) =>
    Array.from({ length: states }, (__, state) =>
      [...movesFrom(structure, actor, state)].sort((a, b) => a - b),
    ),
  );
  const arcs = own.map((one) => one.reduce((sum, { length }) => sum + length, 0));
  const masks = room.take(lanes * arcs.reduce((sum, count) => sum + count, 0));
  const gains = room.take(4 * lanes * states);
  const reach = room.take(2 * lanes * states);
  const closures = own.map((_, actor) => closedUnder(structure, othersThan(structure, actor)));
  const byPart = room.take(2 * lanes * Math.max(0, ...closures.map(({ parts }) => parts)));
  const maskFrom = arcs.map(
    (_, actor) => lanes * arcs.slice(0, actor).reduce((sum, count) => sum + count, 0),
  );
  const plans = own.flatMap((mine, actor) => {
    const { parts, part, members, after } = closures[actor]!;
    const others = pairsOf(own, actor, maskFrom);
    return [
      room.put(startsOf(mine)),
      room.put(mine.flat().map((to) => to * lanes)),
      maskFrom[actor]!,
      room.put(startsOf(others)),
      room.put(others.flat(2)),
      parts,
      room.put([...part].map((one) => one * 2 * lanes)),
      room.put(members.start),
      room.put([...members.to].map((state) => state * 2 * lanes)),
      room.put(after.start),
      room.put([...after.to].map((one) => one * 2 * lanes)),
    ];
  });
  const head = room.put([
    ...[states, actors, at.ranks, at.flags, at.equilibria, countsAt, masks, gains, reach, byPart],
    ...plans,
  ]);
  beside(room);
  const machine = machineOf(room.used());
  const { buffer } = machine.memory;
  room.fill(buffer);
  return {
    structure,
    states,
    ranks: new Uint8Array(buffer, at.ranks, bytes),
    flags: new Uint8Array(buffer, at.flags, bytes),
    equilibria: new Uint8Array(buffer, at.equilibria, states * lanes),
    counts: new Uint32Array(buffer, countsAt, states * concepts.length),
    solve: (used = lanes) => machine.kernel.solve(head, 2 ** used - 1),
    machine,
  };
}

/** Where the rows of a list of lists begin, and where the last one ends. */
export function startsOf(rows: readonly { readonly length: number }[]): readonly number[] {
  const starts = [0];
  for (const { length } of rows) starts.push(starts.at(-1)! + length);
  return starts;
}

/** Per state, for every arc of anybody but the actor, the place of its mask and of the pair of vectors where it leads. */
function pairsOf(
  own: readonly (readonly (readonly number[])[])[],
  actor: number,
  maskFrom: readonly number[],
): readonly (readonly (readonly [number, number])[])[] {
  const starts = own.map(startsOf);
  return own[0]!.map((_, state) =>
    own.flatMap((rows, j) =>
      j === actor
        ? []
        : rows[state]!.map(
            (to, k) =>
              [maskFrom[j]! + lanes * (starts[j]![state]! + k), to * 2 * lanes] as readonly [number, number],
          ),
    ),
  );
}
