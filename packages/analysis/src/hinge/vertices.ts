import type { Odds } from '../weigh/posterior.ts';

/** Two logarithms of weights closer than this are one. */
const near = 1e-9;
/** More hypotheses or vertices than this are not enumerated. */
const most = { hypotheses: 8, vertices: 4096 } as const;

/**
 * All vertices of the polytope of distributions p with p(h) ≤ odds[h][k] · p(k) for every pair; undefined where it has too many.
 * At a vertex the pairs that stand at their greatest odds join all hypotheses with p > 0 (there are as many independent
 * equations as unknowns), so that each is found by adding one hypothesis after the other, each at its greatest or least against
 * one that is there. A hypothesis may be zero only where every other may have infinite odds against it.
 */
export function verticesOf(odds: Odds): readonly (readonly number[])[] | undefined {
  const n = odds.length;
  if (n > most.hypotheses) return undefined;
  const log = odds.map((row) => row.map(Math.log));
  const found: number[][] = [];
  for (let support = 1; support < 2 ** n; support++) {
    const inside = odds.map((_, h) => ((support >>> h) & 1) === 1);
    const possible = log.every(
      (row, h) =>
        !inside[h] ||
        row.every((one, k) =>
          inside[k] ? one > Number.NEGATIVE_INFINITY : one === Number.POSITIVE_INFINITY,
        ),
    );
    if (!possible) continue;
    for (const logs of joined(log, inside)) {
      const top = Math.max(...logs);
      const weights = logs.map((one) => Math.exp(one - top));
      const total = weights.reduce((sum, one) => sum + one, 0);
      found.push(weights.map((one) => one / total));
      if (found.length > most.vertices) return undefined;
    }
  }
  return found;
}

/** Logarithms of weights on a support, −∞ outside, up to a common factor: every one whose tight pairs join the support. */
function joined(log: Odds, inside: readonly boolean[]): readonly (readonly number[])[] {
  const first = inside.indexOf(true);
  let layer = new Map<string, number[]>();
  layer.set(
    '',
    log.map((_, h) => (h === first ? 0 : Number.NEGATIVE_INFINITY)),
  );
  const many = inside.filter((one) => one).length;
  for (let size = 1; size < many; size++) {
    const next = new Map<string, number[]>();
    for (const at of layer.values())
      for (let k = 0; k < log.length; k++) {
        if (!inside[k] || at[k] !== Number.NEGATIVE_INFINITY) continue;
        for (let j = 0; j < log.length; j++) {
          if (at[j] === Number.NEGATIVE_INFINITY) continue;
          for (const value of [at[j]! + log[k]![j]!, at[j]! - log[j]![k]!]) {
            if (!Number.isFinite(value) || !allowed(log, at, k, value)) continue;
            const wider = at.with(k, value);
            next.set(wider.map((one) => Math.round(one / near)).join(), wider);
          }
        }
      }
    layer = next;
  }
  return [...layer.values()];
}

function allowed(log: Odds, at: readonly number[], k: number, value: number): boolean {
  return at.every(
    (one, i) =>
      one === Number.NEGATIVE_INFINITY ||
      (value - one <= log[k]![i]! + near / 2 && one - value <= log[i]![k]! + near / 2),
  );
}
