import { type Case, evaluateExpression, membersOf } from '@demarche/case';

/** What a state stands for where the case makes it one of several; undefined for a single state. */
export type OneOfSeveral = {
  /** What the case calls it, or the condition that makes it one. */
  readonly name: string | undefined;
  readonly condition: string;
  readonly members: readonly number[];
};

export function oneOfSeveral(found: Case, code: number): OneOfSeveral | undefined {
  const members = membersOf(found, code);
  if (members.length < 2) return undefined;
  const line = found.coalesce.find(({ expression }) =>
    members.every((member) => evaluateExpression(found, expression, member)),
  );
  const any = line ?? found.coalesce.find(({ expression }) => evaluateExpression(found, expression, code));
  return { name: any?.name, condition: any?.text ?? '', members };
}

/** Of all members of two states, the pair that differs in the fewest options: what somebody who moves between them does. */
export function nearestPair(found: Case, from: number, to: number): readonly [number, number] {
  let best: readonly [number, number] = [from, to];
  let least = Number.POSITIVE_INFINITY;
  for (const a of membersOf(found, from))
    for (const b of membersOf(found, to)) {
      const flips = bitCount((a ^ b) >>> 0);
      if (flips >= least) continue;
      least = flips;
      best = [a, b];
    }
  return best;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
