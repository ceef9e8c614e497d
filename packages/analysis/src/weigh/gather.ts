import type { Case, Evidence, SeenMove } from '@demarche/case';
import type { Foresight } from './foresight.ts';
import { type Menu, menuOf } from './menu.ts';
import type { MoveItem } from './move.ts';
import { originOf } from './origin.ts';
import type { Matter } from './posterior.ts';
import { otherReading, type Prior, priorOf } from './prior.ts';
import { exactly } from './range.ts';
import type { LeftOut, Range } from './result.ts';
import type { StatementItem } from './statement.ts';
import { strengthOf } from './strength.ts';

/** What bears on the readings of an actor, as numbers (`matter`) and with where it came from, by the same positions. */
export type Gathered = {
  readonly matter: Matter;
  readonly prior: Prior;
  readonly evidence: readonly Evidence[];
  readonly moves: readonly { readonly seen: SeenMove; readonly menu: Menu }[];
  readonly leftOut: readonly LeftOut[];
};

/** Everything of the case that bears on an actor, in file order, some items withdrawn. */
export function gather(
  found: Case,
  actor: number,
  options: { readonly without?: readonly string[]; readonly foresight?: Foresight } = {},
): Gathered {
  const prior = priorOf(found, actor);
  const withdrawn = new Set(options.without ?? []);
  const leftOut: LeftOut[] = [];
  const evidence: Evidence[] = [];
  const statements: StatementItem[] = [];
  found.evidence.forEach((item, position) => {
    if (item.actor !== actor) return;
    const likelihood = likelihoodsOf(item.likelihood, prior.ids);
    if (withdrawn.has(item.id)) leftOut.push({ id: item.id, why: 'withdrawn' });
    else if (!likelihood) leftOut.push({ id: item.id, why: 'not-applicable' });
    else {
      evidence.push(item);
      const { key } = originOf(found, item, position);
      statements.push({ id: item.id, group: key, strength: strengthOf(found, item).range, likelihood });
    }
  });
  const moves: { seen: SeenMove; menu: Menu }[] = [];
  for (const seen of found.movesSeen) {
    if (seen.actor !== actor) continue;
    if (withdrawn.has(seen.id)) leftOut.push({ id: seen.id, why: 'withdrawn' });
    else moves.push({ seen, menu: menuOf(found, seen, options.foresight) });
  }
  const matter: Matter = {
    ids: prior.ids,
    prior: prior.shares,
    statements,
    moves: moves.map(({ seen, menu }) => moveItem(seen.id, menu, prior.ids)),
    precision: found.weighing.precision,
  };
  return { matter, prior, evidence, moves, leftOut };
}

/** Likelihoods in the order of the hypotheses, ½ for `other`; undefined where the item does not apply to one of the readings. */
export function likelihoodsOf(
  likelihood: Evidence['likelihood'],
  ids: readonly string[],
): readonly Range[] | undefined {
  const ranges = ids.map((id) => {
    if (id === otherReading) return exactly(0.5);
    const one = Object.hasOwn(likelihood, id) ? likelihood[id] : undefined;
    return one === undefined || one === 'NA' ? undefined : { low: one.low, high: one.high };
  });
  const stated = ranges.filter((one) => one !== undefined);
  return stated.length === ids.length ? stated : undefined;
}

function moveItem(id: string, { items, chosen, judged }: Menu, ids: readonly string[]): MoveItem {
  return { id, chosen, scores: ids.map((_, h) => judged[h]?.scores ?? items.map(() => 0)) };
}
