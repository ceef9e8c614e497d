import { type Arrival, legalWalk } from '../legal-walk.ts';
import type { TieOrder } from '../reach.ts';
import type { SanctionRule } from './sanction-rule.ts';

/**
 * The states that the movers reach from one by sequences that the rule allows, nearest first, the beginning left out; ties go to
 * the earlier mover and, by `before`, the earlier state. By `legal` each state comes once; by `once` again where others have moved by then.
 */
export function* ruleWalk(
  rule: SanctionRule,
  from: number,
  movers: readonly number[],
  moves: (actor: number, state: number) => Iterable<number>,
  before: TieOrder['before'] = (a, b) => a - b,
): Generator<Arrival> {
  if (rule === 'legal') {
    yield* legalWalk(from, movers, moves, { before });
    return;
  }
  const seen = new Set<string>();
  const queue: { readonly arrival: Arrival | undefined; readonly left: readonly number[] }[] = [
    { arrival: undefined, left: movers },
  ];
  for (const { arrival: after, left } of queue)
    for (const actor of left)
      for (const state of [...moves(actor, after?.state ?? from)].sort(before)) {
        const rest = left.filter((j) => j !== actor);
        const key = `${state} ${rest}`;
        if (state === from || seen.has(key)) continue;
        seen.add(key);
        const arrival: Arrival = { state, actor, after, moves: (after?.moves ?? 0) + 1 };
        yield arrival;
        if (rule === 'once') queue.push({ arrival, left: rest });
      }
}
