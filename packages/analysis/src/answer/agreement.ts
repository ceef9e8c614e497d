import { improvementsFrom, movesFrom, positionOf, ruleWalk, stepsTo } from '@demarche/engine';
import { bestParts } from './best-part.ts';
import type { Game } from './game.ts';
import { idleInGraph, isOnTheWay, preferredByReach } from './joint-graph.ts';
import { dealTargets } from './joint-targets.ts';
import { isProperPart, type Move, undeterredFrom } from './lean.ts';
import { type Parts, partsOf } from './parts.ts';
import { byState, inTellingOrder } from './telling.ts';

/** A joint move from a state. `movers` ascending. States are positions. */
export type Agreement = { readonly movers: readonly number[]; readonly to: number; readonly flips: number };

/** Why a joint move that every mover prefers is no agreement. */
export type Failure = {
  readonly clause: 'brings-nothing' | 'does-not-hold' | 'answered' | 'not-minimal';
  readonly actor: number;
  readonly witness: number;
  readonly by: readonly number[];
};

export type Candidate = Agreement & { readonly coalition: number };

/**
 * The valid agreements from a state: joint moves of two or more that (a) every mover prefers, (b) to which everyone brings
 * something, (c) that hold, (d) that outsiders do not answer, and (e) no proper part of which would do. `undeterred` are the
 * undeterred improvements of all single actors from there. Where states are coalesced, a deal is one that is valid from a part.
 */
export function agreementsFrom(game: Game, state: number, undeterred: readonly Move[]): readonly Agreement[] {
  const parts = partsOf(game);
  if (parts.game === game && !game.structure.arcs) return agreementsByOptions(game, state, undeterred);
  const all = new Map<number, Agreement>();
  for (const part of parts.of(state)) {
    const at: Spot = { game, state, parts, part };
    const found: Candidate[] = [];
    for (const candidates of preferredJointMoves(parts.game, part)) {
      found.push(...firstOrAll(parts.game, candidates, (one) => isValid(at, one)));
    }
    const alone = undeterredAt(at, undeterred);
    found.sort((a, b) => byState(parts.game.telling)(a.to, b.to));
    for (const one of found) {
      const to = parts.whole(one.to);
      if (all.has(to) || smallerThan(at, one, found, alone) !== undefined) continue;
      all.set(to, { movers: one.movers, to, flips: one.flips });
    }
  }
  const first = byState(game.telling);
  return [...all.values()].sort((a, b) => first(a.to, b.to));
}

/** The same where a deal is told by what it flips: targets that cannot be agreed on are passed over 32 at a time. */
function agreementsByOptions(game: Game, state: number, undeterred: readonly Move[]): readonly Agreement[] {
  const at: Spot = { game, state, parts: partsOf(game), part: state };
  const { codes } = game.structure;
  const here = codes[state]!;
  const hasPart = (flips: number, parts: readonly { readonly flips: number }[]) => {
    for (const part of parts) if (isProperPart(part.flips, flips)) return true;
    return false;
  };
  const alone = undeterred.map(({ flips }) => flips);
  const best = bestParts(alone, new Array<number>(alone.length).fill(0));
  const least = undeterred.filter((_, k) => best[k] === Number.NEGATIVE_INFINITY);
  const targets: number[] = [];
  for (const to of dealTargets(game, state))
    if (!hasPart(here ^ codes[to]!, least)) targets.push(to + bitCount(here ^ codes[to]!) * 2 ** 26);
  const found: Candidate[] = [];
  // What is a part of a deal comes before it.
  for (const target of Float64Array.from(targets).sort()) {
    const to = target % 2 ** 26;
    if (hasPart(here ^ codes[to]!, found)) continue;
    const valid = waysTo(game, state, to).find((one) => isValid(at, one));
    if (valid) found.push(valid);
  }
  const first = byState(game.telling);
  return found.sort((a, b) => first(a.to, b.to));
}

/**
 * The ways to bring a target about that are valid. With options it does not matter by which movers: the first will do. In graph
 * form what is a part of a deal depends on who makes it.
 */
function firstOrAll(
  { structure }: Game,
  candidates: readonly Candidate[],
  valid: (one: Candidate) => boolean,
): readonly Candidate[] {
  if (structure.arcs) return candidates.filter(valid);
  const first = candidates.find(valid);
  return first ? [first] : [];
}

/** A state, and the part of it (itself, where nothing is coalesced) that a deal starts from. */
type Spot = {
  readonly game: Game;
  readonly state: number;
  readonly parts: Parts;
  readonly part: number;
};

function undeterredAt({ game, parts, part }: Spot, undeterred: readonly Move[]): readonly Move[] {
  if (parts.game === game) return undeterred;
  return game.ranks.flatMap((_, actor) => undeterredFrom(parts.game, actor, part));
}

/** The deal as one between whole states. */
function whole({ parts }: Spot, deal: Candidate): Candidate {
  const to = parts.whole(deal.to);
  return to === deal.to ? deal : { ...deal, to };
}

/** The joint moves that every mover prefers and that are no agreement, least flips first, with the first clause that fails. */
export function failedFrom(
  game: Game,
  state: number,
  undeterred: readonly Move[],
): readonly { readonly deal: Agreement; readonly failure: Failure }[] {
  const parts = partsOf(game);
  const failed: { deal: Agreement; failure: Failure }[] = [];
  const agreed = new Set<number>();
  const first = byState(game.telling);
  for (const part of parts.of(state)) {
    const at: Spot = { game, state, parts, part };
    const valid: Candidate[] = [];
    for (const candidates of preferredJointMoves(parts.game, part)) {
      const failures = new Map(candidates.map((one) => [one, firstFailure(at, one)]));
      const good = firstOrAll(parts.game, candidates, (one) => failures.get(one) === undefined);
      if (good.length > 0) valid.push(...good);
      else failed.push({ deal: whole(at, candidates[0]!), failure: failures.get(candidates[0]!)! });
    }
    const alone = undeterredAt(at, undeterred);
    valid.sort((a, b) => bitCount(a.flips) - bitCount(b.flips) || byState(parts.game.telling)(a.to, b.to));
    for (const deal of valid) {
      const smaller = smallerThan(at, deal, valid, alone);
      if (!smaller) agreed.add(parts.whole(deal.to));
      else {
        const witness = parts.whole(smaller.to);
        const failure: Failure = {
          clause: 'not-minimal',
          actor: inTellingOrder(game.telling, deal.movers)[0]!,
          witness,
          by: smaller.movers,
        };
        failed.push({ deal: whole(at, deal), failure });
      }
    }
  }
  const sorted = failed.sort(
    (a, b) => bitCount(a.deal.flips) - bitCount(b.deal.flips) || first(a.deal.to, b.deal.to),
  );
  if (parts.game === game && !game.structure.arcs) return sorted;
  // From several parts, or by several coalitions, the same deal fails more than once, or fails once and is made otherwise.
  return sorted.filter(
    ({ deal }, k) => !agreed.has(deal.to) && sorted.findIndex((other) => other.deal.to === deal.to) === k,
  );
}

/** Per target, the joint moves to it that are legal and that every mover prefers: one for each way to choose who leaves or flips. */
export function* preferredJointMoves(game: Game, state: number): Generator<readonly Candidate[]> {
  if (game.structure.arcs) {
    yield* preferredByReach(game, state);
    return;
  }
  for (let to = 0; to < game.structure.codes.length; to++) {
    if (!isLegal(game, game.structure.codes[state]!, to)) continue;
    const ways = waysTo(game, state, to);
    if (ways.length > 0) yield ways;
  }
}

/** The coalitions by which a legal joint move can be made that every mover prefers. */
function waysTo(game: Game, state: number, to: number): readonly Candidate[] {
  const { codes, actors } = game.structure;
  let wishing = 0;
  for (let j = 0; j < actors; j++) {
    const own = game.own(j);
    // Who does not perceive where things are agrees to nothing.
    if (own[state]! > 0 && own[to]! > own[state]!) wishing |= 1 << j;
  }
  if ((wishing & (wishing - 1)) === 0) return [];
  const flips = (codes[state]! ^ codes[to]!) >>> 0;
  const ways: Candidate[] = [];
  for (const coalition of coalitionsFor(game, codes[state]!, flips, wishing))
    if (canBeProposed(game, coalition, state, to))
      ways.push({ coalition, to, flips, movers: membersOf(coalition) });
  return ways;
}

/** In some mover's own game every mover prefers the deal. Two sides that each take the other to be unwilling never meet. */
export function canBeProposed(game: Game, coalition: number, from: number, to: number): boolean {
  // Where everybody has the others' orders right, they all wish for it already.
  if (game.asTheyAre) return true;
  return game.views.some((view, proposer) => {
    if (!((coalition >>> proposer) & 1)) return false;
    const sight = game.sights[proposer];
    const [a, b] = sight ? [sight.view[from]!, sight.view[to]!] : [from, to];
    if (a === -1 || b === -1) return false;
    return view.every((ranks, j) => {
      const rank = sight ? sight.narrowed(ranks) : ranks;
      return !((coalition >>> j) & 1) || rank[b]! > rank[a]!;
    });
  });
}

function isLegal(game: Game, from: number, to: number): boolean {
  const { structure } = game;
  const there = structure.codes[to]!;
  return (there & ~from & ~structure.on[to]!) === 0 && (from & ~there & ~structure.off[to]!) === 0;
}

/** Sets of two or more movers, all wishing, that own and see what is flipped; in the order of telling, each once. */
function coalitionsFor(game: Game, here: number, flips: number, wishing: number): readonly number[] {
  const { structure } = game;
  const { owners, hands } = ownersOf(game);
  let sure = 0;
  const open: number[] = [];
  for (let rest = flips; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const k = 31 - Math.clz32(bit);
    const leaves = structure.all & bit && here & bit;
    if (leaves || structure.any & bit) {
      open.push(hands[k]!);
      continue;
    }
    if (owners[k]! !== hands[k]!) return [];
    sure |= owners[k]!;
  }
  if (sure & ~wishing) return [];
  if (open.length === 0) return (sure & (sure - 1)) === 0 ? [] : [sure];
  let sets = [sure];
  for (const possible of open) {
    if (possible & sure) continue;
    const next: number[] = [];
    for (const set of sets)
      for (let rest = possible & wishing; rest !== 0; rest &= rest - 1) {
        const larger = set | (rest & -rest);
        if (!next.includes(larger)) next.push(larger);
      }
    sets = next;
  }
  const several = sets.filter((set) => (set & (set - 1)) !== 0);
  if (several.length < 2) return several;
  const placed = (set: number) =>
    inTellingOrder(game.telling, membersOf(set)).reduce(
      (sum, j) => sum + 2 ** (31 - (game.telling.actor[j] ?? j)),
      0,
    );
  return several.sort((a, b) => placed(b) - placed(a));
}

type Owners = {
  /** Per option, a mask of its owners. */
  readonly owners: readonly number[];
  /** Of these, those that see it: nobody switches what it is unaware of. */
  readonly hands: readonly number[];
};

const ownersKept = new WeakMap<Game, Owners>();
/** The last game that was asked about: mostly it is asked about again. */
let lastOwners: { readonly game: Game; readonly owners: Owners } | undefined;

function ownersOf(game: Game): Owners {
  if (lastOwners?.game === game) return lastOwners.owners;
  const owners = ownersKept.get(game) ?? makeOwners(game);
  ownersKept.set(game, owners);
  lastOwners = { game, owners };
  return owners;
}

function makeOwners(game: Game): Owners {
  const { options } = game.structure.model;
  const sees = (owner: number, k: number) => !(((game.sights[owner]?.blind ?? 0) >>> k) & 1);
  return {
    owners: options.map(({ owners }) => maskOf(owners)),
    hands: options.map(({ owners }, k) => maskOf(owners.filter((owner) => sees(owner, k)))),
  };
}

function membersOf(set: number): readonly number[] {
  const members: number[] = [];
  for (let rest = set; rest !== 0; rest &= rest - 1) members.push(31 - Math.clz32(rest & -rest));
  return members;
}

function maskOf(actors: readonly number[]): number {
  return actors.reduce((mask, actor) => mask | (1 << actor), 0);
}

function firstFailure(at: Spot, deal: Candidate): Failure | undefined {
  const joined = whole(at, deal);
  return bringsNothing(at, deal) ?? doesNotHold(at.game, joined) ?? isAnswered(at.game, at.state, joined);
}

/** No failure; the cheap clauses first. */
function isValid(at: Spot, deal: Candidate): boolean {
  const { game, state } = at;
  const { to } = whole(at, deal);
  return (
    deal.movers.every((j) => game.stable(j)[to] === 1) &&
    (game.structure.arcs
      ? !bringsNothing(at, deal)
      : deal.movers.every((j) => idleWithout(at, deal, j) === -1)) &&
    !deal.movers.some((j) => {
      const here = game.own(j)[state]!;
      // What all others together cannot bring about, outsiders cannot.
      return game.level(j)[to]! <= here && game.canLeave(deal.coalition, j, to, here);
    })
  );
}

/** (c) The deal is stable for every mover. */
function doesNotHold(game: Game, deal: Candidate): Failure | undefined {
  for (const j of inTellingOrder(game.telling, deal.movers)) {
    if (game.stable(j)[deal.to]) continue;
    const own = game.own(j);
    let witness = -1;
    for (const { to } of undeterredFrom(game, j, deal.to))
      if (witness === -1 || own[to]! > own[witness]!) witness = to;
    return { clause: 'does-not-hold', actor: j, witness, by: [j] };
  }
  return undefined;
}

/** (d) Outsiders cannot bring about what leaves a mover no better off than before. */
function isAnswered(game: Game, state: number, deal: Candidate): Failure | undefined {
  for (const j of inTellingOrder(game.telling, deal.movers)) {
    const least = game.leastLeft(deal.coalition, j);
    if (!least || least[deal.to]! > game.own(j)[state]!) continue;
    const { witness, by } = answerTo(game, deal, least[deal.to]!, j);
    return { clause: 'answered', actor: j, witness, by };
  }
  return undefined;
}

/** The nearest state, as j sees it, by which outsiders bring j down to the least. */
function answerTo(
  game: Game,
  deal: Candidate,
  least: number,
  actor: number,
): { readonly witness: number; readonly by: readonly number[] } {
  const { concept } = game;
  const sight = game.sights[actor];
  const structure = sight?.structure ?? game.structure;
  const ranks = sight ? game.views[actor]!.map(sight.narrowed) : game.views[actor]!;
  const real = (state: number) => (sight ? positionOf(game.structure, structure.codes[state]!) : state);
  const start = sight ? sight.view[deal.to]! : deal.to;
  const outside = inTellingOrder(
    game.telling,
    ranks.map((_, j) => j).filter((j) => !deal.movers.includes(j)),
  );
  const first = byState(game.telling);
  const own = ranks[actor]!;
  const escapes = concept === 'smr' || concept === 'sseq';
  const weightOf = (s: number) =>
    escapes ? Math.max(own[s]!, ...[...movesFrom(structure, actor, s)].map((t) => own[t]!)) : own[s]!;
  const glad = concept === 'seq' || concept === 'sseq';
  const moves = (j: number, here: number) =>
    glad ? improvementsFrom(structure, ranks[j]!, j, here) : movesFrom(structure, j, here);
  const walk = ruleWalk(game.sanctions, start, outside, moves, (a, b) => first(real(a), real(b)));
  for (const arrival of walk)
    if (weightOf(arrival.state) === least)
      return {
        witness: real(arrival.state),
        by: [...new Set(stepsTo(arrival).map((step) => step.actor))],
      };
  return { witness: deal.to, by: [] };
}

/**
 * (b) With a mover's part put back, what is left is no legal joint move, or worse for another mover. What another mover can
 * flip without it (a joint option turned off, a common one) is not its part.
 */
function bringsNothing(at: Spot, deal: Candidate): Failure | undefined {
  const { game } = at.parts;
  if (game.structure.arcs) {
    const idle = idleInGraph(game, at.part, deal);
    return idle && { clause: 'brings-nothing', ...idle, by: [] };
  }
  for (const j of inTellingOrder(game.telling, deal.movers)) {
    const without = idleWithout(at, deal, j);
    if (without !== -1)
      return { clause: 'brings-nothing', actor: j, witness: at.parts.whole(without), by: [] };
  }
  return undefined;
}

/** Where the others get without j's part, if that is legal and no worse for any of them; -1 where j brings something. */
function idleWithout({ parts: { game }, part }: Spot, deal: Candidate, j: number): number {
  const { structure } = game;
  const here = structure.codes[part]!;
  const mine = structure.mine[j]! & ~(game.sights[j]?.blind ?? 0);
  let kept = deal.flips & ~mine;
  for (
    let rest = ((structure.all & here) | structure.any) & deal.flips & mine;
    rest !== 0;
    rest &= rest - 1
  ) {
    const k = 31 - Math.clz32(rest & -rest);
    if (ownersOf(game).hands[k]! & deal.coalition & ~(1 << j)) kept |= 1 << k;
  }
  const without = positionOf(structure, (here ^ kept) >>> 0);
  if (without === -1 || !isLegal(game, here, without)) return -1;
  for (const k of deal.movers) if (k !== j && game.own(k)[without]! < game.own(k)[deal.to]!) return -1;
  return without;
}

/**
 * (e) A smaller agreement, or an undeterred improvement of a single actor, that flips a proper part; in graph form, one that lies on
 * the way.
 */
function smallerThan(
  { parts: { game }, part }: Spot,
  deal: Candidate,
  agreements: readonly Candidate[],
  undeterred: readonly Move[],
): { readonly to: number; readonly movers: readonly number[] } | undefined {
  if (game.structure.arcs) {
    const step = undeterred.find(({ to, actor }) =>
      isOnTheWay(game, part, deal, { to, coalition: 1 << actor }),
    );
    return step
      ? { to: step.to, movers: [step.actor] }
      : agreements.find((other) => isOnTheWay(game, part, deal, other));
  }
  const single = undeterred.find((move) => isProperPart(move.flips, deal.flips));
  if (single) return { to: single.to, movers: [single.actor] };
  return agreements.find((other) => isProperPart(other.flips, deal.flips));
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
