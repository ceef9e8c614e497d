import type { Case } from '@demarche/case';
import { bansOf, diagnosticityOf } from './bans.ts';
import type { Foresight } from './foresight.ts';
import { type Gathered, gather } from './gather.ts';
import { logMoves } from './move.ts';
import { isOwnAim, originOf } from './origin.ts';
import { type Matter, posteriorOf, posteriorPoint, precisionPosterior, withoutItems } from './posterior.ts';
import { otherReading } from './prior.ts';
import { byId, estimateOf } from './range.ts';
import type { ByReading, Estimate, Weighed, WeighedGroup, WeighedMove, WeighedStatement } from './result.ts';
import { statedRevealed } from './stated.ts';
import { chanceEstimate, groupChance } from './statement.ts';
import { strengthOf, unknownStrength } from './strength.ts';

export type WeighOptions = {
  /** Ids of evidence and moves to be withdrawn. */
  readonly without?: readonly string[];
  /** Looks ahead where the case says `foresight: held`. */
  readonly foresight?: Foresight;
};

/** The posterior of each reading as items are withdrawn: gathered once, so that many sets are cheap. */
export type Weigher = {
  /** Items that count, in file order: evidence, then moves. */
  readonly items: readonly string[];
  readonly posterior: (without?: readonly string[]) => ByReading<Estimate>;
};

/** Which readings of an actor the evidence and its moves favour. Not a probability about the world: what follows from what is stated. */
export function weighActor(found: Case, actor: number, options: WeighOptions = {}): Weighed {
  const gathered = gatherFor(found, actor, options);
  const { matter, prior, leftOut } = gathered;
  const { ids } = matter;
  const named = ids.filter((id) => id !== otherReading).length;
  const point = posteriorPoint(matter);
  const statements = statementsOf(found, gathered);
  const groups = groupsOf(found, gathered);
  const moves = movesOf(gathered);
  const together = ids.map((_, h) => Math.exp(logMoves(matter.moves, h, matter.precision)));
  const lambda = precisionPosterior(matter, named);
  const own = new Set(statements.filter(({ ownAim }) => ownAim).map(({ id }) => id));
  const { reliability, credibility, foresight: asked } = found.weighing;
  return {
    actor: found.actors[actor]!.id,
    readings: ids,
    prior: byId(ids, (h) => matter.prior[h]!),
    priorStated: prior.stated,
    statements,
    groups,
    moves,
    together: moveTotals(ids, together),
    precision: { grid: matter.precision, posterior: lambda, unexplained: unexplained(matter, lambda) },
    foresight: { asked, used: asked === 'held' && options.foresight ? 'held' : 'none' },
    leftOut,
    contradictory: point.every((one) => one === 0),
    posterior: estimates(matter),
    wordsOnly: points({ ...matter, moves: [] }),
    movesOnly: points({ ...matter, statements: [] }),
    waterfall: waterfallOf(matter, groups),
    statedRevealed: statedRevealed(matter, own),
    removals: itemsOf(matter).map((item) => ({ item, posterior: estimates(withoutItems(matter, [item])) })),
    tables: { reliability, credibility, unknown: unknownStrength },
  };
}

/** Gathers what bears on an actor once, for whoever asks for its posterior without many sets of items. */
export function weigherOf(found: Case, actor: number, options: WeighOptions = {}): Weigher {
  const { matter } = gatherFor(found, actor, options);
  return {
    items: itemsOf(matter),
    posterior: (without = []) => estimates(withoutItems(matter, without)),
  };
}

export function gatherFor(found: Case, actor: number, { without, foresight }: WeighOptions): Gathered {
  const ahead = found.weighing.foresight === 'held' ? foresight : undefined;
  return gather(found, actor, { ...(without ? { without } : {}), ...(ahead ? { foresight: ahead } : {}) });
}

/** Ids of the items that count, each once. */
export function itemsOf({ statements, moves }: Matter): string[] {
  return [...new Set([...statements, ...moves].map(({ id }) => id))];
}

function estimates(matter: Matter): ByReading<Estimate> {
  const found = posteriorOf(matter);
  return byId(matter.ids, (h) => found[h]!);
}

function points(matter: Matter): ByReading<number> {
  const found = posteriorPoint(matter);
  return byId(matter.ids, (h) => found[h]!);
}

const moveTotals = (ids: readonly string[], chances: readonly number[]) => {
  const bans = bansOf(chances);
  return { chance: byId(ids, (h) => chances[h]!), bans: byId(ids, (h) => bans[h]!) };
};

const weighed = (ids: readonly string[], chances: readonly number[]) => {
  const bans = bansOf(chances);
  return { bans: byId(ids, (h) => bans[h]!), diagnosticity: diagnosticityOf(bans) };
};

function statementsOf(found: Case, { matter, evidence }: Gathered): WeighedStatement[] {
  const { ids } = matter;
  return matter.statements.map(({ id, strength, likelihood }, at) => {
    const item = evidence[at]!;
    const chance = byId(ids, (h) => chanceEstimate(strength, likelihood[h]!));
    return {
      id,
      source: item.source,
      group: originOf(found, item, found.evidence.indexOf(item)).name,
      strength: estimateOf(strength),
      strengthFrom: strengthOf(found, item).from,
      likelihood: byId(ids, (h) => {
        const stated = item.likelihood[ids[h]!];
        const said = stated === undefined || stated === 'NA' ? undefined : stated.said;
        return { ...estimateOf(likelihood[h]!), ...(said === undefined ? {} : { said }) };
      }),
      chance,
      ...weighed(
        ids,
        ids.map((one) => chance[one]!.point),
      ),
      ownAim: isOwnAim(found, item),
    };
  });
}

/** The groups in order of their first members, with their names. */
export function groupMembers(
  found: Case,
  { matter, evidence }: Gathered,
): { id: string; members: string[] }[] {
  return [...new Set(matter.statements.map(({ group }) => group))].map((group) => {
    const first = evidence[matter.statements.findIndex((one) => one.group === group)]!;
    return {
      id: originOf(found, first, found.evidence.indexOf(first)).name,
      members: matter.statements.filter((one) => one.group === group).map(({ id }) => id),
    };
  });
}

function groupsOf(found: Case, gathered: Gathered): WeighedGroup[] {
  const { ids, statements } = gathered.matter;
  const keys = [...new Set(statements.map(({ group }) => group))];
  return groupMembers(found, gathered).map(({ id, members }, at) => {
    const own = statements.filter(({ group }) => group === keys[at]);
    const chance = groupChance(ids, own);
    return {
      id,
      members,
      chance,
      ...weighed(
        ids,
        ids.map((one) => chance[one]!.point),
      ),
    };
  });
}

function movesOf({ matter, moves }: Gathered): WeighedMove[] {
  const { ids } = matter;
  return moves.map(({ seen, menu }, at) => {
    const item = matter.moves[at]!;
    const chances = ids.map((_, h) => Math.exp(logMoves([item], h, matter.precision)));
    return {
      id: seen.id,
      ...(seen.date === undefined ? {} : { date: seen.date }),
      form: menu.form,
      menu: menu.items.map((one, k) => ({ ...one, score: byId(ids, (h) => item.scores[h]![k]!) })),
      chose: menu.items[menu.chosen]!.id,
      scale: byId(ids, (h) => menu.judged[h]?.scale ?? 'unjudged'),
      silent: ids.filter((_, h) => menu.judged[h]?.silent === true),
      chance: byId(ids, (h) => chances[h]!),
      ...weighed(ids, chances),
    };
  });
}

/** No λ does better than choosing by lot: then no reading explains what the actor did. */
function unexplained({ moves, precision }: Matter, posterior: readonly number[]): boolean {
  const lot = precision.reduce((sum, one, at) => (one === 0 ? Math.max(sum, posterior[at]!) : sum), 0);
  const best = precision.reduce((most, one, at) => (one === 0 ? most : Math.max(most, posterior[at]!)), 0);
  return moves.length > 0 && lot > best + 1e-9;
}

function waterfallOf(matter: Matter, groups: readonly WeighedGroup[]): Weighed['waterfall'] {
  const order = [...new Set(matter.statements.map(({ group }) => group))];
  const steps = order.map((_, at) => {
    const known = new Set(order.slice(0, at + 1));
    const statements = matter.statements.filter(({ group }) => known.has(group));
    return { after: groups[at]!.id, posterior: points({ ...matter, statements, moves: [] }) };
  });
  const prior = { after: 'prior', posterior: points({ ...matter, statements: [], moves: [] }) };
  const moves = matter.moves.length > 0 ? [{ after: 'moves', posterior: points(matter) }] : [];
  return [prior, ...steps, ...moves];
}
