import type { Draws } from '@demarche/engine';

/**
 * An order of 0 … n − 1 in which the next item is chosen among those left, item k with weight φ^k (Luce 1959; Plackett 1975).
 * φ = 0 gives 0, 1, 2, …, φ = 1 every order alike. Drawn exactly: the items sorted by log weight plus standard Gumbel noise are
 * such an order (Yellott 1977).
 */
export function plackettLuce(n: number, dispersion: number, draws: Draws): number[] {
  const step = Math.log(dispersion);
  const keys = Array.from({ length: n }, (_, item) => {
    const uniform = draws.uniform() + 2 ** -54;
    return (item === 0 ? 0 : item * step) - Math.log(-Math.log(uniform));
  });
  if (dispersion === 0) return [...keys.keys()];
  return [...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b);
}
