import type { Concept, Ranks } from '@demarche/engine';
import type { Agreements } from '../answer/result.ts';
import type { Board } from './board.ts';

/** What people reckon with on a board: everybody's ranks, and as each takes them to be. */
export type Reckoning = {
  readonly ranks: Ranks;
  readonly views: readonly Ranks[];
  readonly concept: Concept;
  readonly agreements: Agreements;
};

export type LocalSteps = {
  readonly from: (state: number) => readonly number[];
  /** Whether it was given up as more work than levels of all states would be: then the steps say nothing. */
  readonly gaveUp: () => boolean;
};

/** Steps of opponents that are looked at, for each state of the board. */
const patience = 64;

/**
 * Where the steps of the course lead from a state, worked out there and then: what is undeterred by following the opponents' steps
 * from each improvement until one does harm, and not by levels of all states. Most changes are decided at one or two states, for
 * which this is far less work. The same steps as `arcsFrom`, where everybody sees everything and moves follow from options.
 */
export function localSteps(board: Board, reckoning: Reckoning): LocalSteps {
  const { codes, mine, owners, all, any, actors } = board;
  const { ranks, views, concept, agreements } = reckoning;
  const gladly = concept === 'seq' || concept === 'sseq';
  const escapes = concept === 'smr' || concept === 'sseq';
  const everyone = 2 ** actors - 1;
  let left = patience * codes.length;

  /** Whether outsiders can lead j from `to`, which it prefers, to where it is left with no more than the rank `least`. */
  const isAnswered = (outside: number, j: number, to: number, least: number): boolean => {
    if (concept === 'nash') return false;
    const own = ranks[j]!;
    const harms = (state: number) =>
      own[state]! <= least && !(escapes && board.moves(j, state).some((t) => own[t]! > least));
    const seen = new Set([to]);
    const waiting = [to];
    for (let at = waiting.pop(); at !== undefined && left > 0; at = waiting.pop())
      for (let k = 0; k < actors; k++) {
        if (!((outside >>> k) & 1)) continue;
        const theirs = views[j]![k]!;
        const moves = board.moves(k, at);
        left -= moves.length;
        for (const next of moves) {
          if ((gladly && theirs[next]! <= theirs[at]!) || seen.has(next)) continue;
          if (harms(next)) return true;
          seen.add(next);
          waiting.push(next);
        }
      }
    return false;
  };

  const undeterred = (j: number, state: number): readonly number[] => {
    const own = ranks[j]!;
    return board
      .moves(j, state)
      .filter((to) => own[to]! > own[state]! && !isAnswered(everyone & ~(1 << j), j, to, own[state]!));
  };
  const stays = (j: number, state: number): boolean => {
    const own = ranks[j]!;
    return !board
      .moves(j, state)
      .some((to) => own[to]! > own[state]! && !isAnswered(everyone & ~(1 << j), j, to, own[state]!));
  };

  const lean = (j: number, state: number, moves: readonly number[]): readonly number[] => {
    const flips = (to: number) => codes[state]! ^ codes[to]!;
    return moves.filter(
      (to) => !moves.some((other) => isPart(flips(other), flips(to)) && ranks[j]![other]! >= ranks[j]![to]!),
    );
  };

  /** Sets of two or more movers, all wishing, that own what is flipped. */
  const coalitionsFor = (here: number, flips: number, wishing: number): readonly number[] => {
    let sure = 0;
    const open: number[] = [];
    for (let rest = flips; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const hands = owners[31 - Math.clz32(bit)]!;
      if ((all & bit && here & bit) || any & bit) open.push(hands);
      else sure |= hands;
    }
    if (sure & ~wishing) return [];
    let sets = [sure];
    for (const hands of open)
      if (!(hands & sure))
        sets = sets.flatMap((set) => membersOf(hands & wishing, actors).map((j) => set | (1 << j)));
    return [...new Set(sets)].filter((set) => (set & (set - 1)) !== 0);
  };

  const canBeProposed = (movers: readonly number[], from: number, to: number): boolean =>
    movers.some((proposer) => movers.every((j) => views[proposer]![j]![to]! > views[proposer]![j]![from]!));

  const everyoneBrings = (
    coalition: number,
    movers: readonly number[],
    state: number,
    to: number,
  ): boolean => {
    const here = codes[state]!;
    const flips = here ^ codes[to]!;
    return movers.every((j) => {
      let kept = flips & ~mine[j]!;
      for (let rest = ((all & here) | any) & flips & mine[j]!; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        if (owners[31 - Math.clz32(bit)]! & coalition & ~(1 << j)) kept |= bit;
      }
      const without = board.find((here ^ kept) >>> 0);
      if (without === -1 || !board.isLegal(state, without)) return true;
      return movers.some((k) => k !== j && ranks[k]![without]! < ranks[k]![to]!);
    });
  };

  const isValid = (coalition: number, state: number, to: number): boolean => {
    const movers = membersOf(coalition, actors);
    return (
      canBeProposed(movers, state, to) &&
      everyoneBrings(coalition, movers, state, to) &&
      movers.every((j) => !isAnswered(everyone & ~coalition, j, to, ranks[j]![state]!)) &&
      movers.every((j) => stays(j, to))
    );
  };

  const deals = (state: number, single: readonly number[]): readonly number[] => {
    const here = codes[state]!;
    const found: { readonly to: number; readonly flips: number }[] = [];
    for (const to of board.joint(state)) {
      let wishing = 0;
      for (let j = 0; j < actors; j++) if (ranks[j]![to]! > ranks[j]![state]!) wishing |= 1 << j;
      if ((wishing & (wishing - 1)) === 0) continue;
      const flips = here ^ codes[to]!;
      if (single.some((move) => isPart(here ^ codes[move]!, flips))) continue;
      // Fewest flips first: a part of it that is valid has been found before.
      if (found.some((one) => isPart(one.flips, flips))) continue;
      if (coalitionsFor(here, flips, wishing).some((coalition) => isValid(coalition, state, to)))
        found.push({ to, flips });
    }
    return found.map(({ to }) => to);
  };

  const from = (state: number): readonly number[] => {
    if (left <= 0) return [];
    const single: number[] = [];
    const steps: number[] = [];
    for (let j = 0; j < actors; j++) {
      const moves = undeterred(j, state);
      for (const to of moves) single.push(to);
      for (const to of lean(j, state, moves)) steps.push(to);
    }
    if (agreements === 'none' || (agreements === 'at-rest' && steps.length > 0)) return steps;
    return [...steps, ...deals(state, single)];
  };
  return { from, gaveUp: () => left <= 0 };
}

function isPart(part: number, whole: number): boolean {
  return part !== whole && (part & ~whole) === 0;
}

function membersOf(set: number, actors: number): readonly number[] {
  const found: number[] = [];
  for (let j = 0; j < actors; j++) if ((set >>> j) & 1) found.push(j);
  return found;
}
